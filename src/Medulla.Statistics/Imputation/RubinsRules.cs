using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Imputation;

/// <summary>One estimate from several completed data sets: Rubin's rules.</summary>
/// <param name="Imputations">Completed data sets.</param>
/// <param name="Estimate">Mean of the estimates.</param>
/// <param name="WithinVariance">Mean of their variances: what would be uncertain without missing values.</param>
/// <param name="BetweenVariance">Variance of the estimates over the data sets, on m − 1.</param>
/// <param name="TotalVariance">Within + (1 + 1/m) between.</param>
/// <param name="DegreesOfFreedom">Barnard and Rubin's; null where infinite: no spread between, no limit of
/// participants.</param>
/// <param name="RelativeIncrease">Of the variance by the missing values: (1 + 1/m) between / within.</param>
/// <param name="MissingInformation">Share of the information about this parameter that is missing, 0 to 1.</param>
/// <remarks>
/// Sources: Rubin 1987; degrees of freedom, Barnard &amp; Rubin 1999. R: <c>mice::pool.scalar(Q, U, n, k)</c>.
/// </remarks>
public sealed record RubinsRules(
    int Imputations, double Estimate, double WithinVariance, double BetweenVariance, double TotalVariance,
    double? DegreesOfFreedom, double RelativeIncrease, double MissingInformation)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Rubin's rules, Barnard–Rubin degrees of freedom; R: mice::pool.scalar";

    public double StandardError => Math.Sqrt(TotalVariance);

    /// <param name="estimates">One per completed data set, at least two; a hazard ratio as its logarithm.</param>
    /// <param name="variances">Squared standard errors of these, above 0.</param>
    /// <param name="completeDegreesOfFreedom">
    /// Of the analysis without missing values: participants less parameters. Null where they have no limit, as for Cox models.
    /// </param>
    /// <exception cref="ArgumentException">Fewer than two data sets, lengths differ, or a number out of range.</exception>
    public static RubinsRules Pool(
        IReadOnlyList<double> estimates, IReadOnlyList<double> variances, double? completeDegreesOfFreedom = null)
    {
        if (estimates.Count < 2 || estimates.Count != variances.Count)
            throw new ArgumentException(
                $"Found {estimates.Count} estimates and {variances.Count} variances. Expected one of each for at least two "
                    + "completed data sets.", nameof(variances));
        for (var index = 0; index < estimates.Count; index++)
            if (!double.IsFinite(estimates[index]) || !(variances[index] > 0 && double.IsFinite(variances[index])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the estimate {estimates[index]} and the variance {variances[index]} at index {index}. Expected "
                        + $"finite numbers, the variance above 0."), nameof(variances));
        if (completeDegreesOfFreedom is { } complete && !(complete > 0 && double.IsFinite(complete)))
            throw new ArgumentOutOfRangeException(
                nameof(completeDegreesOfFreedom), complete, "Expected a finite number above 0, or null for no limit.");

        double m = estimates.Count;
        var mean = estimates.Average();
        var within = variances.Average();
        var between = estimates.Sum(estimate => (estimate - mean) * (estimate - mean)) / (m - 1);
        var total = within + (m + 1) / m * between;
        var increase = (m + 1) / m * between / within;
        var degrees = BarnardRubin(m, (m + 1) / m * between / total, completeDegreesOfFreedom);
        return new RubinsRules(
            estimates.Count, mean, within, between, total, degrees, increase,
            (increase + (degrees is { } finite ? 2 / (finite + 3) : 0)) / (increase + 1));
    }

    /// <summary>Of <see cref="Estimate"/>; Student's t on the degrees of freedom.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var reach = StandardError * (DegreesOfFreedom is { } degrees
            ? StudentT.Quantile(0.5 + ConfidenceLevel.Require(confidenceLevel) / 2, degrees)
            : ConfidenceLevel.NormalQuantile(confidenceLevel));
        return new Interval(Estimate - reach, Estimate + reach);
    }

    /// <summary>Two-sided probability if the true value were this.</summary>
    public double ProbabilityIfValueWere(double value)
    {
        var statistic = (Estimate - value) / StandardError;
        return DegreesOfFreedom is { } degrees ? StudentT.TwoSided(statistic, degrees) : StandardNormal.TwoSided(statistic);
    }

    /// <param name="share">Of the total variance that the missing values bring.</param>
    static double? BarnardRubin(double imputations, double share, double? complete)
    {
        double? observed = complete is { } degrees ? (degrees + 1) / (degrees + 3) * degrees * (1 - share) : null;
        if (share <= 0)
            return observed;
        var large = (imputations - 1) / (share * share);
        return observed is { } small ? large * small / (large + small) : large;
    }
}
