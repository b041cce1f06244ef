namespace Medulla.Statistics.Survival;

/// <summary>How much a pair counts, by the time of the earlier of its two events.</summary>
/// <remarks>
/// R: <c>concordance(timewt = )</c>. Sources: Therneau &amp; Watson 2015; Peto–Wilcoxon and S/G weights, Schemper, Wakounig
/// &amp; Heinze 2009; n/G², Uno, Cai, Pencina, D'Agostino &amp; Wei 2011.
/// </remarks>
public enum ConcordanceTimeWeight
{
    /// <summary>Every pair counts 1: Harrell's C. R: <c>"n"</c>.</summary>
    EveryPair,

    /// <summary>An event time counts as much as the share still event-free. R: <c>"S"</c>.</summary>
    Survival,

    /// <summary>The same, undoing the loss by censoring. R: <c>"S/G"</c>.</summary>
    SurvivalOverCensoring,

    /// <summary>Pairs count 1 / G(t−)², G the curve of censoring: Uno's C. R: <c>"n/G2"</c>.</summary>
    InverseCensoring,

    /// <summary>Every event counts the same, however many are at risk. R: <c>"I"</c>.</summary>
    EveryEvent,
}
