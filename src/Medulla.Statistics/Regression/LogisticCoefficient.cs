using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>One row of a <see cref="LogisticRegression"/>'s table.</summary>
/// <param name="Name">Of the column; "(Intercept)" for the first.</param>
/// <param name="Estimate">Log odds ratio per unit of the column.</param>
/// <param name="StandardError">From the information at the estimate.</param>
/// <param name="LogOddsConfidence">Wald interval of <paramref name="Estimate"/>.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record LogisticCoefficient(
    string Name, double Estimate, double StandardError, Interval LogOddsConfidence, double Z, double Probability)
{
    /// <summary>Per unit of the column; of the intercept, the odds where all columns are 0.</summary>
    public double OddsRatio => Math.Exp(Estimate);

    /// <summary>Wald interval of <see cref="OddsRatio"/>.</summary>
    public Interval Confidence => new(Math.Exp(LogOddsConfidence.Lower), Math.Exp(LogOddsConfidence.Upper));

    /// <summary>The same estimate with another standard error, such as a robust one.</summary>
    /// <param name="standardError">Above 0.</param>
    /// <param name="confidenceLevel">Of the Wald interval.</param>
    public LogisticCoefficient WithStandardError(double standardError, double confidenceLevel) =>
        Of(Name, Estimate, standardError, confidenceLevel);

    internal static LogisticCoefficient Of(string name, double estimate, double standardError, double confidenceLevel)
    {
        var half = ConfidenceLevel.NormalQuantile(confidenceLevel) * standardError;
        var z = estimate / standardError;
        return new LogisticCoefficient(
            name, estimate, standardError, new Interval(estimate - half, estimate + half), z, StandardNormal.TwoSided(z));
    }
}
