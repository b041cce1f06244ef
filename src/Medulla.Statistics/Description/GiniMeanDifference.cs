namespace Medulla.Statistics.Description;

/// <summary>The mean distance between two observations: a spread that needs no normal distribution.</summary>
/// <remarks>Sorted once: n log n. R: <c>Hmisc::GiniMd</c>. Sources: Gini's mean difference, David 1968.</remarks>
public static class GiniMeanDifference
{
    /// <param name="values">At least two, finite, in any order.</param>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is not finite.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length < 2)
            throw new ArgumentException($"Found {sorted.Length} values. Expected at least two.", nameof(values));
        if (!double.IsFinite(sorted[0]) || !double.IsFinite(sorted[^1]))
            throw new ArgumentException("Found a value that is not finite. Expected finite numbers.", nameof(values));

        var sum = 0.0;
        for (var place = 0; place < sorted.Length; place++)
            sum += (2.0 * place + 1 - sorted.Length) * (sorted[place] - sorted[0]);
        return 2 * sum / sorted.Length / (sorted.Length - 1);
    }
}
