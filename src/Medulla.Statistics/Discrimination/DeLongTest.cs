using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Discrimination;

/// <summary>Do two markers tell cases from controls equally well?</summary>
/// <param name="Difference">First AUC minus second.</param>
/// <param name="StandardError">Of <paramref name="Difference"/>.</param>
/// <param name="Confidence">Interval of <paramref name="Difference"/>.</param>
/// <param name="Statistic">Difference over its standard error.</param>
/// <param name="DegreesOfFreedom">Of the t distribution for separate cohorts; null for one cohort, where it is normal.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>Sources: DeLong et al. 1988. R: <c>pROC::roc.test(method = "delong")</c>.</remarks>
public sealed record DeLongTest(
    double Difference, double StandardError, Interval Confidence,
    double Statistic, double? DegreesOfFreedom, double Probability)
{
    /// <summary>The convention in words.</summary>
    public string Convention => DegreesOfFreedom is null
        ? "DeLong test of paired AUCs, normal; R: pROC::roc.test(paired = TRUE)"
        : "DeLong test of unpaired AUCs, Welch degrees of freedom; R: pROC::roc.test(paired = FALSE)";

    /// <summary>Of the two AUCs; 0 for separate cohorts.</summary>
    public double Covariance { get; private init; }

    /// <summary>Two markers of the same participants.</summary>
    /// <exception cref="ArgumentException">
    /// The curves have other numbers of cases or controls, too few, or do not differ at all.
    /// </exception>
    public static DeLongTest Paired(RocCurve first, RocCurve second, double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (first.Cases != second.Cases || first.Controls != second.Controls)
            throw new ArgumentException(
                $"Found {first.Cases} and {second.Cases} cases, {first.Controls} and {second.Controls} controls. "
                + "Expected two markers of the same participants: leave out those who lack either.", nameof(second));

        var covariance = first.Placements.Covariance(second.Placements) ?? 0;
        var error = StandardErrorOf(first, second, 2 * covariance);
        var difference = first.Auc - second.Auc;
        return Of(difference, error, null, StandardNormal.TwoSided(difference / error),
            ConfidenceLevel.NormalQuantile(confidenceLevel)) with { Covariance = covariance };
    }

    /// <summary>Markers of two separate cohorts.</summary>
    /// <exception cref="ArgumentException">A curve has fewer than two cases or controls, or neither varies.</exception>
    public static DeLongTest Unpaired(RocCurve first, RocCurve second, double confidenceLevel = ConfidenceLevel.Usual)
    {
        var error = StandardErrorOf(first, second, 0);
        var difference = first.Auc - second.Auc;
        var (one, other) = (first.AucVariance!.Value, second.AucVariance!.Value);
        var degrees = Math.Pow(one + other, 2)
            / (one * one / (first.Cases + first.Controls - 1) + other * other / (second.Cases + second.Controls - 1));
        return Of(difference, error, degrees, StudentT.TwoSided(difference / error, degrees),
            StudentT.Quantile(0.5 + ConfidenceLevel.Require(confidenceLevel) / 2, degrees));
    }

    static DeLongTest Of(double difference, double error, double? degrees, double probability, double quantile) => new(
        difference, error, new Interval(difference - quantile * error, difference + quantile * error),
        difference / error, degrees, probability);

    static double StandardErrorOf(RocCurve first, RocCurve second, double shared) =>
        first.AucVariance + second.AucVariance - shared is > 0 and var variance
            ? Math.Sqrt(variance)
            : throw new ArgumentException(
                "Found no variance between the two curves. Expected two cases and two controls at least, and markers "
                    + "that differ.",
                nameof(second));
}
