namespace Medulla.Statistics.Comparison;

/// <summary>Rank sums of every choice of a given number of participants out of all, counted.</summary>
/// <remarks>Midranks are doubled to be whole. Sources: shift algorithm, Streitberg &amp; Röhmel 1986.</remarks>
sealed class RankSumDistribution
{
    readonly double[] choices;
    readonly double all;
    readonly int chosen;
    readonly double twiceMean;

    public RankSumDistribution(IReadOnlyList<double> ranks, int chosen)
    {
        this.chosen = chosen;
        int[] doubled = [.. ranks.Select(rank => (int)Math.Round(2 * rank))];
        var most = doubled.OrderDescending().Take(chosen).Sum();
        twiceMean = (double)chosen * doubled.Sum() / doubled.Length;

        // counts[taken][sum]: choices among the participants seen so far.
        var counts = Enumerable.Range(0, chosen + 1).Select(_ => new double[most + 1]).ToArray();
        counts[0][0] = 1;
        for (var seen = 0; seen < doubled.Length; seen++)
            for (var taken = Math.Min(chosen, seen + 1); taken > 0; taken--)
            {
                var (target, source, rank) = (counts[taken], counts[taken - 1], doubled[seen]);
                for (var sum = most; sum >= rank; sum--)
                    target[sum] += source[sum - rank];
            }

        choices = counts[chosen];
        all = choices.Sum();
    }

    /// <summary>Probability of a rank sum at least as far from its mean as this one.</summary>
    public double TwoSided(double rankSum)
    {
        var distance = Math.Abs(2 * rankSum - twiceMean) - 1e-9;
        var favourable = 0.0;
        for (var sum = 0; sum < choices.Length; sum++)
            if (Math.Abs(sum - twiceMean) >= distance)
                favourable += choices[sum];
        return favourable / all;
    }

    /// <summary>The smallest W whose cumulative probability reaches this, for ranks without ties.</summary>
    public int Quantile(double probability)
    {
        var least = chosen * (chosen + 1) / 2;
        var cumulative = 0.0;
        for (var w = 0; 2 * (w + least) < choices.Length; w++)
        {
            cumulative += choices[2 * (w + least)];
            if (cumulative / all >= probability * (1 - 1e-14))
                return w;
        }

        return choices.Length / 2 - least;
    }
}
