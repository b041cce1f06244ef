using Medulla.Statistics.Comparison;

namespace Medulla.Statistics.Description;

/// <summary>How far apart two groups lie, in standard deviations.</summary>
/// <param name="CohenD">Difference of the means, first less second, over the pooled standard deviation.</param>
/// <param name="HedgesG">Cohen's d without its bias in small groups: times 1 − 3/(4·df − 1).</param>
/// <param name="StandardisedMeanDifference">
/// Of a baseline table: absolute difference over the root of the mean of both variances; groups of different size count alike.
/// </param>
/// <remarks>
/// Sources: Cohen 1988; Hedges 1981; baseline, Austin 2009. R: <c>effsize::cohen.d(x, y, hedges.correction = )</c>;
/// <c>tableone::ExtractSmd</c>.
/// </remarks>
public sealed record EffectSize(double CohenD, double HedgesG, double StandardisedMeanDifference)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Cohen's d on the pooled standard deviation; Hedges' g with 1 − 3/(4 df − 1); standardised mean difference on the mean "
        + "variance; R: effsize::cohen.d, tableone::ExtractSmd";

    /// <param name="first">At least two finite values.</param>
    /// <param name="second">At least two finite values.</param>
    /// <exception cref="ArgumentException">A group is too small, a value is not finite, or neither group varies.</exception>
    public static EffectSize Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ComparedGroups.Require([first, second], nameof(first), participants: 2);
        var ((firstMean, firstSquares), (secondMean, secondSquares)) =
            (ComparedGroups.Moments(first), ComparedGroups.Moments(second));
        if (firstSquares + secondSquares <= 0)
            throw new ArgumentException("Found no spread in either group. Expected values that differ.", nameof(second));

        double degrees = first.Count + second.Count - 2;
        var difference = firstMean - secondMean;
        var cohen = difference / Math.Sqrt((firstSquares + secondSquares) / degrees);
        var meanVariance = (firstSquares / (first.Count - 1) + secondSquares / (second.Count - 1)) / 2;
        return new EffectSize(cohen, cohen * (1 - 3 / (4 * degrees - 1)), Math.Abs(difference) / Math.Sqrt(meanVariance));
    }
}
