using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Says which columns' coefficients the data cannot determine, why, and what to do.</summary>
static class CoxEstimability
{
    /// <param name="names">Of the columns.</param>
    /// <param name="maximum">Where the climb ended.</param>
    /// <param name="cause">Why.</param>
    public static NotEstimableException Refuse(string[] names, CoxMaximum maximum, NotEstimableCause cause) => cause switch
    {
        NotEstimableCause.Constant => Constant(names[maximum.ConstantColumn()]),
        NotEstimableCause.Collinear => Collinear(names, maximum.Likelihood.Information),
        NotEstimableCause.Separated => Separated(names, maximum.Step),
        _ => new NotEstimableException(NotEstimableCause.NotConverged, [.. names],
            "Found no maximum of the likelihood. Expected fewer columns or more events: leave columns out."),
    };

    public static NotEstimableException NoEvents(int participants) => new(NotEstimableCause.NoEvents, [],
        $"Found no events in {participants} participants. Expected at least one: wait for events, or describe "
            + "follow-up only.");

    static NotEstimableException Constant(string name) => new(NotEstimableCause.Constant, [name],
        $"Found one value of {name} among all participants at risk together. Expected at least two: leave "
            + "the column out.");

    static NotEstimableException Collinear(string[] names, ReadOnlySpan<double> information)
    {
        var order = names.Length;
        for (var column = 1; column < order; column++)
        {
            var block = new double[(column + 1) * (column + 1)];
            var before = new double[column * column];
            var dependence = new double[column];
            for (var row = 0; row <= column; row++)
                for (var other = 0; other <= row; other++)
                {
                    block[row * (column + 1) + other] = information[row * order + other];
                    if (row < column)
                        before[row * column + other] = information[row * order + other];
                    else if (other < column)
                        dependence[other] = information[row * order + other];
                }

            if (Cholesky.TryFactor(block, column + 1, 1e-10))
                continue;
            _ = Cholesky.TryFactor(before, column);
            Cholesky.Solve(before, column, dependence);
            List<string> others = [];
            for (var other = 0; other < column; other++)
                if (Math.Abs(dependence[other]) * Math.Sqrt(information[other * (order + 1)])
                    > CoxSeparation.StillMoving * Math.Sqrt(information[column * (order + 1)]))
                    others.Add(names[other]);
            return new NotEstimableException(NotEstimableCause.Collinear, [names[column], .. others],
                $"Found that {names[column]} follows from {string.Join(", ", others)}. Expected columns that each add "
                    + "something: leave one of them out.");
        }

        throw new InvalidOperationException("Found no column that follows from others. Expected one.");
    }

    static NotEstimableException Separated(string[] columns, double[] step)
    {
        var longest = step.Max(Math.Abs);
        var moving = Enumerable.Range(0, step.Length)
            .Where(column => Math.Abs(step[column]) >= CoxSeparation.StillMoving * longest).ToArray();
        var names = moving.Select(column => columns[column]).ToArray();
        var rising = step[moving[0]] > 0;
        var what = names.Length == 1
            ? $"Found that no participant at risk has a {(rising ? "higher" : "lower")} value of {names[0]} than those with "
                + $"the event, at any event time, so that its hazard ratio is {(rising ? "infinite" : "zero")}."
            : $"Found that {string.Join(", ", names)} together order the events perfectly, "
                + "so that their hazard ratios are infinite or zero.";
        return new NotEstimableException(NotEstimableCause.Separated, [.. names],
            what + " Expected overlap: merge levels, leave the column out, or report a log-rank test "
                + "or Firth's penalised estimate.");
    }
}
