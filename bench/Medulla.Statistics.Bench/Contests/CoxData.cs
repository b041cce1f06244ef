using Medulla.Statistics.Randomness;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

/// <summary>Simulated follow-up with normal columns, each with a log hazard ratio of 0.3.</summary>
sealed record CoxData(FollowUp[] FollowUps, Covariate[] Columns)
{
    const double Effect = 0.3;
    const double Censoring = 0.6;

    public static CoxData Draw(int participants, int columns, ulong seed)
    {
        var random = new RandomStream(seed);
        var values = new double[columns][];
        for (var column = 0; column < columns; column++)
            values[column] = new double[participants];
        var followUps = new FollowUp[participants];
        for (var row = 0; row < participants; row++)
        {
            var predictor = 0.0;
            foreach (var column in values)
                predictor += Effect * (column[row] = random.NextNormal());
            var time = random.NextExponential(Math.Exp(-predictor));
            var censored = random.NextExponential(1 / Censoring);
            followUps[row] = new FollowUp(Math.Min(time, censored), time <= censored);
        }

        return new CoxData(followUps, [.. values.Select((column, place) => new Covariate($"x{place + 1}", column))]);
    }

    /// <summary>As <c>d.csv</c>: time, status, columns.</summary>
    public void Write(BenchData data) => data.Write("d",
    [
        ("time", FollowUps.Select(one => one.Time).ToArray()),
        ("status", FollowUps.Select(one => one.EventObserved ? 1.0 : 0.0).ToArray()),
        .. Columns.Select(column => (column.Name, column.Values)),
    ]);
}
