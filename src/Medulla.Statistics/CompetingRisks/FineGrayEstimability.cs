using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Finds the columns whose coefficients the data cannot determine, and says which and why.</summary>
static class FineGrayEstimability
{
    const double Collinear = 1e-10;
    const double Rounding = 1e-9;
    const double StillMoving = 1e-4;

    /// <summary>Refuses columns that are constant or follow from others wherever participants are at risk together.</summary>
    /// <exception cref="NotEstimableException">There is such a column.</exception>
    public static void RequireInformation(FineGrayDesign design, ReadOnlySpan<double> information)
    {
        var columns = design.Columns;
        var largest = 1.0;
        for (var column = 0; column < columns; column++)
            largest = Math.Max(largest, information[column * columns + column]);
        for (var column = 0; column < columns; column++)
        {
            var name = design.Names[column];
            if (!(information[column * columns + column] > Collinear * largest))
                throw new NotEstimableException(NotEstimableCause.Constant, [name],
                    $"Found one value of {name} among all participants at risk together. Expected at least two: leave "
                        + "the column out.");
            var order = column + 1;
            var leading = new double[order * order];
            for (var row = 0; row < order; row++)
                information.Slice(row * columns, order).CopyTo(leading.AsSpan(row * order));
            if (Cholesky.TryFactor(leading, order, Collinear))
                continue;

            // The columns before this one have been factored: solve for what of this one follows from them.
            var shared = information.Slice(column * columns, column).ToArray();
            var before = new double[column * column];
            for (var row = 0; row < column; row++)
                information.Slice(row * columns, column).CopyTo(before.AsSpan(row * column));
            Cholesky.TryFactor(before, column, Collinear);
            Cholesky.Solve(before, column, shared);
            string[] others = [.. Enumerable.Range(0, column)
                .Where(other => Math.Abs(shared[other]) > StillMoving).Select(other => design.Names[other])];
            throw new NotEstimableException(NotEstimableCause.Collinear, [name, .. others],
                $"Found that {name} follows from {string.Join(", ", others)}. Expected columns that each add something: "
                    + "leave one of them out.");
        }
    }

    /// <summary>Refuses a direction in which the likelihood rises for ever.</summary>
    /// <param name="design">The cohort.</param>
    /// <param name="step">The latest Newton step, which turns into that direction where there is one.</param>
    /// <exception cref="NotEstimableException">At no event time does anybody at risk lie further in that direction.</exception>
    public static void RequireOverlap(FineGrayDesign design, ReadOnlySpan<double> step)
    {
        var longest = 0.0;
        foreach (var part in step)
            longest = Math.Max(longest, Math.Abs(part));
        var direction = step.ToArray().Select(part => Math.Abs(part) < StillMoving * longest ? 0 : part / longest).ToArray();
        var places = new double[design.Rows];
        for (var row = 0; row < places.Length; row++)
            for (var column = 0; column < direction.Length; column++)
                places[row] += direction[column] * design.Row(row)[column];

        // Of those still followed, from the end; of those with another event, from the start.
        var furthest = new double[design.Times.Length];
        var nearest = new double[design.Times.Length];
        var (high, low) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var point = design.Times.Length - 1; point >= 0; point--)
        {
            for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
                (high, low) = (Math.Max(high, places[row]), Math.Min(low, places[row]));
            (furthest[point], nearest[point]) = (high, low);
        }

        (high, low) = (double.NegativeInfinity, double.PositiveInfinity);
        var strict = false;
        for (var point = 0; point < design.Times.Length; point++)
        {
            var top = Math.Max(high, furthest[point]);
            for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
            {
                if (design.Outcomes[row] == FineGrayOutcome.Event && places[row] < top - Rounding)
                    return;
                strict |= design.Outcomes[row] == FineGrayOutcome.Event && Math.Min(low, nearest[point]) < top - Rounding;
            }

            for (var row = design.Firsts[point]; row < design.Firsts[point + 1]; row++)
                if (design.Outcomes[row] == FineGrayOutcome.Competing)
                    (high, low) = (Math.Max(high, places[row]), Math.Min(low, places[row]));
        }

        if (!strict)
            return;
        string[] names = [.. Enumerable.Range(0, direction.Length).Where(column => direction[column] != 0)
            .Select(column => design.Names[column])];
        throw new NotEstimableException(NotEstimableCause.Separated, [.. names],
            $"Found that {string.Join(", ", names)} order{(names.Length == 1 ? "s" : "")} the events perfectly, so that "
                + "a subdistribution hazard ratio is infinite or zero. Expected overlap: merge levels, leave the column out, "
                + "or report Gray's test.");
    }
}
