namespace Medulla.Assays.Calibration;

/// <summary>Mean and scatter of repeated values.</summary>
static class Replicates
{
    public static double? Mean(IReadOnlyCollection<double> values) => values.Count == 0 ? null : values.Average();

    /// <summary>100 × SD / mean, with n − 1; null below two values, or when the mean is not above 0.</summary>
    public static double? CvPercent(IReadOnlyCollection<double> values)
    {
        if (values.Count < 2 || values.Average() is not (> 0 and var mean))
            return null;

        var squares = values.Sum(value => (value - mean) * (value - mean));
        return 100 * Math.Sqrt(squares / (values.Count - 1)) / mean;
    }
}
