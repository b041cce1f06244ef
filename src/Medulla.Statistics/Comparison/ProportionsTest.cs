using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Are shares of several groups equal? Pearson's test, with an interval for the difference of two.</summary>
/// <param name="Shares">Of each group.</param>
/// <param name="Totals">Participants of each group.</param>
/// <param name="ChiSquare">Null where all or none of the participants were counted.</param>
/// <param name="Probability">Upper tail; null with the statistic.</param>
/// <param name="Correction">What Yates' correction took from each distance; 0 without.</param>
/// <remarks>Sources: Pearson 1900; correction, Yates 1934. R: <c>prop.test(x, n, correct = )</c>.</remarks>
public sealed record ProportionsTest(
    ImmutableArray<double> Shares, ImmutableArray<int> Totals, double? ChiSquare, double? Probability, double Correction)
{
    /// <summary>The convention in words.</summary>
    public string Convention => "Equality of proportions, chi-square "
        + (Correction > 0 ? "with Yates' correction; R: prop.test" : "without correction; R: prop.test(correct = FALSE)");

    /// <summary>Groups − 1.</summary>
    public int DegreesOfFreedom => Shares.Length - 1;

    /// <param name="counts">Participants counted, of each group.</param>
    /// <param name="totals">Participants of each group, at least 1.</param>
    /// <param name="continuityCorrection">Of two groups only, and never beyond the difference itself.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, lengths differ, or a count is outside 0 to its
    /// total.</exception>
    public static ProportionsTest Of(
        IReadOnlyList<int> counts, IReadOnlyList<int> totals, bool continuityCorrection = false)
    {
        if (counts.Count != totals.Count || counts.Count < 2)
            throw new ArgumentException(
                $"Found {counts.Count} counts and {totals.Count} totals. Expected one of each for at least two groups.",
                nameof(totals));
        for (var group = 0; group < counts.Count; group++)
            if (totals[group] < 1 || counts[group] < 0 || counts[group] > totals[group])
                throw new ArgumentException(
                    $"Found {counts[group]} of {totals[group]} in group {group}. Expected a count from 0 to a total above 0.",
                    nameof(counts));

        double counted = counts.Sum(), all = totals.Sum();
        ImmutableArray<double> shares = [.. counts.Zip(totals, (count, total) => (double)count / total)];
        var pooled = counted / all;
        var correction = 0.0;
        if (continuityCorrection && counts.Count == 2)
            correction = Math.Min(0.5, Math.Abs(shares[0] - shares[1]) / (1.0 / totals[0] + 1.0 / totals[1]));

        var chiSquare = 0.0;
        for (var group = 0; group < counts.Count; group++)
        {
            var distance = Math.Abs(counts[group] - totals[group] * pooled) - correction;
            chiSquare += distance * distance / (totals[group] * pooled * (1 - pooled));
        }

        return pooled is > 0 and < 1
            ? new ProportionsTest(
                shares, [.. totals], chiSquare, ChiSquared.UpperTail(chiSquare, counts.Count - 1), correction)
            : new ProportionsTest(shares, [.. totals], null, null, correction);
    }

    /// <summary>
    /// Plain interval of the first share less the second, kept within −1 to 1; null for more than two groups.
    /// </summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (Shares.Length != 2)
            return null;
        var (one, other) = (Shares[0], Shares[1]);
        var reach = ConfidenceLevel.NormalQuantile(confidenceLevel)
            * Math.Sqrt(one * (1 - one) / Totals[0] + other * (1 - other) / Totals[1])
            + Correction * (1.0 / Totals[0] + 1.0 / Totals[1]);
        return new Interval(Math.Max(-1, one - other - reach), Math.Min(1, one - other + reach));
    }
}
