using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Discrimination;

/// <summary>A ratio with its interval on the log scale.</summary>
/// <param name="Estimate">Above 0.</param>
/// <param name="Confidence">Wald interval of the logarithm.</param>
public sealed record RatioEstimate(double Estimate, Interval Confidence);

/// <summary>How a marker cut at a threshold divides cases and controls.</summary>
/// <param name="TruePositives">Cases with a positive test.</param>
/// <param name="FalsePositives">Controls with a positive test.</param>
/// <param name="TrueNegatives">Controls with a negative test.</param>
/// <param name="FalseNegatives">Cases with a negative test.</param>
/// <remarks>Sources: likelihood ratios, Simel, Samsa &amp; Matchar 1991; odds ratio, Woolf 1955.</remarks>
public sealed record DiagnosticAccuracy(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    public int Cases => TruePositives + FalseNegatives;

    public int Controls => FalsePositives + TrueNegatives;

    public BinomialProportion Sensitivity => new(TruePositives, Cases);

    public BinomialProportion Specificity => new(TrueNegatives, Controls);

    /// <summary>At the share of cases of this cohort; null when no test is positive.</summary>
    public BinomialProportion? PositivePredictiveValue => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>At the share of cases of this cohort; null when no test is negative.</summary>
    public BinomialProportion? NegativePredictiveValue => Share(TrueNegatives, TrueNegatives + FalseNegatives);

    /// <summary>Sensitivity + specificity − 1.</summary>
    public double YoudenIndex => Sensitivity.Estimate + Specificity.Estimate - 1;

    public double Accuracy => (double)(TruePositives + TrueNegatives) / (Cases + Controls);

    /// <summary>Agreement of test and truth beyond chance (Cohen 1960); null when chance alone agrees always.</summary>
    public double? Kappa
    {
        get
        {
            double total = Cases + Controls;
            var chance = (Cases / total * ((TruePositives + FalsePositives) / total))
                + (Controls / total * ((TrueNegatives + FalseNegatives) / total));
            return chance < 1 ? (Accuracy - chance) / (1 - chance) : null;
        }
    }

    /// <summary>Correlation of test and truth (Matthews 1975); null when all tests agree.</summary>
    public double? MatthewsCorrelation
    {
        get
        {
            var margins = (double)Cases * Controls * (TruePositives + FalsePositives) * (TrueNegatives + FalseNegatives);
            return margins > 0
                ? ((double)TruePositives * TrueNegatives - (double)FalsePositives * FalseNegatives) / Math.Sqrt(margins)
                : null;
        }
    }

    /// <summary>Sensitivity / (1 − specificity); null when a count it needs is 0.</summary>
    public RatioEstimate? PositiveLikelihoodRatio(double confidenceLevel = ConfidenceLevel.Usual) =>
        RatioOfShares(TruePositives, Cases, FalsePositives, Controls, confidenceLevel);

    /// <summary>(1 − sensitivity) / specificity; null when a count it needs is 0.</summary>
    public RatioEstimate? NegativeLikelihoodRatio(double confidenceLevel = ConfidenceLevel.Usual) =>
        RatioOfShares(FalseNegatives, Cases, TrueNegatives, Controls, confidenceLevel);

    /// <summary>Odds of a positive test in cases against controls; null when a count is 0.</summary>
    public RatioEstimate? DiagnosticOddsRatio(double confidenceLevel = ConfidenceLevel.Usual) =>
        TruePositives > 0 && FalsePositives > 0 && TrueNegatives > 0 && FalseNegatives > 0
            ? Ratio(
                (double)TruePositives * TrueNegatives / ((double)FalsePositives * FalseNegatives),
                1.0 / TruePositives + 1.0 / FalsePositives + 1.0 / TrueNegatives + 1.0 / FalseNegatives,
                confidenceLevel)
            : null;

    static BinomialProportion? Share(int count, int total) => total > 0 ? new BinomialProportion(count, total) : null;

    static RatioEstimate? RatioOfShares(int count, int total, int otherCount, int otherTotal, double confidenceLevel) =>
        count > 0 && otherCount > 0
            ? Ratio(
                (double)count / total / ((double)otherCount / otherTotal),
                1.0 / count - 1.0 / total + 1.0 / otherCount - 1.0 / otherTotal,
                confidenceLevel)
            : null;

    static RatioEstimate Ratio(double estimate, double logVariance, double confidenceLevel)
    {
        var factor = Math.Exp(ConfidenceLevel.NormalQuantile(confidenceLevel) * Math.Sqrt(logVariance));
        return new RatioEstimate(estimate, new Interval(estimate / factor, estimate * factor));
    }
}
