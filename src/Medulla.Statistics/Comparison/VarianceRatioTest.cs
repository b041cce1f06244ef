using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do two groups spread alike? The F test, which trusts that both are normal.</summary>
/// <param name="Ratio">Variance of the first group over that of the second: F.</param>
/// <param name="NumeratorDegrees">Of the first group.</param>
/// <param name="DenominatorDegrees">Of the second group.</param>
/// <param name="Probability">Two-sided: twice the shorter tail.</param>
/// <remarks>
/// Data that are not normal mislead it; prefer <see cref="FlignerKilleen"/>. Sources: Snedecor 1934.
/// R: <c>var.test(x, y)</c>.
/// </remarks>
public sealed record VarianceRatioTest(double Ratio, int NumeratorDegrees, int DenominatorDegrees, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "F test of two variances, first over second, twice the shorter tail; R: var.test";

    /// <param name="first">At least two finite values.</param>
    /// <param name="second">At least two finite values.</param>
    /// <exception cref="ArgumentException">A group is too small or does not vary, or a value is not finite.</exception>
    public static VarianceRatioTest Compare(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ComparedGroups.Require([first, second], nameof(first), participants: 2);
        var (one, other) = (ComparedGroups.Variance(first), ComparedGroups.Variance(second));
        if (!(one > 0 && other > 0))
            throw new ArgumentException(
                $"Found no spread in the {(one > 0 ? "second" : "first")} group. Expected values that differ.",
                one > 0 ? nameof(second) : nameof(first));

        var ratio = one / other;
        var (numerator, denominator) = (first.Count - 1, second.Count - 1);
        return new VarianceRatioTest(ratio, numerator, denominator, Math.Min(1, 2 * Math.Min(
            FisherSnedecor.Cumulative(ratio, numerator, denominator),
            FisherSnedecor.UpperTail(ratio, numerator, denominator))));
    }

    /// <summary>Of <see cref="Ratio"/>.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        return new Interval(
            Ratio / FisherSnedecor.Quantile(1 - tail, NumeratorDegrees, DenominatorDegrees),
            Ratio / FisherSnedecor.Quantile(tail, NumeratorDegrees, DenominatorDegrees));
    }
}
