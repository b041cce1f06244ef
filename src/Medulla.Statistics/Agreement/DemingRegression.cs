using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Agreement;

/// <summary>A line between two methods that both measure with error.</summary>
/// <param name="Count">Specimens.</param>
/// <param name="Slope">1 when the methods agree in proportion.</param>
/// <param name="Intercept">0 when the methods agree in level.</param>
/// <param name="SlopeStandardError">By leaving out one specimen after the other.</param>
/// <param name="InterceptStandardError">By leaving out one specimen after the other.</param>
/// <param name="VarianceRatio">Error variance of y over that of x, as given.</param>
/// <remarks>
/// Sources: Deming 1943; jackknife, Linnet 1990.
/// R: <c>mcr::mcreg(x, y, method.reg = "Deming", error.ratio = 1 / ratio, method.ci = "jackknife")</c>.
/// </remarks>
public sealed record DemingRegression(
    int Count, double Slope, double Intercept, double SlopeStandardError, double InterceptStandardError, double VarianceRatio)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Deming regression, jackknife standard errors, t on n − 2; "
        + "R: mcr::mcreg(method.reg = \"Deming\", method.ci = \"jackknife\")";

    public int DegreesOfFreedom => Count - 2;

    /// <param name="x">One value per specimen.</param>
    /// <param name="y">One value per specimen.</param>
    /// <param name="varianceRatio">Error variance of y over that of x, from replicates; 1, orthogonal regression, if
    /// unknown.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three specimens, a value that is not finite, a ratio not above 0, or columns that do not go
    /// together.
    /// </exception>
    public static DemingRegression Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double varianceRatio = 1)
    {
        if (!(varianceRatio > 0 && double.IsFinite(varianceRatio)))
            throw new ArgumentOutOfRangeException(nameof(varianceRatio), varianceRatio, "Expected a finite number above 0.");
        var sums = PairedMeasurements.Of(x, y, nameof(x), nameof(y));
        var (slope, intercept) = Line(sums, varianceRatio);

        double n = x.Count;
        var (slopes, intercepts) = (new double[x.Count], new double[x.Count]);
        for (var left = 0; left < x.Count; left++)
            (slopes[left], intercepts[left]) = Line(sums.Without(x[left], y[left]), varianceRatio);
        return new DemingRegression(x.Count, slope, intercept, Jackknife(slopes), Jackknife(intercepts), varianceRatio);

        double Jackknife(double[] without)
        {
            var mean = without.Average();
            return Math.Sqrt((n - 1) / n * without.Sum(one => (one - mean) * (one - mean)));
        }
    }

    /// <summary>Of <see cref="Slope"/>.</summary>
    public Interval SlopeConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        Around(Slope, SlopeStandardError, confidenceLevel);

    /// <summary>Of <see cref="Intercept"/>.</summary>
    public Interval InterceptConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        Around(Intercept, InterceptStandardError, confidenceLevel);

    Interval Around(double estimate, double error, double confidenceLevel)
    {
        var reach = StudentT.Quantile(0.5 + ConfidenceLevel.Require(confidenceLevel) / 2, DegreesOfFreedom) * error;
        return new Interval(estimate - reach, estimate + reach);
    }

    static (double Slope, double Intercept) Line(PairedMeasurements sums, double ratio)
    {
        if (sums.Products == 0)
            throw new ArgumentException(
                "Found no covariance between the methods. Expected methods that rise together.", nameof(sums));
        var difference = sums.OtherSquares - ratio * sums.Squares;
        var root = double.Hypot(difference, 2 * Math.Sqrt(ratio) * sums.Products);

        // Of the two ways to write the root, the one without cancellation.
        var slope = difference > 0
            ? (difference + root) / (2 * sums.Products)
            : 2 * ratio * sums.Products / (root - difference);
        return (slope, sums.OtherMean - slope * sums.Mean);
    }
}
