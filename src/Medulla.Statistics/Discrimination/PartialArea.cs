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
/// <param name="To">Its upper end; 1 where the use asks for a lowest acceptable value.</param>
/// <param name="Area">Raw; at most <paramref name="To"/> − <paramref name="From"/>.</param>
/// <param name="Standardised">0.5 for a marker that tells nothing, 1 for a perfect one; null below 0.5.</param>
/// <remarks>
/// R: <c>pROC::auc(partial.auc = c(to, from), partial.auc.focus = "specificity", partial.auc.correct = TRUE)</c>.
/// Sources: McClish 1989.
/// </remarks>
public sealed record PartialArea(RocAxis Axis, double From, double To, double Area, double? Standardised)
{
    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Trapezoids between the empirical points; standardised by McClish 1989; R: pROC::auc(partial.auc.correct = TRUE)";

    /// <summary>From 1 down to a lowest specificity, or sensitivity, that is acceptable.</summary>
    /// <param name="curve">The whole curve.</param>
    /// <param name="axis">Where the range lies.</param>
    /// <param name="from">Between 0 and 1, ends excluded.</param>
    public static PartialArea Above(RocCurve curve, RocAxis axis, double from) =>
        from is > 0 and < 1
            ? Between(curve, axis, from, 1)
            : throw new ArgumentOutOfRangeException(nameof(from), from, "Expected between 0 and 1.");

    /// <summary>Within a range of specificity, or sensitivity.</summary>
    /// <param name="curve">The whole curve.</param>
    /// <param name="axis">Where the range lies.</param>
    /// <param name="from">From 0 to below <paramref name="to"/>.</param>
    /// <param name="to">At most 1.</param>
    public static PartialArea Between(RocCurve curve, RocAxis axis, double from, double to)
    {
        if (from is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(from), from, "Expected from 0 to below 1.");
        if (!(to > from && to <= 1))
            throw new ArgumentOutOfRangeException(nameof(to), to, "Expected above the lower end of the range, and at most 1.");

        // Walk along the axis upwards; the curve falls on the other axis.
        Func<RocPoint, (double Along, double Height)> read = axis == RocAxis.Specificity
            ? point => (point.Specificity, point.Sensitivity)
            : point => (point.Sensitivity, point.Specificity);
        var path = curve.Points.Select(read).OrderBy(point => point.Along).ThenByDescending(point => point.Height).ToArray();
        var area = 0.0;
        for (var index = 1; index < path.Length; index++)
        {
            var (start, end) = (path[index - 1], path[index]);
            var (begin, stop) = (Math.Max(from, start.Along), Math.Min(to, end.Along));
            if (stop > begin)
                area += (stop - begin) * (Height(begin) + Height(stop)) / 2;

            double Height(double along) =>
                start.Height + (end.Height - start.Height) * (along - start.Along) / (end.Along - start.Along);
        }

        // What the diagonal of chance encloses, and what a perfect marker does.
        var (least, most) = ((to - from) * (1 - (from + to) / 2), to - from);
        return new PartialArea(axis, from, to, area, area >= least ? (1 + (area - least) / (most - least)) / 2 : null);
    }
}
