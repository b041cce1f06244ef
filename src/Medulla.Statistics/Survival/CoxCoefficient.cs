using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>One row of a <see cref="CoxRegression"/>'s table.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log hazard ratio per unit of the column.</param>
/// <param name="StandardError">From the observed information, or robust where asked for.</param>
/// <param name="HazardRatio">Per unit of the column.</param>
/// <param name="Confidence">Wald interval of <paramref name="HazardRatio"/>.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record CoxCoefficient(
    string Name, double Estimate, double StandardError, double HazardRatio, Interval Confidence, double Z, double Probability)
{
    internal static CoxCoefficient Of(string name, double estimate, double standardError, double z) => new(
        name, estimate, standardError, Math.Exp(estimate),
        new Interval(Math.Exp(estimate - z * standardError), Math.Exp(estimate + z * standardError)),
        estimate / standardError, StandardNormal.TwoSided(estimate / standardError));
}
