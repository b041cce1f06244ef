namespace Medulla.Statistics.Discrimination;

/// <summary>Which of the two axes of a <see cref="RocCurve"/> a range is cut from.</summary>
public enum RocAxis
{
    Specificity,
    Sensitivity,
}

/// <summary>The area under the part of a ROC curve that a use of the marker allows.</summary>
/// <param name="Axis">Where the range lies.</param>
/// <param name="From">Its lower end.</param>
/// <param name="Area">Raw; at most 1 − <paramref name="From"/>.</param>
/// <param name="Standardised">McClish 1989: 0.5 for a marker that tells nothing, 1 for a perfect one; null below 0.5.</param>
/// <remarks>R: <c>pROC::auc(partial.auc = c(1, from), partial.auc.focus = "specificity")</c>.</remarks>
public sealed record PartialArea(RocAxis Axis, double From, double Area, double? Standardised)
{
    /// <summary>From 1 down to a lowest specificity, or sensitivity, that is acceptable.</summary>
    /// <param name="curve">The whole curve.</param>
    /// <param name="axis">Where the range lies.</param>
    /// <param name="from">Between 0 and 1, ends excluded.</param>
    public static PartialArea Above(RocCurve curve, RocAxis axis, double from)
    {
        if (from is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(from), from, "Expected between 0 and 1.");

        // Walk along the axis upwards; the curve falls on the other axis.
        Func<RocPoint, (double Along, double Height)> read = axis == RocAxis.Specificity
            ? point => (point.Specificity, point.Sensitivity)
            : point => (point.Sensitivity, point.Specificity);
        var path = curve.Points.Select(read).OrderBy(point => point.Along).ThenByDescending(point => point.Height).ToArray();
        var area = 0.0;
        for (var index = 1; index < path.Length; index++)
        {
            var (start, end) = (path[index - 1], path[index]);
            if (end.Along <= from || end.Along == start.Along)
                continue;
            var begin = Math.Max(from, start.Along);
            var height = start.Height + (end.Height - start.Height) * (begin - start.Along) / (end.Along - start.Along);
            area += (end.Along - begin) * (height + end.Height) / 2;
        }

        var (least, most) = ((1 - from) * (1 - from) / 2, 1 - from);
        return new PartialArea(axis, from, area, area >= least ? (1 + (area - least) / (most - least)) / 2 : null);
    }
}
