using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The normal distribution with mean 0 and variance 1.</summary>
/// <remarks>R: <c>pnorm</c>, <c>qnorm</c>. Tails keep their relative precision, because no 1 − p is formed.</remarks>
public static class StandardNormal
{
    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    public static double Cumulative(double z) => SpecialFunctions.Erfc(-z / Constants.Sqrt2) / 2;

    public static double UpperTail(double z) => SpecialFunctions.Erfc(z / Constants.Sqrt2) / 2;

    /// <summary>Probability of a value at least as far from zero as <paramref name="z"/>.</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <param name="probability">Between 0 and 1, ends excluded.</param>
    public static double Quantile(double probability) =>
        probability is > 0 and < 1
            ? -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * probability)
            : throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");
}
