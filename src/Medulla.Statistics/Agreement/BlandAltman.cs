using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Agreement;

/// <summary>A limit of agreement, with its exact interval.</summary>
public readonly record struct AgreementLimit(double Estimate, Interval Confidence);

/// <summary>How far two methods disagree on the same specimens: bias, limits of agreement, bias that grows.</summary>
/// <param name="Count">Specimens.</param>
/// <param name="Bias">Mean difference, first method less second.</param>
/// <param name="StandardDeviation">Of the differences, on n − 1.</param>
/// <param name="BiasConfidence">Student's t.</param>
/// <param name="BiasProbability">Two-sided, of no bias.</param>
/// <param name="Lower">Below which a share of differences lies: 2.5 % unless said otherwise.</param>
/// <param name="Upper">Above which the same share lies.</param>
/// <param name="Slope">
/// Of the differences on the means of both methods: 0 when the bias does not grow; null when the means do not differ.
/// </param>
/// <param name="SlopeProbability">Two-sided, of no slope; null with it.</param>
/// <remarks>
/// The intervals of the limits come from the noncentral t distribution, where the usual ±t·s·√(3/n) is too narrow in small
/// samples. Sources: Bland &amp; Altman 1986; exact intervals, Carkeet 2015. R: <c>blandr::blandr.statistics</c> (approximate
/// intervals); <c>t.test(x - y)</c>; <c>lm(x - y ~ I((x + y) / 2))</c>.
/// </remarks>
public sealed record BlandAltman(
    int Count, double Bias, double StandardDeviation, Interval BiasConfidence, double BiasProbability,
    AgreementLimit Lower, AgreementLimit Upper, double? Slope, double? SlopeProbability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Limits of agreement = bias ± z s, exact intervals from the noncentral t; proportional bias by regression of "
        + "differences on means; R: blandr::blandr.statistics, lm(x - y ~ I((x + y) / 2))";

    /// <param name="first">One value per specimen.</param>
    /// <param name="second">One value per specimen.</param>
    /// <param name="share">Of the differences between the limits.</param>
    /// <param name="confidenceLevel">Of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three specimens, a value that is not finite, or differences that are all equal.
    /// </exception>
    public static BlandAltman Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, double share = 0.95,
        double confidenceLevel = ConfidenceLevel.Usual)
    {
        var sums = PairedMeasurements.Of(first, second, nameof(first), nameof(second));
        double[] differences = [.. first.Zip(second, (one, other) => one - other)];
        var bias = differences.Average();
        var squares = differences.Sum(difference => (difference - bias) * (difference - bias));
        if (!(squares > 0))
            throw new ArgumentException(
                "Found the same difference in every specimen. Expected differences that vary.", nameof(second));

        double n = sums.Count, degrees = n - 1;
        var deviation = Math.Sqrt(squares / degrees);
        var error = deviation / Math.Sqrt(n);
        var z = ConfidenceLevel.NormalQuantile(share);
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        var reach = StudentT.Quantile(1 - tail, degrees) * error;
        var nearer = NoncentralT.Quantile(tail, degrees, z * Math.Sqrt(n)) * error;
        var farther = NoncentralT.Quantile(1 - tail, degrees, z * Math.Sqrt(n)) * error;
        var (slope, probability) = Growth(sums);
        return new BlandAltman(
            sums.Count, bias, deviation, new Interval(bias - reach, bias + reach), StudentT.TwoSided(bias / error, degrees),
            new AgreementLimit(bias - z * deviation, new Interval(bias - farther, bias - nearer)),
            new AgreementLimit(bias + z * deviation, new Interval(bias + nearer, bias + farther)),
            slope, probability);
    }

    // Sums of the difference d = x − y and the mean m = (x + y)/2 follow from those of x and y.
    static (double? Slope, double? Probability) Growth(PairedMeasurements sums)
    {
        var means = (sums.Squares + sums.OtherSquares + 2 * sums.Products) / 4;
        var both = (sums.Squares - sums.OtherSquares) / 2;
        var differences = sums.Squares + sums.OtherSquares - 2 * sums.Products;
        if (!(means > 0))
            return (null, null);
        var slope = both / means;
        var left = Math.Max(0, differences - slope * both);
        double degrees = sums.Count - 2;
        return (slope, StudentT.TwoSided(slope / Math.Sqrt(left / degrees / means), degrees));
    }
}
