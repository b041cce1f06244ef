using MathNet.Numerics.Statistics;

namespace Medulla.Statistics.Description;

/// <summary>A column of numbers in the words of a baseline table.</summary>
/// <param name="Count">Values present.</param>
/// <param name="Missing">Values absent.</param>
/// <param name="Mean">Null without values, as all that follow.</param>
/// <param name="StandardDeviation">On n − 1; null for fewer than two values.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="LowerQuartile">Type 7.</param>
/// <param name="Median">Type 7, the usual median.</param>
/// <param name="UpperQuartile">Type 7.</param>
/// <param name="Maximum">Largest value.</param>
public sealed record Summary(
    int Count, int Missing, double? Mean, double? StandardDeviation,
    double? Minimum, double? LowerQuartile, double? Median, double? UpperQuartile, double? Maximum)
{
    /// <summary>The conventions in words, for a report's footnote.</summary>
    public const string Convention = "Standard deviation on n − 1; quartiles of type 7; R: mean, sd, quantile(type = 7)";

    /// <param name="values">Null where missing.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static Summary Of(IEnumerable<double?> values)
    {
        double?[] all = [.. values];
        double[] present = [.. all.OfType<double>()];
        var missing = all.Length - present.Length;
        if (present.Length == 0)
            return new Summary(0, missing, null, null, null, null, null, null, null);

        var sorted = Quantiles.Sorted(present);
        return new Summary(
            sorted.Length, missing, sorted.Mean(), sorted.Length > 1 ? sorted.StandardDeviation() : null,
            sorted[0], Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.5), Quantiles.Of(sorted, 0.75), sorted[^1]);
    }
}
