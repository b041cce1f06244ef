namespace Medulla.Statistics.Distributions;

/// <summary>The check every confidence level passes, and the normal quantile that belongs to it.</summary>
static class ConfidenceLevel
{
    public const double Usual = 0.95;

    /// <summary>The level itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public static double Require(double confidenceLevel) =>
        confidenceLevel is > 0 and < 1
            ? confidenceLevel
            : throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel), confidenceLevel, "Expected a confidence level between 0 and 1, such as 0.95.");

    /// <summary>1.959963984540054 for 0.95.</summary>
    public static double NormalQuantile(double confidenceLevel) =>
        StandardNormal.Quantile(0.5 + Require(confidenceLevel) / 2);
}
