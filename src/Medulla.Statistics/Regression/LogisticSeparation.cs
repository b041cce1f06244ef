namespace Medulla.Statistics.Regression;

/// <summary>A direction in which the logistic likelihood rises for ever: no case lies below any control in it.</summary>
/// <remarks>
/// Complete separation leaves all coefficients without an estimate, quasi-complete separation (some lie on the border) those
/// of the direction. Newton's steps turn into such a direction and keep their length. Sources: Albert &amp; Anderson 1984;
/// the remedy, Heinze &amp; Schemper 2002.
/// </remarks>
static class LogisticSeparation
{
    /// <summary>An ordinary search has ended by this iteration.</summary>
    public const int FirstLook = 8;

    /// <summary>How far, relative to the furthest, somebody may lie on the wrong side: rounding only.</summary>
    public const double Exact = 1e-9;

    /// <summary>The same when the search has broken down, as only separation makes it do.</summary>
    public const double Rough = 1e-4;

    // Steps of an ordinary search have become small by then.
    const double StillMoving = 0.2;

    // A column with less of the direction than this takes no part in the separation.
    const double Named = 1e-4;

    /// <summary>Whether the step is long, and separates.</summary>
    public static bool Holds(
        ReadOnlySpan<double> values, int columns, ReadOnlySpan<double> outcomes, ReadOnlySpan<double> weights,
        ReadOnlySpan<double> step, double tolerance)
    {
        double furthest = 0, wrong = 0;
        for (var row = 0; row < outcomes.Length; row++)
        {
            if (!weights.IsEmpty && weights[row] == 0)
                continue;
            var place = 0.0;
            for (var column = 0; column < columns; column++)
                place += step[column] * values[row * columns + column];
            furthest = Math.Max(furthest, Math.Abs(place));
            wrong = Math.Max(wrong, outcomes[row] > 0 ? -place : place);
        }

        return furthest > StillMoving && wrong <= tolerance * furthest;
    }

    /// <summary>Names the columns of a direction that separates.</summary>
    /// <param name="design">For names and units.</param>
    /// <param name="step">Standardised.</param>
    /// <param name="outcomes">1 for a case.</param>
    public static NotEstimableException Problem(RegressionDesign design, ReadOnlySpan<double> step, double[] outcomes)
    {
        var largest = 0.0;
        for (var column = 1; column < design.Columns; column++)
            largest = Math.Max(largest, Math.Abs(step[column]));
        var parts = step.ToArray();
        string[] names = [.. Enumerable.Range(1, design.Columns - 1)
            .Where(column => Math.Abs(parts[column]) > Named * largest).Select(column => design.Names[column])];
        var complete = Enumerable.Range(0, design.Rows).All(row => Math.Abs(design.Dot(row, parts)) > Rough);
        var cases = outcomes.Count(outcome => outcome > 0);
        var (verb, ratio) = names.Length == 1
            ? ("separates", "its odds ratio is")
            : ("together separate", "their odds ratios are");
        return new NotEstimableException(NotEstimableCause.Separated, [.. names],
            $"Found that {string.Join(", ", names)} {verb} the {cases} cases from the {design.Rows - cases} controls "
                + $"{(complete ? "perfectly" : "but for ties on the border")}, so that {ratio} infinite or zero. "
                + "Expected overlap: merge levels, leave the column out, or report Firth's penalised "
                + "estimate (FirthLogistic).");
    }
}
