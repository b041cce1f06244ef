using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The F distribution of Fisher and Snedecor: the ratio of two independent mean squares.</summary>
/// <remarks>R: <c>pf</c>, <c>qf</c>.</remarks>
public static class FisherSnedecor
{
    public static double Cumulative(double ratio, double numeratorDegrees, double denominatorDegrees) =>
        ratio <= 0
            ? 0
            : SpecialFunctions.BetaRegularized(numeratorDegrees / 2, denominatorDegrees / 2,
                numeratorDegrees * ratio / (numeratorDegrees * ratio + denominatorDegrees));

    public static double UpperTail(double ratio, double numeratorDegrees, double denominatorDegrees) =>
        ratio <= 0
            ? 1
            : SpecialFunctions.BetaRegularized(denominatorDegrees / 2, numeratorDegrees / 2,
                denominatorDegrees / (numeratorDegrees * ratio + denominatorDegrees));

    /// <param name="probability">Between 0 and 1, ends excluded.</param>
    /// <param name="numeratorDegrees">Above 0.</param>
    /// <param name="denominatorDegrees">Above 0.</param>
    public static double Quantile(double probability, double numeratorDegrees, double denominatorDegrees)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");
        return MonotoneRoot.Positive(ratio => Cumulative(ratio, numeratorDegrees, denominatorDegrees) - probability);
    }
}
