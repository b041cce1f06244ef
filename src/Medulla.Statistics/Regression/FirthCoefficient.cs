using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>One row of the table of a fit by Firth's penalised likelihood.</summary>
/// <param name="Name">Of the column; "(Intercept)" for the first of a logistic model.</param>
/// <param name="Estimate">Log odds ratio, or log hazard ratio, per unit of the column.</param>
/// <param name="StandardError">From the information of the unpenalised likelihood at the estimate.</param>
/// <param name="LogConfidence">Profile penalised-likelihood interval of <paramref name="Estimate"/>; rarely symmetric.</param>
/// <param name="Test">Penalised likelihood ratio against a coefficient of 0.</param>
public sealed record FirthCoefficient(
    string Name, double Estimate, double StandardError, Interval LogConfidence, ChiSquareStatistic Test)
{
    /// <summary>Odds ratio, or hazard ratio.</summary>
    public double Ratio => Math.Exp(Estimate);

    /// <summary>Interval of <see cref="Ratio"/>.</summary>
    public Interval Confidence => new(Math.Exp(LogConfidence.Lower), Math.Exp(LogConfidence.Upper));
}
