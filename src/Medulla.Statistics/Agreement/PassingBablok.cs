using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Agreement;

/// <summary>A line between two methods that no outlier bends and that does not ask which method is the reference.</summary>
/// <param name="Slope">Shifted median of the slopes between all pairs of specimens.</param>
/// <param name="Intercept">Median of y − slope · x.</param>
/// <param name="SlopeConfidence">Holds 1 when the methods agree in proportion.</param>
/// <param name="InterceptConfidence">Holds 0 when the methods agree in level.</param>
/// <param name="LinearityProbability">
/// That the points lie so unevenly about the line by chance: the cusum of the residuals' signs along the line, as the
/// Kolmogorov–Smirnov distance of points above and below; null when all points lie on one side or on the line.
/// </param>
/// <remarks>Sources: Passing &amp; Bablok 1983. R: <c>mcr::mcreg(x, y, method.reg = "PaBa", method.ci =
/// "analytical")</c>.</remarks>
public sealed record PassingBablok(
    double Slope, double Intercept, Interval SlopeConfidence, Interval InterceptConfidence, double? LinearityProbability)
{
    // As many slopes are kept at a time.
    const int MostSpecimens = 20_000;

    // Slopes nearer to −1 than this differ from it by rounding.
    const double Rounding = 1e-12;

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Passing–Bablok, slopes below −1 shifted, analytical interval, cusum linearity by Kolmogorov–Smirnov; "
        + "R: mcr::mcreg(method.reg = \"PaBa\", method.ci = \"analytical\")";

    /// <param name="x">One value per specimen.</param>
    /// <param name="y">One value per specimen.</param>
    /// <param name="confidenceLevel">Of the intervals.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, too few or too many specimens, a value that is not finite, or too few slopes for the level.
    /// </exception>
    public static PassingBablok Of(
        IReadOnlyList<double> x, IReadOnlyList<double> y, double confidenceLevel = ConfidenceLevel.Usual)
    {
        PairedMeasurements.Of(x, y, nameof(x), nameof(y));
        if (x.Count > MostSpecimens)
            throw new ArgumentException(
                $"Found {x.Count} specimens. Expected at most {MostSpecimens}: all pairs are compared.", nameof(x));

        var slopes = Slopes(x, y, out var steep);
        double n = x.Count, count = slopes.Length;
        var reach = ConfidenceLevel.NormalQuantile(confidenceLevel) * Math.Sqrt(n * (n - 1) * (2 * n + 5) / 18);
        var lowest = (int)Math.Round((count - reach) / 2);
        var highest = slopes.Length - lowest + 1;
        if (lowest < 1 || highest + steep > slopes.Length || lowest + steep > slopes.Length)
            throw new ArgumentException(
                $"Found {slopes.Length} slopes between specimens, {steep} of them below −1. Expected more for this confidence "
                    + "level, and methods that rise together.", nameof(x));

        var slope = slopes.Length % 2 == 1
            ? slopes[(slopes.Length - 1) / 2 + steep]
            : (slopes[slopes.Length / 2 - 1 + steep] + slopes[Math.Min(slopes.Length - 1, slopes.Length / 2 + steep)]) / 2;
        var (lower, upper) = (slopes[lowest + steep - 1], slopes[highest + steep - 1]);
        var intercept = InterceptFor(x, y, slope);
        return new PassingBablok(
            slope, intercept, new Interval(lower, upper), new Interval(InterceptFor(x, y, upper), InterceptFor(x, y, lower)),
            Linearity(x, y, slope, intercept));
    }

    static double[] Slopes(IReadOnlyList<double> x, IReadOnlyList<double> y, out int steep)
    {
        var slopes = new List<double>(x.Count * (x.Count - 1) / 2);
        steep = 0;
        for (var one = 0; one < x.Count; one++)
            for (var other = one + 1; other < x.Count; other++)
            {
                var (run, rise) = (x[other] - x[one], y[other] - y[one]);
                if (run == 0 && rise == 0)
                    continue;
                var slope = run == 0 ? rise > 0 ? double.PositiveInfinity : double.NegativeInfinity : rise / run;
                if (Math.Abs(slope + 1) <= Rounding)
                    continue;
                if (slope < -1)
                    steep++;
                slopes.Add(slope);
            }

        slopes.Sort();
        return [.. slopes];
    }

    static double InterceptFor(IReadOnlyList<double> x, IReadOnlyList<double> y, double slope) =>
        ComparedGroups.Median([.. x.Zip(y, (one, other) => other - slope * one)]);

    static double? Linearity(IReadOnlyList<double> x, IReadOnlyList<double> y, double slope, double intercept)
    {
        List<double> above = [], below = [];
        for (var index = 0; index < x.Count; index++)
        {
            var residual = y[index] - intercept - slope * x[index];
            if (residual != 0)
                (residual > 0 ? above : below).Add(y[index] + x[index] / slope);
        }

        if (above.Count == 0 || below.Count == 0)
            return null;
        var exact = (long)above.Count * below.Count <= KolmogorovSmirnov.MostPathsExact;
        return KolmogorovSmirnov.Compare(
            above, below, exact ? KolmogorovMethod.Exact : KolmogorovMethod.Asymptotic).Probability;
    }
}
