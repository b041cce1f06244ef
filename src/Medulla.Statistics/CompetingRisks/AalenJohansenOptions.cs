using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Two estimates of how much a cumulative incidence varies; they can differ by several percent.</summary>
public enum IncidenceVariance
{
    /// <summary>
    /// Squared influence of each participant. R: <c>survfit(Surv(time, factor(cause)) ~ 1)</c>. Of the event-free state it is
    /// Greenwood's where all were observed from time 0.
    /// </summary>
    InfinitesimalJackknife,

    /// <summary>Martingale variance with a correction for ties (Aalen 1978; Gray 1988). R: <c>cmprsk::cuminc</c>.</summary>
    Aalen,
}

/// <summary>How <see cref="AalenJohansen"/> estimates.</summary>
public sealed record AalenJohansenOptions
{
    public IncidenceVariance Variance { get; init; } = IncidenceVariance.InfinitesimalJackknife;

    /// <summary>Log-log unless said otherwise; the default of R's survfit is <see cref="SurvivalIntervalType.Log"/>.</summary>
    public SurvivalIntervalType IntervalType { get; init; } = SurvivalIntervalType.LogLog;

    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;

    /// <summary>
    /// All causes there are, rising, so that groups in which one never happened have its curve too. Null for the causes seen.
    /// </summary>
    public IReadOnlyList<int>? Causes { get; init; }
}
