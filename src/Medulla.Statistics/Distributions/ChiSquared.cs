using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The chi-square distribution.</summary>
/// <remarks>
/// R: <c>pchisq</c>, <c>qchisq</c>. The upper tail is its own function: 1 − cumulative is 0 from about 70 on.
/// </remarks>
public static class ChiSquared
{
    // From here down MathNet gives 0, and two terms of the series give every digit.
    const double NearZero = 1e-9;

    public static double Cumulative(double x, double degreesOfFreedom)
    {
        var shape = RequireDegrees(degreesOfFreedom) / 2;
        return x switch
        {
            <= 0 => 0,
            < NearZero => Math.Exp(shape * Math.Log(x / 2) - SpecialFunctions.GammaLn(shape + 1))
                * (1 - shape / (shape + 1) * x / 2),
            _ => SpecialFunctions.GammaLowerRegularized(shape, x / 2),
        };
    }

    public static double UpperTail(double x, double degreesOfFreedom) =>
        x < NearZero
            ? 1 - Cumulative(x, degreesOfFreedom)
            : SpecialFunctions.GammaUpperRegularized(RequireDegrees(degreesOfFreedom) / 2, x / 2);

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
