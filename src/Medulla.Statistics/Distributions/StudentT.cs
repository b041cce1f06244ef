using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>Student's t distribution.</summary>
/// <remarks>R: <c>pt</c>, <c>qt</c>. Degrees of freedom need not be whole (Welch).</remarks>
public static class StudentT
{
    public static double Cumulative(double t, double degreesOfFreedom) =>
        t <= 0 ? TwoSided(t, degreesOfFreedom) / 2 : 1 - TwoSided(t, degreesOfFreedom) / 2;

    public static double UpperTail(double t, double degreesOfFreedom) => Cumulative(-t, degreesOfFreedom);

    /// <summary>Probability of a value at least as far from zero as <paramref name="t"/>.</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        RequireDegrees(degreesOfFreedom);
        if (double.IsInfinity(t))
            return 0;

        // Near zero df / (df + t²) rounds to 1, and the complement keeps the digits; far out it would lose them.
        var square = t * t;
        return square < Math.Min(1, degreesOfFreedom)
            ? 1 - SpecialFunctions.BetaRegularized(0.5, degreesOfFreedom / 2, square / (degreesOfFreedom + square))
            : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + square));
    }

    /// <param name="probability">Between 0 and 1, ends excluded.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        RequireDegrees(degreesOfFreedom);
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");
        if (probability > 0.5)
            return -Quantile(1 - probability, degreesOfFreedom);
        return probability < 0.5
            ? -MonotoneRoot.Positive(t => probability - UpperTail(t, degreesOfFreedom))
            : 0;
    }

    static void RequireDegrees(double degreesOfFreedom)
    {
        if (degreesOfFreedom is not > 0)
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Expected above 0.");
    }
}
