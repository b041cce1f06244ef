using System.Collections.Immutable;

namespace Medulla.Statistics.Regression;

/// <summary>A smooth curve of few coefficients: cubic between the knots, a straight line beyond the outer two.</summary>
/// <remarks>
/// With knots t₁ … t_k the columns are x and, for j = 1 … k − 2, with u₊ = max(u, 0) and over (t_k − t₁)²:
/// (x − t_j)₊³ − (x − t_{k−1})₊³ (t_k − t_j)/(t_k − t_{k−1}) + (x − t_k)₊³ (t_{k−1} − t_j)/(t_k − t_{k−1}).
/// Division keeps the columns in the unit of x. The columns go into any regression beside others; R:
/// <c>Hmisc::rcspline.eval(norm = 2, inclx = TRUE)</c>, <c>rms::rcs</c>. Sources: Stone &amp; Koo 1985; Harrell 2015.
/// </remarks>
public sealed class RestrictedCubicSpline
{
    RestrictedCubicSpline(ImmutableArray<double> knots) => Knots = knots;

    /// <summary>Ascending, at least three.</summary>
    public ImmutableArray<double> Knots { get; }

    /// <summary>Number of columns: one fewer than knots.</summary>
    public int Columns => Knots.Length - 1;

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => FormattableString.Invariant(
        $"Restricted cubic spline, knots at {string.Join(", ", Knots)}, ") +
        "columns over the squared distance of the outer knots; R: rcspline.eval(norm = 2)";

    /// <summary>Knots chosen by hand, such as those of an earlier study.</summary>
    /// <exception cref="ArgumentException">Fewer than three, not ascending, or not finite.</exception>
    public static RestrictedCubicSpline At(params IReadOnlyList<double> knots)
    {
        if (knots.Count < SplineKnots.Fewest)
            throw new ArgumentException(
                $"Found {knots.Count} knots. Expected at least {SplineKnots.Fewest}: with two the curve is a straight line.",
                nameof(knots));
        for (var place = 0; place < knots.Count; place++)
            if (!double.IsFinite(knots[place]) || (place > 0 && knots[place] <= knots[place - 1]))
                throw new ArgumentException(FormattableString.Invariant(
                    $"Found the knot {knots[place]} at index {place}. Expected finite knots in ascending order."),
                    nameof(knots));
        return new RestrictedCubicSpline([.. knots]);
    }

    /// <summary>Knots at quantiles of the data, outcomes not looked at.</summary>
    /// <param name="values">Finite, at least 6; those of everybody measured, whether or not their follow-up is known.</param>
    /// <param name="knots">From 3 to 10; 4 is the usual choice, 3 in small cohorts. Equal knots count once.</param>
    /// <exception cref="ArgumentException">Too few values or knots, or a value that is not finite.</exception>
    /// <exception cref="NotEstimableException">Too many equal values for three knots.</exception>
    public static RestrictedCubicSpline AtQuantiles(IReadOnlyList<double> values, int knots = 4)
    {
        if (knots is < SplineKnots.Fewest or > 10)
            throw new ArgumentOutOfRangeException(nameof(knots), knots, "Expected from 3 to 10 knots.");
        new Covariate("spline", values).RequireUsable(values.Count, nameof(values));
        if (values.Count < 6)
            throw new ArgumentException($"Found {values.Count} values. Expected at least 6.", nameof(values));
        double[] found = [.. SplineKnots.AtQuantiles(values, knots).Distinct().Order()];
        return found.Length >= SplineKnots.Fewest
            ? new RestrictedCubicSpline([.. found])
            : throw new NotEstimableException(NotEstimableCause.Constant, [],
                $"Found {found.Length} different knots among {values.Distinct().Count()} different values. Expected at least "
                    + $"{SplineKnots.Fewest}: use a straight line or categories.");
    }

    /// <summary>The columns at one value: x itself first.</summary>
    public double[] Basis(double x)
    {
        var columns = new double[Columns];
        columns[0] = x;
        var (last, before) = (Knots[^1], Knots[^2]);
        var scale = (last - Knots[0]) * (last - Knots[0]);
        for (var knot = 0; knot < Columns - 1; knot++)
            columns[knot + 1] = (Cube(x - Knots[knot]) - Cube(x - before) * (last - Knots[knot]) / (last - before)
                + Cube(x - last) * (before - Knots[knot]) / (last - before)) / scale;
        return columns;
    }

    /// <summary>The columns of a regression, named as R names them: age, age', age''.</summary>
    public ImmutableArray<Covariate> Expand(Covariate covariate)
    {
        double[][] rows = [.. covariate.Values.Select(Basis)];
        return [.. Enumerable.Range(0, Columns).Select(column => new Covariate(
            covariate.Name + new string('\'', column), [.. rows.Select(row => row[column])]))];
    }

    static double Cube(double difference) => difference > 0 ? difference * difference * difference : 0;
}
