using System.Collections.Immutable;

namespace Medulla.Statistics.Survival;

/// <summary>How one participant departs from a <see cref="CoxRegression"/>, and how much the estimate leans on them.</summary>
/// <param name="Martingale">Events minus expected events: below 1; large negative when the event stays out too long.</param>
/// <param name="Deviance">The same made symmetric about 0.</param>
/// <param name="Scores">Contribution to the first derivative, one per column.</param>
/// <param name="CoefficientChanges">
/// About how much each coefficient would fall if this participant were left out (dfbeta).
/// </param>
/// <param name="ChangesInStandardErrors">The same in standard errors of the model (dfbetas).</param>
/// <remarks>
/// R: <c>residuals(coxph, type = "martingale" | "deviance" | "score" | "dfbeta" | "dfbetas")</c>.
/// Sources: Therneau, Grambsch &amp; Fleming 1990.
/// </remarks>
public sealed record CoxResidual(
    double Martingale, double Deviance, ImmutableArray<double> Scores, ImmutableArray<double> CoefficientChanges,
    ImmutableArray<double> ChangesInStandardErrors);
