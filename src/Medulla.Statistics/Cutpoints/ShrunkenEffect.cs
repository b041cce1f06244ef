using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Cutpoints;

/// <summary>The ratio of a marker's two groups, drawn back towards 1 because the cut was chosen to make it large.</summary>
/// <param name="Apparent">As if the cut had been fixed beforehand: too far from 1.</param>
/// <param name="Factor">From 0 to 1, of the logarithm.</param>
/// <param name="Estimate">Apparent to the power of the factor.</param>
/// <param name="Confidence">
/// Interval of the estimate, as wide as the corrected probability asks; null where that is 1, which bounds nothing.
/// </param>
/// <remarks>
/// The factor is 1 − 1/χ², at least 0, with the χ² of one degree of freedom that has the corrected probability; the
/// standard error is the apparent logarithm over the root of that χ².
/// Sources: factor, Schumacher, Holländer &amp; Sauerbrei 1997; width, Holländer, Sauerbrei &amp; Schumacher 2004.
/// </remarks>
public sealed record ShrunkenEffect(double Apparent, double Factor, double Estimate, Interval? Confidence)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Logarithm times 1 − 1/χ² and its standard error from χ², the χ² being that of the corrected p-value";

    internal static ShrunkenEffect Of(double apparent, double correctedProbability, double confidenceLevel)
    {
        var quantile = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var z = correctedProbability < 1 ? -StandardNormal.Quantile(correctedProbability / 2) : 0;
        var factor = z > 1 ? 1 - 1 / (z * z) : 0;
        var logarithm = Math.Log(apparent);
        var halfWidth = quantile * Math.Abs(logarithm) / z;
        return new(apparent, factor, Math.Exp(factor * logarithm), z > 0
            ? new Interval(Math.Exp(factor * logarithm - halfWidth), Math.Exp(factor * logarithm + halfWidth))
            : null);
    }
}
