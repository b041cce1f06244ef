using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>What the partial likelihood does with participants whose events share a time.</summary>
public enum CoxTies
{
    /// <summary>Efron 1977: close to the exact likelihood. The default of R; SAS: <c>TIES=EFRON</c>.</summary>
    Efron,

    /// <summary>Breslow 1974: simpler, biased towards no effect when ties are many. The default of SAS.</summary>
    Breslow,

    /// <summary>
    /// Cox 1972: as if time were discrete, which participants have the event given how many do. Also the likelihood of matched
    /// case-control studies. Case weights are not supported. R: <c>ties = "exact"</c>; SAS: <c>TIES=DISCRETE</c>.
    /// </summary>
    Exact,
}

/// <summary>How a <see cref="CoxRegression"/> is fitted.</summary>
public sealed record CoxOptions
{
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>One label per participant; each stratum has its own baseline hazard. Null for one stratum.</summary>
    public IReadOnlyList<string>? Strata { get; init; }

    /// <summary>One per participant, 0 or more: how many participants this row stands for. Null for 1 each.</summary>
    public IReadOnlyList<double>? CaseWeights { get; init; }

    /// <summary>One per participant: a part of the log hazard ratio that is known. Null for 0 each.</summary>
    public IReadOnlyList<double>? Offset { get; init; }

    /// <summary>Sandwich variance (Lin &amp; Wei 1989): holds when the model does not.</summary>
    /// <remarks>R: <c>coxph(robust = TRUE)</c>.</remarks>
    public bool RobustVariance { get; init; }

    /// <summary>
    /// One label per participant; rows of one label may depend on one another. Implies the robust variance. Null when each
    /// row is on its own. R: <c>coxph(cluster = )</c>.
    /// </summary>
    public IReadOnlyList<string>? Clusters { get; init; }

    /// <summary>Times that differ by rounding alone are one time. R: <c>coxph.control(timefix = TRUE)</c>.</summary>
    public bool MergeRounding { get; init; } = true;

    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;

    /// <exception cref="ArgumentException">A list has another length than the cohort, or holds an unusable number.</exception>
    internal void RequireUsable(int participants, string argument)
    {
        Distributions.ConfidenceLevel.Require(ConfidenceLevel);
        RequireLength(Strata?.Count, "strata");
        RequireLength(Clusters?.Count, "clusters");
        RequireLength(CaseWeights?.Count, "case weights");
        RequireLength(Offset?.Count, "offsets");
        if (Ties == CoxTies.Exact && CaseWeights?.All(weight => weight == 1) == false)
            throw new ArgumentException(
                "Found case weights with exact ties. Expected none: their likelihood counts whole participants.", argument);
        for (var index = 0; index < participants && (CaseWeights ?? Offset) is not null; index++)
        {
            if (CaseWeights?[index] is not (null or (>= 0 and < double.PositiveInfinity)))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the case weight {CaseWeights[index]} at index {index}. Expected 0 or more, and finite."), argument);
            if (Offset?[index] is { } offset && !double.IsFinite(offset))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the offset {offset} at index {index}. Expected a finite number."), argument);
        }

        void RequireLength(int? count, string what)
        {
            if (count is { } found && found != participants)
                throw new ArgumentException($"Found {found} {what}. Expected {participants}, one per participant.", argument);
        }
    }
}
