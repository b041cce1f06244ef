using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Ever-responders against the rest, as if response had been known at the start. For comparison only.</summary>
/// <remarks>
/// Responders cannot have the event before they respond: that time is credited to response (immortal time bias). Shown beside a
/// <see cref="Landmark"/> or a <see cref="TimeDependentCovariate"/> analysis, it says how large the bias is; reported alone, it
/// misleads. Sources: Anderson, Cain &amp; Gelber 1983; Suissa 2008.
/// </remarks>
public sealed record NaiveResponderAnalysis
{
    NaiveResponderAnalysis(CoxRegression biased) => Biased = biased;

    /// <summary>The first column is response.</summary>
    public CoxRegression Biased { get; }

    /// <summary>To be printed wherever the numbers are.</summary>
    public string Warning =>
        "Responders are immortal until they respond: this hazard ratio is biased in favour of response. "
            + "Report the landmark or the time-dependent analysis.";

    /// <param name="followUps">One per participant.</param>
    /// <param name="responded">One per participant, at whatever time.</param>
    /// <param name="columns">Further columns, if any.</param>
    /// <param name="options">Efron ties, 95 % intervals unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, negative or not finite.</exception>
    /// <exception cref="NotEstimableException">No events, a constant or collinear column, or separation.</exception>
    public static NaiveResponderAnalysis ForComparisonOnly(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<bool> responded, IReadOnlyList<Covariate> columns,
        CoxOptions? options = null) =>
        new(CoxRegression.Fit(
            followUps, [new Covariate("response", [.. responded.Select(one => one ? 1.0 : 0.0)]), .. columns], options));
}
