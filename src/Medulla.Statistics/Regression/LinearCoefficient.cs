using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>One row of a <see cref="LinearRegression"/>'s table.</summary>
/// <param name="Name">Of the column; "(Intercept)" for the first.</param>
/// <param name="Estimate">Change of the outcome per unit of the column.</param>
/// <param name="StandardError">With one variance for all participants.</param>
/// <param name="Confidence">From Student's t.</param>
/// <param name="T">Estimate over standard error; null where the fit is perfect.</param>
/// <param name="Probability">Two-sided, of <paramref name="T"/>.</param>
/// <param name="RobustStandardErrorHc0">White's sandwich: holds where the variance is not the same for all.</param>
/// <param name="RobustStandardErrorHc3">The same with each residual over 1 − leverage: the better one in small cohorts;
/// null where a participant has leverage 1.</param>
public sealed record LinearCoefficient(
    string Name, double Estimate, double StandardError, Interval Confidence, double? T, double? Probability,
    double RobustStandardErrorHc0, double? RobustStandardErrorHc3);
