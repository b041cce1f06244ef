using System.Collections.Immutable;

namespace Medulla.Figures.Recipes;

/// <summary>One distinct time of follow-up: who left then, and the curve from then on.</summary>
/// <param name="Survival">A fraction, from 1 down to 0.</param>
/// <param name="Lower">Of the pointwise interval; null where survival is 1 or 0.</param>
public sealed record SurvivalStep(double Days, double Survival, double? Lower, double? Upper, int Events, int Censored);

/// <summary>One person of a curve, for pages that may name people.</summary>
public sealed record FollowedPerson(double Days, bool EventObserved, Mark Mark);

/// <param name="Days">Null when the curve stays above one half.</param>
public sealed record MedianSurvival(double? Days, double? LowerDays, double? UpperDays);

/// <summary>One curve.</summary>
public sealed record KaplanMeierGroup
{
    public required Bilingual Name { get; init; }

    /// <summary>Every time at which somebody's follow-up ended, earliest first; at least one.</summary>
    public required ImmutableArray<SurvivalStep> Steps { get; init; }

    public required MedianSurvival Median { get; init; }

    /// <summary>Against the first group; null for the first group, or when no model was fitted.</summary>
    public Estimate? HazardRatio { get; init; }

    /// <summary>At <see cref="KaplanMeierInput.LandmarkYears"/>, as fractions.</summary>
    public Estimate? LandmarkSurvival { get; init; }

    /// <summary>Empty when nobody may be named.</summary>
    public ImmutableArray<FollowedPerson> People { get; init; } = [];

    public int Events => Steps.Sum(step => step.Events);

    public int Count => Steps.Sum(step => step.Events + step.Censored);

    public double LastFollowUpDays => Steps[^1].Days;

    /// <summary>Still followed and free of the event just before this day.</summary>
    internal int AtRisk(double days) => Count - Left(days, step => step.Events + step.Censored);

    internal int EventsBefore(double days) => Left(days, step => step.Events);

    internal int CensoredBefore(double days) => Left(days, step => step.Censored);

    /// <summary>The step the curve is on at this day; null before the first.</summary>
    internal SurvivalStep? StepAt(double days) => Steps.LastOrDefault(step => step.Days <= days);

    // A tick at 84 months is 2556.75 days; a follow-up that ends there must not fall off by a rounding error.
    int Left(double days, Func<SurvivalStep, int> counted) => Steps.TakeWhile(step => step.Days < days - 1e-9).Sum(counted);
}

/// <summary>What a Kaplan–Meier figure shows; every number is already computed.</summary>
public sealed record KaplanMeierInput
{
    /// <summary>Names the figure in ids: "km-overall-survival".</summary>
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>"Overall survival".</summary>
    public required Bilingual Endpoint { get; init; }

    /// <summary>"Time since diagnosis".</summary>
    public required Bilingual TimeOrigin { get; init; }

    /// <summary>One to six, in the order of the definition, which fixes their colours.</summary>
    public required ImmutableArray<KaplanMeierGroup> Groups { get; init; }

    public LogRankResult? LogRank { get; init; }

    /// <summary>P of the test of proportional hazards.</summary>
    public double? ProportionalHazardsP { get; init; }

    /// <summary>By reverse Kaplan–Meier.</summary>
    public double? MedianFollowUpDays { get; init; }

    public int? LandmarkYears { get; init; }

    public bool Simulated { get; init; }
}

public sealed record LogRankResult(double ChiSquared, int DegreesOfFreedom, double P);
