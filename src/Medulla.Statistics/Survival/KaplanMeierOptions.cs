using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>How survival follows from numbers at risk and events.</summary>
public enum SurvivalEstimator
{
    /// <summary>∏ (1 − d / n): Kaplan–Meier. R: <c>stype = 1</c>.</summary>
    ProductLimit,

    /// <summary>exp(−cumulative hazard): Breslow's. Never 0. R: <c>stype = 2</c>.</summary>
    ExponentialOfHazard,
}

/// <summary>How the cumulative hazard counts events at one time.</summary>
public enum CumulativeHazardEstimator
{
    /// <summary>d / n. R: <c>ctype = 1</c>.</summary>
    NelsonAalen,

    /// <summary>1 / n + 1 / (n − 1) + …, as if the tied events had come in turn. R: <c>ctype = 2</c>.</summary>
    FlemingHarrington,
}

/// <summary>Whose standard error gives the lower limit.</summary>
public enum SurvivalLowerLimit
{
    /// <summary>The curve's, as for the upper limit.</summary>
    Usual,

    /// <summary>√((1 − S) / n) on the log scale: as if only those still at risk had been followed. R: <c>conf.lower = "peto"</c>.</summary>
    Peto,

    /// <summary>
    /// The curve's, widened by the share of those at risk at the last event who are at risk still.
    /// R: <c>conf.lower = "modified"</c>.
    /// </summary>
    Modified,
}

/// <summary>What a <see cref="KaplanMeier"/> may do otherwise than usual.</summary>
/// <remarks>
/// Sources: exponential of the hazard, Breslow 1972; hazard at tied events, Fleming &amp; Harrington 1984; lower limits,
/// Peto et al. 1977; Dorey &amp; Korn 1987.
/// </remarks>
public sealed record KaplanMeierOptions
{
    /// <summary>Log-log unless said otherwise; R's own default is <see cref="SurvivalIntervalType.Log"/>.</summary>
    public SurvivalIntervalType IntervalType { get; init; } = SurvivalIntervalType.LogLog;

    /// <summary>Between 0 and 1.</summary>
    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;

    public SurvivalEstimator Estimator { get; init; } = SurvivalEstimator.ProductLimit;

    public CumulativeHazardEstimator CumulativeHazard { get; init; } = CumulativeHazardEstimator.NelsonAalen;

    public SurvivalLowerLimit LowerLimit { get; init; } = SurvivalLowerLimit.Usual;

    /// <summary>Whether times that differ by rounding alone are one time. R: <c>survfit(..., timefix = )</c>.</summary>
    public bool MergeRounding { get; init; } = true;

    /// <summary>
    /// One per participant, above 0: each counts as that many participants. Null where each counts once.
    /// R: <c>survfit(..., weights = , robust = FALSE)</c>.
    /// </summary>
    public IReadOnlyList<double>? CaseWeights { get; init; }
}
