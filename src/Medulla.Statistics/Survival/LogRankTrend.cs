using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>The log-rank test for ordered groups.</summary>
/// <param name="Scores">One per group.</param>
/// <param name="Z">Above 0 when later groups have more events than expected.</param>
/// <param name="ChiSquare">On one degree of freedom.</param>
/// <param name="Probability">Two-sided.</param>
public sealed record LogRankTrend(ImmutableArray<double> Scores, double Z, double ChiSquare, double Probability);

/// <summary>Hazard ratios read off a log-rank comparison; a <see cref="CoxRegression"/> estimates them better.</summary>
/// <param name="ObservedToExpected">(O₂/E₂) / (O₁/E₁).</param>
/// <param name="Peto">exp((O₂ − E₂) / V): one step of Newton from no difference (Yusuf et al. 1985).</param>
/// <param name="PetoConfidence">Interval of <paramref name="Peto"/>.</param>
public sealed record LogRankHazardRatio(double ObservedToExpected, double Peto, Interval PetoConfidence);

/// <summary>Two of several groups compared.</summary>
/// <param name="Test">On these two groups alone.</param>
/// <param name="AdjustedProbability">
/// For the number of pairs that could be compared; null where the two were never at risk together.
/// </param>
public sealed record LogRankPair(LogRank Test, double? AdjustedProbability);
