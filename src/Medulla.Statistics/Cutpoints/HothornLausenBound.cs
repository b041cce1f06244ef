using System.Numerics;

namespace Medulla.Statistics.Cutpoints;

/// <summary>An upper bound of the permutation probability of a maximally selected statistic from exact distributions.</summary>
/// <remarks>
/// The probabilities of reaching the value at each cut add up; of these, what surely reached it at the cut before counts once
/// only. Each cut's distribution comes from the shift algorithm, carried as probabilities and not as counts, which overflow
/// from 171 participants on in R. Sources: Hothorn &amp; Lausen 2003; Streitberg &amp; Röhmel 1986.
/// </remarks>
sealed class HothornLausenBound
{
    const int MostCells = 16_000_000;
    const double EquallyLarge = 1e-9;

    readonly int[] scores;
    readonly int[] sums;
    readonly double[][] rows;

    HothornLausenBound(int[] scores, int[] sums, double[][] rows) => (this.scores, this.sums, this.rows) = (scores, sums, rows);

    int Participants => scores.Length;

    int Total => sums[^1];

    /// <summary>Null when the tables would not fit: from some 400 participants on.</summary>
    /// <param name="integers">One per participant.</param>
    public static HothornLausenBound? Of(ReadOnlySpan<int> integers)
    {
        var sorted = integers.ToArray();
        Array.Sort(sorted);
        var lowest = sorted[0];
        long total = 0;
        foreach (ref var score in sorted.AsSpan())
        {
            score -= lowest;
            total += score;
        }

        var half = sorted.Length / 2;
        if ((half + 1) * (total + 1) > MostCells)
            return null;
        var running = new int[sorted.Length + 1];
        for (var place = 0; place < sorted.Length; place++)
            running[place + 1] = running[place] + sorted[place];

        // [m][s]: probability that m participants out of those added so far have the sum s.
        var bySize = new double[half + 1][];
        for (var size = 0; size <= half; size++)
            bySize[size] = new double[total + 1];
        bySize[0][0] = 1;
        for (var added = 1; added <= sorted.Length; added++)
            for (var size = Math.Min(added, half); size >= 1; size--)
                Add(bySize[size], bySize[size - 1], sorted[added - 1], (double)size / added,
                    running[added] - running[added - size]);
        return new HothornLausenBound(sorted, running, bySize);
    }

    /// <summary>The bound; may exceed 1.</summary>
    /// <param name="statistic">Largest standardised statistic of these scores.</param>
    /// <param name="ends">Participants at or below each cut, ascending.</param>
    /// <param name="asInR">
    /// As the R package maxstat 0.7 counts: the statistic itself does not count as reached, the lowest possible sum of
    /// scores is left out, and overlap is taken off between sizes that are no cuts of a tied marker too.
    /// </param>
    public double Above(double statistic, ReadOnlySpan<int> ends, bool asInR)
    {
        var sum = 0.0;
        for (var cut = 0; cut < ends.Length; cut++)
        {
            sum += Reached(ends[cut], statistic, asInR);
            if (cut > 0)
                sum -= asInR
                    ? SurelyReached(ends[cut] - 1, ends[cut], statistic, asInR)
                    : SurelyReached(ends[cut - 1], ends[cut], statistic, asInR);
        }

        return sum;
    }

    double Reached(int size, double statistic, bool asInR)
    {
        var limits = Limits(size, statistic, asInR);
        var probability = 0.0;
        for (var at = asInR ? 1 : 0; at <= Total; at++)
            if (limits.Reached(at))
                probability += Probability(size, at);
        return probability;
    }

    // Reached at the lower size, and at the upper even if those between have the scores that lead back the most.
    double SurelyReached(int lower, int upper, double statistic, bool asInR)
    {
        var (before, after) = (Limits(lower, statistic, asInR), Limits(upper, statistic, asInR));
        var (most, least) = (Total - sums[Participants - (upper - lower)], sums[upper - lower]);
        var probability = 0.0;
        for (var at = asInR ? 1 : 0; at <= Total; at++)
        {
            if (!before.Reached(at))
                continue;
            var low = at < before.Expected;
            var back = low ? at + most : at + least;
            if (back <= Total && after.Reached(back)
                && (asInR ? Probability(upper, back) > 0 : low == back < after.Expected))
                probability += Probability(lower, at);
        }

        return probability;
    }

    SumLimits Limits(int size, double statistic, bool strictly)
    {
        var (expected, deviation) = Moments(size, scores);
        return new(expected, deviation, strictly ? statistic : statistic - EquallyLarge, strictly);
    }

    /// <summary>Expected sum of so many scores, and its standard deviation, in the order in which R multiplies.</summary>
    public static (double Expected, double Deviation) Moments(int size, ReadOnlySpan<int> ofScores)
    {
        double sum = 0, squares = 0, count = ofScores.Length;
        foreach (var score in ofScores)
        {
            sum += score;
            squares += (double)score * score;
        }

        return (size / count * sum,
            Math.Sqrt(size * (count - size) / (count * count * (count - 1)) * (count * squares - sum * sum)));
    }

    // More than half of the participants: the sum of the others.
    double Probability(int size, int at) =>
        size < rows.Length ? rows[size][at] : rows[Participants - size][Total - at];

    static void Add(double[] row, double[] smaller, int score, double share, int highest)
    {
        var (old, added) = (new Vector<double>(1 - share), new Vector<double>(share));
        for (var at = 0; at < score; at++)
            row[at] *= 1 - share;
        var place = score;
        for (; place + Vector<double>.Count <= highest + 1; place += Vector<double>.Count)
            (old * new Vector<double>(row, place) + added * new Vector<double>(smaller, place - score)).CopyTo(row, place);
        for (; place <= highest; place++)
            row[place] = (1 - share) * row[place] + share * smaller[place - score];
    }

    readonly record struct SumLimits(double Expected, double Deviation, double Statistic, bool Strictly)
    {
        // Whether R takes the statistic itself for larger than itself is up to its rounding, which is why it is repeated here.
        public bool Reached(int sum)
        {
            var z = Math.Abs((sum - Expected) / Deviation);
            return Strictly ? z > Statistic : z >= Statistic;
        }
    }
}
