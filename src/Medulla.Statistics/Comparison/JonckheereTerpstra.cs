using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do values rise, or fall, from group to group? For groups in an order known beforehand.</summary>
/// <param name="Statistic">J: pairs in which the later group's value is higher, ties one half.</param>
/// <param name="Mean">Of J when the groups do not differ.</param>
/// <param name="Variance">Of J when the groups do not differ, corrected for ties.</param>
/// <param name="Z">Above 0 when values rise.</param>
/// <param name="Probability">Two-sided, normal, without continuity correction.</param>
/// <remarks>
/// Counted in O(n log n): J is Kendall's concordance of group and value. Sources: Terpstra 1952; Jonckheere 1954; ties,
/// Hollander &amp; Wolfe 1999. R: <c>DescTools::JonckheereTerpstraTest</c>, <c>clinfun::jonckheere.test</c> (no ties).
/// </remarks>
public sealed record JonckheereTerpstra(double Statistic, double Mean, double Variance, double Z, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Jonckheere–Terpstra, normal, variance corrected for ties; R: DescTools::JonckheereTerpstraTest";

    /// <param name="groups">At least two in their order, each with a finite value.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, an empty one, a value that is not finite, none that differ, or fewer than three participants.
    /// </exception>
    public static JonckheereTerpstra Compare(params IReadOnlyList<double>[] groups)
    {
        ComparedGroups.Require(groups, nameof(groups));
        double[] values = [.. groups.SelectMany(group => group)];
        double[] places = [.. groups.SelectMany((group, place) => Enumerable.Repeat((double)place, group.Count))];
        PairedValues.Require(places, values);

        var pairs = KendallPairs.Of(places, values);
        double n = values.Length;
        var between = n * (n - 1) / 2 - pairs.InX.Pairs;
        var mean = between / 2;
        var variance = (n * (n - 1) * (2 * n + 5) - pairs.InX.Spread - pairs.InY.Spread) / 72
            + pairs.InX.Triples * pairs.InY.Triples / (36 * n * (n - 1) * (n - 2))
            + pairs.InX.Pairs * pairs.InY.Pairs / (2 * n * (n - 1));
        var statistic = (between + pairs.Difference) / 2;
        var z = (statistic - mean) / Math.Sqrt(variance);
        return new JonckheereTerpstra(statistic, mean, variance, z, StandardNormal.TwoSided(z));
    }
}
