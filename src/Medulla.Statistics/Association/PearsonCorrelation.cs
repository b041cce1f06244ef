using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Association;

/// <summary>Linear correlation of two columns.</summary>
/// <param name="Pairs">Participants with both values.</param>
/// <param name="Estimate">r, from −1 to 1.</param>
/// <param name="Statistic">t of r; ±∞ when the pairs lie on a line.</param>
/// <param name="DegreesOfFreedom">Pairs − 2.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>Sources: interval, Fisher 1921. R: <c>cor.test(x, y)</c>.</remarks>
public sealed record PearsonCorrelation(int Pairs, double Estimate, double Statistic, int DegreesOfFreedom, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Pearson correlation, t test, Fisher z interval; R: cor.test(method = \"pearson\")";

    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three pairs, or a column that is not finite or does not vary.
    /// </exception>
    public static PearsonCorrelation Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        PairedValues.Require(x, y);
        var estimate = Coefficient(x, y);
        var degrees = x.Count - 2;
        var statistic = estimate * Math.Sqrt(degrees / ((1 - estimate) * (1 + estimate)));
        return new PearsonCorrelation(x.Count, estimate, statistic, degrees, StudentT.TwoSided(statistic, degrees));
    }

    /// <summary>Fisher z interval; null for three pairs or a perfect line.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        FisherZ(Estimate, Pairs > 3 ? 1 / Math.Sqrt(Pairs - 3) : 0, confidenceLevel);

    internal static Interval? FisherZ(double estimate, double standardError, double confidenceLevel)
    {
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * standardError;
        return halfWidth > 0 && Math.Abs(estimate) < 1
            ? new Interval(Math.Tanh(Math.Atanh(estimate) - halfWidth), Math.Tanh(Math.Atanh(estimate) + halfWidth))
            : null;
    }

    internal static double Coefficient(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double xMean = x.Average(), yMean = y.Average(), xx = 0, yy = 0, xy = 0;
        for (var index = 0; index < x.Count; index++)
        {
            var (fromX, fromY) = (x[index] - xMean, y[index] - yMean);
            xx += fromX * fromX;
            yy += fromY * fromY;
            xy += fromX * fromY;
        }

        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }
}
