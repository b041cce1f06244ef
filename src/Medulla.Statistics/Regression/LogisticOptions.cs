using System.Globalization;

namespace Medulla.Statistics.Regression;

/// <summary>How a <see cref="LogisticRegression"/> or <see cref="FirthLogistic"/> is fitted.</summary>
public sealed record LogisticOptions
{
    /// <summary>One per participant: a part of the log odds that is known. Null for 0 each. R: <c>offset()</c>.</summary>
    public IReadOnlyList<double>? Offset { get; init; }

    public double ConfidenceLevel { get; init; } = Distributions.ConfidenceLevel.Usual;

    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    /// <exception cref="NotEstimableException">There are only cases or only controls.</exception>
    internal void RequireUsable(IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates)
    {
        Distributions.ConfidenceLevel.Require(ConfidenceLevel);
        if (outcomes.Count == 0)
            throw new ArgumentException("Found no participants. Expected at least one case and one control.", nameof(outcomes));
        foreach (var covariate in covariates)
            covariate.RequireUsable(outcomes.Count, nameof(covariates));
        if (Offset is { } offsets)
        {
            if (offsets.Count != outcomes.Count)
                throw new ArgumentException(
                    $"Found {offsets.Count} offsets. Expected {outcomes.Count}, one per participant.", nameof(covariates));
            for (var index = 0; index < offsets.Count; index++)
                if (!double.IsFinite(offsets[index]))
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                        $"Found the offset {offsets[index]} at index {index}. Expected a finite number."), nameof(covariates));
        }

        var cases = outcomes.Count(outcome => outcome);
        if (cases == 0 || cases == outcomes.Count)
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found {cases} cases among {outcomes.Count} participants. Expected at least one case and one control.");
    }
}
