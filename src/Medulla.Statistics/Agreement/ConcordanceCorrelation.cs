using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Agreement;

/// <summary>How near two methods come to the line of identity: Lin's concordance correlation.</summary>
/// <param name="Count">Specimens.</param>
/// <param name="Estimate">ρc, from −1 to 1: correlation times accuracy.</param>
/// <param name="Correlation">Pearson's: how near to any line.</param>
/// <param name="Accuracy">How near that line is to identity, above 0 to 1; null without correlation.</param>
/// <param name="StandardErrorOfZ">Of atanh ρc; null for a perfect line, no correlation, or three specimens.</param>
/// <remarks>Variances on n. Sources: Lin 1989; standard error, Lin 2000. R: <c>DescTools::CCC(x, y)</c>.</remarks>
public sealed record ConcordanceCorrelation(
    int Count, double Estimate, double Correlation, double? Accuracy, double? StandardErrorOfZ)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Lin's concordance correlation, variances on n, z-transformed interval; R: DescTools::CCC";

    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three specimens, or a column that is not finite or does not vary.
    /// </exception>
    public static ConcordanceCorrelation Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        PairedValues.Require(x, y);
        var sums = PairedMeasurements.Of(x, y, nameof(x), nameof(y));
        double n = sums.Count;
        var distance = sums.Mean - sums.OtherMean;
        var estimate = 2 * sums.Products / (sums.Squares + sums.OtherSquares + n * distance * distance);
        var correlation = Math.Clamp(sums.Products / Math.Sqrt(sums.Squares) / Math.Sqrt(sums.OtherSquares), -1, 1);
        if (correlation == 0)
            return new ConcordanceCorrelation(sums.Count, 0, 0, null, null);

        var (square, own) = (correlation * correlation, estimate * estimate);
        var shift = distance * distance / (Math.Sqrt(sums.Squares / n) * Math.Sqrt(sums.OtherSquares / n));
        var variance = ((1 - square) * own / ((1 - own) * square)
            + 2 * own * estimate * (1 - estimate) * shift / (correlation * (1 - own) * (1 - own))
            - own * own * shift * shift / (2 * square * (1 - own) * (1 - own))) / (n - 2);
        return new ConcordanceCorrelation(
            sums.Count, estimate, correlation, estimate / correlation,
            own < 1 && variance > 0 && n > 3 ? Math.Sqrt(variance) : null);
    }

    /// <summary>Null with the standard error.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        StandardErrorOfZ is { } error ? PearsonCorrelation.FisherZ(Estimate, error, confidenceLevel) : null;
}
