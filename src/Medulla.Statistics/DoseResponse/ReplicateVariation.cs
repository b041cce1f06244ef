using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Statistics.DoseResponse;

/// <summary>How far replicates of one dose scatter.</summary>
/// <param name="Dose">In the caller's unit.</param>
/// <param name="Count">Replicates.</param>
/// <param name="Mean">Of their responses.</param>
/// <param name="StandardDeviation">On n − 1; null for one replicate.</param>
public sealed record DoseVariation(double Dose, int Count, double Mean, double? StandardDeviation)
{
    /// <summary>Null for one replicate, or a mean of 0.</summary>
    public double? CoefficientOfVariationPercent => Mean == 0 ? null : 100 * StandardDeviation / Mean;
}

/// <summary>Scatter of replicates within each dose, doses rising.</summary>
/// <remarks>R: <c>tapply(y, dose, function(v) 100 * sd(v) / mean(v))</c>.</remarks>
public static class ReplicateVariation
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "100 × standard deviation on n − 1 / mean, within each concentration; R: 100 * sd(v) / mean(v)";

    /// <exception cref="ArgumentException">There are no points, or a dose or response is not finite.</exception>
    public static ImmutableArray<DoseVariation> Of(IReadOnlyList<DoseResponsePoint> points)
    {
        if (points.Count == 0)
            throw new ArgumentException("Found no points. Expected at least one.", nameof(points));
        foreach (var (index, (dose, response)) in points.Index())
            if (!double.IsFinite(dose) || !double.IsFinite(response))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found dose {dose} and response {response} at index {index}. Expected finite numbers."), nameof(points));

        return [.. points.GroupBy(point => point.Dose).OrderBy(dose => dose.Key).Select(dose =>
        {
            double[] responses = [.. dose.Select(point => point.Response)];
            var mean = responses.Average();
            return new DoseVariation(dose.Key, responses.Length, mean, responses.Length < 2
                ? null
                : Math.Sqrt(responses.Sum(response => (response - mean) * (response - mean)) / (responses.Length - 1)));
        })];
    }
}
