namespace Medulla.Statistics.Description;

/// <summary>What else describes a skewed marker: robust spread, geometric mean, skewness.</summary>
public static class Shape
{
    // 1 / Φ⁻¹(3/4), to the digits that R takes.
    const double NormalConsistency = 1.4826;

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Median absolute deviation times 1.4826; geometric mean; skewness g1 = m3/m2^(3/2); R: mad, exp(mean(log(x))), "
        + "e1071::skewness(type = 1)";

    /// <summary>
    /// Median distance from the median, times 1.4826: the standard deviation of normal data, whatever the outliers.
    /// </summary>
    /// <remarks>R: <c>mad(x)</c>.</remarks>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public static double MedianAbsoluteDeviation(IReadOnlyList<double> values)
    {
        var median = Quantiles.Of(values, 0.5);
        return NormalConsistency * Quantiles.Of(values.Select(value => Math.Abs(value - median)), 0.5);
    }

    /// <summary>Null where a value is not above 0.</summary>
    /// <remarks>R: <c>exp(mean(log(x)))</c>.</remarks>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public static double? GeometricMean(IReadOnlyList<double> values)
    {
        FiniteValues.Require(values, nameof(values));
        return values.Any(value => value <= 0) ? null : Math.Exp(values.Average(Math.Log));
    }

    /// <summary>g1: 0 for symmetric values, above 0 with a long upper tail; null where values do not differ.</summary>
    /// <remarks>R: <c>e1071::skewness(x, type = 1)</c>.</remarks>
    /// <exception cref="ArgumentException">No values, or one that is not finite.</exception>
    public static double? Skewness(IReadOnlyList<double> values)
    {
        FiniteValues.Require(values, nameof(values));
        var mean = values.Average();
        double second = 0, third = 0;
        foreach (var value in values)
        {
            var distance = value - mean;
            second += distance * distance;
            third += distance * distance * distance;
        }

        return second > 0 ? third / values.Count / Math.Pow(second / values.Count, 1.5) : null;
    }
}
