using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>How participants with another event are weighted, and what the variance makes of it.</summary>
/// <remarks>The two agree where no event shares its time with a censoring, but for the variance.</remarks>
public enum FineGrayConvention
{
    /// <summary>
    /// Fine &amp; Gray 1999: at a tie of event and censoring, the participant with the event counts as at risk of censoring;
    /// the
    /// variance accounts for the estimated censoring. R: <c>cmprsk::crr</c>.
    /// </summary>
    Original,

    /// <summary>
    /// A weighted Cox regression: at such a tie the event comes first; the variance is the sandwich with the weights as known.
    /// R: <c>survival::finegray</c>, then <c>coxph(..., weights = fgwt, cluster = id)</c>.
    /// </summary>
    WeightedCox,
}

/// <summary>How a <see cref="FineGray"/> regression is fitted.</summary>
public sealed record FineGrayOptions
{
    public FineGrayConvention Convention { get; init; } = FineGrayConvention.Original;

    /// <summary>Breslow, which the original convention demands, unless said otherwise.</summary>
    public CoxTies Ties { get; init; } = CoxTies.Breslow;

    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;
}
