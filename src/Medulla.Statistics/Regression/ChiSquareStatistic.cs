using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>A statistic with a chi-square distribution where the hypothesis holds.</summary>
/// <param name="ChiSquare">0 or more.</param>
/// <param name="DegreesOfFreedom">Number of coefficients that the hypothesis takes away.</param>
/// <param name="Probability">Upper tail; null without degrees of freedom.</param>
public sealed record ChiSquareStatistic(double ChiSquare, double DegreesOfFreedom, double? Probability)
{
    internal static ChiSquareStatistic Of(double chiSquare, double degreesOfFreedom) =>
        new(chiSquare, degreesOfFreedom, degreesOfFreedom > 0 ? ChiSquared.UpperTail(chiSquare, degreesOfFreedom) : null);
}
