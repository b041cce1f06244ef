using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Does a share rise, or fall, over ordered groups? The test of Cochran and Armitage.</summary>
/// <param name="Z">Above 0 when the share rises with the score; null where all or none were counted.</param>
/// <param name="Slope">Change of the share per unit of score, weighted by the groups' sizes.</param>
/// <remarks>Sources: Cochran 1954; Armitage 1955. R: <c>prop.trend.test(x, n, score)</c>.</remarks>
public sealed record ProportionTrend(double? Z, double Slope)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Cochran–Armitage trend, chi-square on 1 degree of freedom; R: prop.trend.test";

    /// <summary>Z², on one degree of freedom; null with z.</summary>
    public double? ChiSquare => Z * Z;

    /// <summary>Two-sided; null with z.</summary>
    public double? Probability => Z is { } z ? StandardNormal.TwoSided(z) : null;

    /// <param name="counts">Participants counted, of each group in order.</param>
    /// <param name="totals">Participants of each group, at least 1.</param>
    /// <param name="scores">Of each group; 1, 2, 3, … unless given.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, lengths differ, a count outside 0 to its total, or scores that do not differ.
    /// </exception>
    public static ProportionTrend Of(
        IReadOnlyList<int> counts, IReadOnlyList<int> totals, IReadOnlyList<double>? scores = null)
    {
        scores ??= [.. Enumerable.Range(1, counts.Count).Select(place => (double)place)];
        if (counts.Count < 2 || counts.Count != totals.Count || counts.Count != scores.Count)
            throw new ArgumentException(
                $"Found {counts.Count} counts, {totals.Count} totals and {scores.Count} scores. Expected one of each for at "
                    + "least two groups.", nameof(totals));
        for (var group = 0; group < counts.Count; group++)
            if (totals[group] < 1 || counts[group] < 0 || counts[group] > totals[group])
                throw new ArgumentException(
                    $"Found {counts[group]} of {totals[group]} in group {group}. Expected a count from 0 to a total above 0.",
                    nameof(counts));

        double all = totals.Sum();
        var share = counts.Sum() / all;
        var mean = totals.Zip(scores, (total, score) => total * score).Sum() / all;
        double spread = 0, rise = 0;
        for (var group = 0; group < counts.Count; group++)
        {
            var distance = scores[group] - mean;
            spread += totals[group] * distance * distance;
            rise += distance * (counts[group] - totals[group] * share);
        }

        if (!(spread > 0))
            throw new ArgumentException("Found the same score in every group. Expected scores that differ.", nameof(scores));
        return new ProportionTrend(
            share is > 0 and < 1 ? rise / Math.Sqrt(share * (1 - share) * spread) : null, rise / spread);
    }
}
