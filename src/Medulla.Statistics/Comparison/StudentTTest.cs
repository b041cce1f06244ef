using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do the means of two groups differ? Student's t test, or Welch's.</summary>
/// <param name="FirstMean">Of the first group.</param>
/// <param name="SecondMean">Of the second group.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="Statistic">t: difference over its standard error.</param>
/// <param name="DegreesOfFreedom">Whole for Student, usually not for Welch.</param>
/// <param name="Probability">Two-sided.</param>
/// <param name="EqualVariances">True for Student's test, which pools the variances.</param>
/// <remarks>Sources: Student 1908; Welch 1947. R: <c>t.test(x, y, var.equal = )</c>.</remarks>
public sealed record StudentTTest(
    double FirstMean, double SecondMean, double StandardError, double Statistic, double DegreesOfFreedom, double Probability,
    bool EqualVariances)
{
    /// <summary>The convention in words.</summary>
    public string Convention => EqualVariances
        ? "Student's t test, pooled variance; R: t.test(var.equal = TRUE)"
        : "Welch's t test, Satterthwaite degrees of freedom; R: t.test(var.equal = FALSE)";

    /// <summary>First mean less second.</summary>
    public double Difference => FirstMean - SecondMean;

    /// <param name="first">At least two finite values.</param>
    /// <param name="second">At least two finite values.</param>
    /// <param name="equalVariances">Pools the variances; false, Welch's test, unless said otherwise.</param>
    /// <exception cref="ArgumentException">A group is too small, a value is not finite, or neither group varies.</exception>
    public static StudentTTest Compare(
        IReadOnlyList<double> first, IReadOnlyList<double> second, bool equalVariances = false)
    {
        ComparedGroups.Require([first, second], nameof(first), participants: 2);
        var ((firstMean, firstSquares), (secondMean, secondSquares)) =
            (ComparedGroups.Moments(first), ComparedGroups.Moments(second));
        if (firstSquares + secondSquares <= 0)
            throw new ArgumentException("Found no spread in either group. Expected values that differ.", nameof(second));

        double error, degrees;
        if (equalVariances)
        {
            degrees = first.Count + second.Count - 2;
            error = Math.Sqrt((firstSquares + secondSquares) / degrees * (1.0 / first.Count + 1.0 / second.Count));
        }
        else
        {
            var firstShare = firstSquares / (first.Count - 1) / first.Count;
            var secondShare = secondSquares / (second.Count - 1) / second.Count;
            error = Math.Sqrt(firstShare + secondShare);
            degrees = (firstShare + secondShare) * (firstShare + secondShare)
                / (firstShare * firstShare / (first.Count - 1) + secondShare * secondShare / (second.Count - 1));
        }

        var statistic = (firstMean - secondMean) / error;
        return new StudentTTest(
            firstMean, secondMean, error, statistic, degrees, StudentT.TwoSided(statistic, degrees), equalVariances);
    }

    /// <summary>Of <see cref="Difference"/>.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var reach = StudentT.Quantile(0.5 + ConfidenceLevel.Require(confidenceLevel) / 2, DegreesOfFreedom) * StandardError;
        return new Interval(Difference - reach, Difference + reach);
    }
}
