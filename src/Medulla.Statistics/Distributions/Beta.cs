using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The beta distribution on 0 to 1.</summary>
/// <remarks>
/// R: <c>pbeta</c>, <c>qbeta</c>. MathNet's inverse stops at 1e-8, so the quantile is searched here to the last bits.
/// </remarks>
public static class Beta
{
    /// <param name="x">Between 0 and 1.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static double Cumulative(double x, double a, double b) => x switch
    {
        <= 0 => 0,
        >= 1 => 1,
        _ => SpecialFunctions.BetaRegularized(a, b, x),
    };

    /// <param name="probability">Between 0 and 1.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static double Quantile(double probability, double a, double b) =>
        MonotoneRoot.Between(0, 1, x => Cumulative(x, a, b) - probability);
}
