using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Finds the columns whose coefficients the data cannot determine, and says which and why.</summary>
/// <remarks>Sources: monotone likelihood, Bryson &amp; Johnson 1981; its remedy, Heinze &amp; Schemper 2001.</remarks>
static class CoxEstimability
{
    // Share of a column's information left after the columns before it; rounding leaves 1e-15, real data 1e-5.
    const double Collinear = 1e-10;

    // Standardised columns hold some 15 digits: below this, two values are one.
    const double Rounding = 1e-9;

    // A column that does not take part in the separation has stopped moving long before.
    const double StillMoving = 1e-4;

    /// <summary>Refuses columns that are constant or follow from others wherever participants are at risk together.</summary>
    /// <param name="design">For the names.</param>
    /// <param name="information">At coefficients of zero: the covariance of the columns within risk sets.</param>
    /// <exception cref="NotEstimableException">There is such a column.</exception>
    public static void RequireInformation(CoxDesign design, Matrix<double> information)
    {
        var largest = Enumerable.Range(0, design.Columns).Max(column => information[column, column]);
        for (var column = 0; column < design.Columns; column++)
        {
            var name = design.Names[column];
            if (!(information[column, column] > Collinear * Math.Max(largest, 1)))
                throw new NotEstimableException(NotEstimableCause.Constant, [name],
                    $"Found one value of {name} among all participants at risk together. Expected at least two: leave "
                        + "the column out.");
            if (column == 0)
                continue;

            var before = information.SubMatrix(0, column, 0, column);
            var shared = information.Column(column, 0, column);
            var dependence = before.Solve(shared);
            if (information[column, column] - shared.DotProduct(dependence) > Collinear * information[column, column])
                continue;

            var others = Enumerable.Range(0, column)
                .Where(other => Math.Abs(dependence[other]) * Math.Sqrt(information[other, other])
                    > StillMoving * Math.Sqrt(information[column, column]))
                .Select(other => design.Names[other]).ToArray();
            throw new NotEstimableException(NotEstimableCause.Collinear, [name, .. others],
                $"Found that {name} follows from {string.Join(", ", others)}. Expected columns that each add something: "
                    + "leave one of them out.");
        }
    }

    /// <summary>Refuses a direction in which the likelihood rises for ever.</summary>
    /// <param name="design">The cohort.</param>
    /// <param name="step">The latest Newton step, which turns into that direction where there is one.</param>
    /// <exception cref="NotEstimableException">At no event time does anybody at risk lie further in that direction.</exception>
    public static void RequireOverlap(CoxDesign design, Vector<double> step)
    {
        var longest = step.AbsoluteMaximum();
        var direction = step.Map(part => Math.Abs(part) < StillMoving * longest ? 0 : part / longest);
        var strict = false;
        foreach (var stratum in design.Strata)
        {
            var atRisk = new HashSet<int>();
            var (furthest, nearest) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var point in stratum)
            {
                atRisk.UnionWith(point.Leaving);
                atRisk.ExceptWith(point.NotYetEntered);
                if (point.NotYetEntered.Length > 0)
                    (furthest, nearest) = (atRisk.Max(Place), atRisk.Min(Place));
                foreach (var place in point.Leaving.Select(Place))
                    (furthest, nearest) = (Math.Max(furthest, place), Math.Min(nearest, place));
                if (point.WithEvent.Length == 0)
                    continue;
                if (point.WithEvent.Min(Place) < furthest - Rounding)
                    return;
                strict |= nearest < furthest - Rounding;
            }
        }

        if (!strict)
            return;
        var columns = Enumerable.Range(0, design.Columns).Where(column => direction[column] != 0).ToArray();
        var names = columns.Select(column => design.Names[column]).ToArray();
        var rising = direction[columns[0]] > 0;
        var what = names.Length == 1
            ? $"Found that no participant at risk has a {(rising ? "higher" : "lower")} value of {names[0]} than those with "
                + $"the event, at any event time, so that its hazard ratio is {(rising ? "infinite" : "zero")}."
            : $"Found that {string.Join(", ", names)} together order the events perfectly, "
                + "so that their hazard ratios are infinite or zero.";
        throw new NotEstimableException(NotEstimableCause.Separated, [.. names],
            what + " Expected overlap: merge levels, leave the column out, or report a log-rank test "
                + "or Firth's penalised estimate.");

        double Place(int row)
        {
            var place = 0.0;
            for (var column = 0; column < design.Columns; column++)
                place += direction[column] * design.Row(row)[column];
            return place;
        }
    }
}
