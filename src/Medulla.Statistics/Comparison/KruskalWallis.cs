using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do values of some groups tend to exceed those of others? Rank sums of several groups.</summary>
/// <param name="ChiSquare">H, corrected for ties.</param>
/// <param name="DegreesOfFreedom">Groups − 1.</param>
/// <param name="Probability">Upper tail of chi-square.</param>
/// <remarks>Sources: Kruskal &amp; Wallis 1952. R: <c>kruskal.test(x ~ group)</c>.</remarks>
public sealed record KruskalWallis(double ChiSquare, int DegreesOfFreedom, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Kruskal–Wallis, midranks, corrected for ties, chi-square; R: kruskal.test";

    /// <param name="groups">At least two, each with a finite value.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, an empty one, a value that is not finite, or none that differ.
    /// </exception>
    public static KruskalWallis Compare(params IReadOnlyList<double>[] groups)
    {
        var ranks = GroupRanks.Of(groups, nameof(groups));
        double count = ranks.Count;
        var between = 0.0;
        for (var group = 0; group < groups.Length; group++)
        {
            var distance = ranks.Means[group] - (count + 1) / 2;
            between += groups[group].Count * distance * distance;
        }

        var chiSquare = between / ranks.Variance;
        return new KruskalWallis(chiSquare, groups.Length - 1, ChiSquared.UpperTail(chiSquare, groups.Length - 1));
    }
}

/// <summary>Mean midrank of each group among all participants.</summary>
/// <param name="Variance">Of one rank, on N − 1 and corrected for ties: N(N + 1)/12 − Σ(t³ − t)/(12(N − 1)).</param>
sealed record GroupRanks(int Count, double[] Means, double Variance)
{
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, an empty one, a value that is not finite, or none that differ.
    /// </exception>
    public static GroupRanks Of(IReadOnlyList<IReadOnlyList<double>> groups, string argument)
    {
        ComparedGroups.Require(groups, argument);
        double[] all = [.. groups.SelectMany(group => group)];
        var (ranks, ties) = Midranks.WithTies(all);
        double count = all.Length;
        var variance = (count * (count + 1) - ties / (count - 1)) / 12;
        if (!(ties < count * count * count - count))
            throw new ArgumentException("Found the same value in every group. Expected values that differ.", argument);

        var means = new double[groups.Count];
        var at = 0;
        for (var group = 0; group < means.Length; group++)
        {
            for (var index = 0; index < groups[group].Count; index++)
                means[group] += ranks[at++];
            means[group] /= groups[group].Count;
        }

        return new GroupRanks(all.Length, means, variance);
    }
}
