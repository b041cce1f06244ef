namespace Medulla.Statistics.Regression;

/// <summary>How one participant stands to a fitted logistic model.</summary>
/// <param name="Fitted">Probability of being a case.</param>
/// <param name="Leverage">0 to 1: how far the fit follows this one outcome. R: <c>hatvalues</c>.</param>
/// <param name="Pearson">Outcome less probability, over its standard deviation.</param>
/// <param name="Deviance">Signed square root of this participant's part of the deviance.</param>
/// <param name="CookDistance">How far all coefficients would move without this participant. R: <c>cooks.distance</c>.</param>
public sealed record LogisticResidual(double Fitted, double Leverage, double Pearson, double Deviance, double CookDistance);
