using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>The curve from one time at which somebody's follow-up ended up to the next such time.</summary>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="AtRisk">Participants still followed and event-free just before this time.</param>
/// <param name="Events">Participants with the event at this time.</param>
/// <param name="Censored">Participants whose follow-up ended at this time without the event.</param>
/// <param name="Survival">Probability of being event-free after this time.</param>
/// <param name="LogStandardError">
/// Of log <paramref name="Survival"/>; null once survival is 0. Greenwood's, unless survival is the exponential of the hazard.
/// </param>
/// <param name="Confidence">
/// Pointwise interval; null where survival is 0, and for log-log, logit and arcsine where it is 1.
/// </param>
/// <param name="CumulativeHazard">Nelson–Aalen estimate, unless the options say otherwise.</param>
/// <param name="CumulativeHazardStandardError">Aalen's, of <paramref name="CumulativeHazard"/>.</param>
public sealed record KaplanMeierStep(
    double Time, int AtRisk, int Events, int Censored,
    double Survival, double? LogStandardError, Interval? Confidence,
    double CumulativeHazard, double CumulativeHazardStandardError)
{
    /// <summary>Of <see cref="Survival"/>; null once survival is 0.</summary>
    public double? StandardError => Survival * LogStandardError;

    /// <summary>Sum of the case weights of those at risk; their number where each counts once.</summary>
    public double AtRiskWeight { get; init; } = AtRisk;

    /// <summary>Sum of the case weights of those with the event.</summary>
    public double EventWeight { get; init; } = Events;

    /// <summary>Sum of the case weights of the censored.</summary>
    public double CensoredWeight { get; init; } = Censored;
}

/// <summary>The curve read at a time of the reader's choice, with what happened since the previous such time.</summary>
/// <param name="Time">The time asked for.</param>
/// <param name="Survival">Of the last step at or before it; null beyond the last follow-up.</param>
/// <param name="StandardError">Of <paramref name="Survival"/>; null where that is 0 or null.</param>
/// <param name="Confidence">Pointwise interval; null where there is none.</param>
/// <param name="AtRisk">Participants whose follow-up reaches this time or goes beyond.</param>
/// <param name="EventsSincePrevious">Events after the previous time asked for, up to and including this one.</param>
/// <param name="CensoredSincePrevious">Censored after the previous time asked for, up to and including this one.</param>
public sealed record SurvivalAtTime(
    double Time, double? Survival, double? StandardError, Interval? Confidence,
    int AtRisk, int EventsSincePrevious, int CensoredSincePrevious)
{
    /// <summary>Sum of the case weights of those at risk; their number where each counts once.</summary>
    public double AtRiskWeight { get; init; } = AtRisk;

    /// <summary>Sum of the case weights of the events since the previous time.</summary>
    public double EventWeightSincePrevious { get; init; } = EventsSincePrevious;
}

/// <summary>The time by which a share of participants has had the event.</summary>
/// <param name="Probability">The share, between 0 and 1.</param>
/// <param name="Time">Null when the curve does not fall that far.</param>
/// <param name="Lower">Where the lower confidence curve falls that far; null when it does not.</param>
/// <param name="Upper">Where the upper confidence curve falls that far; null when it does not.</param>
public sealed record SurvivalQuantile(double Probability, double? Time, double? Lower, double? Upper);
