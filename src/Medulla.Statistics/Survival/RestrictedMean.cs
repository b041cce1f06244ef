using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Mean event-free time up to a horizon: the area under the curve.</summary>
/// <param name="Horizon">Where the area ends, in the unit of the cohort.</param>
/// <param name="Mean">In the unit of the cohort.</param>
/// <param name="StandardError">Greenwood-type, as R's <c>print(survfit, rmean = )</c>.</param>
public sealed record RestrictedMean(double Horizon, double Mean, double StandardError)
{
    /// <summary>This mean against that of another group.</summary>
    /// <exception cref="ArgumentException">The horizons differ.</exception>
    public RestrictedMeanContrast Against(RestrictedMean reference, double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (reference.Horizon != Horizon)
            throw new ArgumentException("Found two horizons. Expected one for both groups.", nameof(reference));

        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var difference = Mean - reference.Mean;
        var error = Math.Sqrt(StandardError * StandardError + reference.StandardError * reference.StandardError);
        var ratio = Mean / reference.Mean;
        var logError = Math.Sqrt(Math.Pow(StandardError / Mean, 2) + Math.Pow(reference.StandardError / reference.Mean, 2));
        return new RestrictedMeanContrast(
            difference, error, new Interval(difference - z * error, difference + z * error),
            error > 0 ? StandardNormal.TwoSided(difference / error) : null,
            ratio, new Interval(ratio * Math.Exp(-z * logError), ratio * Math.Exp(z * logError)));
    }
}

/// <summary>Two restricted means compared.</summary>
/// <param name="Difference">In the unit of the cohort.</param>
/// <param name="StandardError">Of <paramref name="Difference"/>.</param>
/// <param name="Confidence">Of <paramref name="Difference"/>.</param>
/// <param name="Probability">Two-sided, of no difference; null when neither mean varies.</param>
/// <param name="Ratio">Of the means.</param>
/// <param name="RatioConfidence">On the log scale.</param>
/// <remarks>Sources: Royston &amp; Parmar 2013. R: <c>survRM2::rmst2</c>.</remarks>
public sealed record RestrictedMeanContrast(
    double Difference, double StandardError, Interval Confidence, double? Probability, double Ratio, Interval RatioConfidence);
