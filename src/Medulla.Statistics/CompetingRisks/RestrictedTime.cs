using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Mean time spent in a state up to a horizon: lost to a cause, or event-free.</summary>
/// <param name="Cause">Null for the event-free state.</param>
/// <param name="Horizon">In the unit of the cohort.</param>
/// <param name="Mean">Area under the curve of the state, in the unit of the cohort.</param>
/// <param name="StandardError">Infinitesimal jackknife.</param>
public sealed record RestrictedTime(int? Cause, double Horizon, double Mean, double StandardError)
{
    public const string Convention = "Restricted mean time, infinitesimal jackknife standard error; "
        + "R: summary(survfit(Surv(time, factor(cause)) ~ 1), rmean = horizon)";

    /// <summary>Wald interval, cut at 0 and at the horizon.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * StandardError;
        return new Interval(Math.Max(0, Mean - halfWidth), Math.Min(Horizon, Mean + halfWidth));
    }

    /// <summary>This mean less that of another, independent group.</summary>
    /// <exception cref="ArgumentException">The horizons or the states differ.</exception>
    public RestrictedTimeDifference Against(RestrictedTime reference, double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (reference.Horizon != Horizon)
            throw new ArgumentException("Found two horizons. Expected one for both groups.", nameof(reference));
        if (reference.Cause != Cause)
            throw new ArgumentException("Found two states. Expected the same cause in both groups.", nameof(reference));

        var difference = Mean - reference.Mean;
        var error = Math.Sqrt(StandardError * StandardError + reference.StandardError * reference.StandardError);
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * error;
        return new RestrictedTimeDifference(difference, error, new Interval(difference - halfWidth, difference + halfWidth),
            error > 0 ? StandardNormal.TwoSided(difference / error) : null);
    }
}

/// <summary>Two restricted mean times compared.</summary>
/// <param name="Difference">In the unit of the cohort.</param>
/// <param name="StandardError">Of <paramref name="Difference"/>.</param>
/// <param name="Confidence">Wald interval.</param>
/// <param name="Probability">Two-sided, of no difference; null when neither mean varies.</param>
public sealed record RestrictedTimeDifference(double Difference, double StandardError, Interval Confidence,
    double? Probability);
