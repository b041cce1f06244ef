using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do groups spread alike? Ranks of the distances from each group's median; safe when data are not normal.</summary>
/// <param name="ChiSquare">Its statistic.</param>
/// <param name="DegreesOfFreedom">Groups − 1.</param>
/// <param name="Probability">Upper tail.</param>
/// <remarks>
/// Sources: Fligner &amp; Killeen 1976; comparison, Conover, Johnson &amp; Johnson 1981. R: <c>fligner.test(x ~ group)</c>.
/// </remarks>
public sealed record FlignerKilleen(double ChiSquare, int DegreesOfFreedom, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Fligner–Killeen test, distances from the medians, normal scores; R: fligner.test";

    /// <param name="groups">At least two, each with a finite value.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, an empty one, a value that is not finite, or all at the same distance from their medians.
    /// </exception>
    public static FlignerKilleen Compare(params IReadOnlyList<double>[] groups)
    {
        ComparedGroups.Require(groups, nameof(groups));
        double[] distances = [.. groups.SelectMany(group =>
        {
            var median = ComparedGroups.Median(group);
            return group.Select(value => Math.Abs(value - median));
        })];
        double[] scores = [.. Midranks.Of(distances)
            .Select(rank => StandardNormal.Quantile((1 + rank / (distances.Length + 1)) / 2))];
        var (mean, squares) = ComparedGroups.Moments(scores);
        if (!(squares > 0))
            throw new ArgumentException(
                "Found every value at the same distance from its group's median. Expected distances that differ.",
                nameof(groups));

        var between = 0.0;
        var at = 0;
        foreach (var group in groups)
        {
            var distance = scores.AsSpan(at, group.Count).ToArray().Average() - mean;
            between += group.Count * distance * distance;
            at += group.Count;
        }

        var chiSquare = between / (squares / (scores.Length - 1));
        return new FlignerKilleen(chiSquare, groups.Length - 1, ChiSquared.UpperTail(chiSquare, groups.Length - 1));
    }
}
