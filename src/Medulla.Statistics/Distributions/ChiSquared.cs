using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The chi-square distribution.</summary>
/// <remarks>R: <c>pchisq</c>, <c>qchisq</c>. The upper tail is its own function: 1 − cumulative is 0 from about 70 on.</remarks>
public static class ChiSquared
{
    public static double Cumulative(double x, double degreesOfFreedom) =>
        x <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(RequireDegrees(degreesOfFreedom) / 2, x / 2);

    public static double UpperTail(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(RequireDegrees(degreesOfFreedom) / 2, x / 2);

    /// <param name="probability">Between 0 and 1, ends excluded.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");

        var upperTail = 1 - probability;
        return probability <= 0.5
            ? MonotoneRoot.Positive(x => Cumulative(x, degreesOfFreedom) - probability)
            : MonotoneRoot.Positive(x => upperTail - UpperTail(x, degreesOfFreedom));
    }

    static double RequireDegrees(double degreesOfFreedom) =>
        degreesOfFreedom > 0
            ? degreesOfFreedom
            : throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Expected above 0.");
}
