using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Bench;

/// <summary>A made-up cohort with two causes, about a third censored, and three columns of which the first matters.</summary>
static class CompetingData
{
    public static (CompetingFollowUp[] Cohort, Covariate[] Columns) Draw(int participants)
    {
        var random = new Random(1);
        var columns = Enumerable.Range(1, 3).Select(column => new Covariate(
            $"x{column}", [.. Enumerable.Range(0, participants).Select(_ => Normal(random))])).ToArray();
        var cohort = new CompetingFollowUp[participants];
        for (var row = 0; row < participants; row++)
        {
            var time = Exponential(random) * Math.Exp(-0.3 * columns[0].Values[row]);
            var censored = Exponential(random) / 0.5;
            var cause = random.NextDouble() < 0.4 ? 2 : 1;
            cohort[row] = new CompetingFollowUp(Math.Min(time, censored), time <= censored ? cause : null);
        }

        return (cohort, columns);
    }

    public static void Write(BenchData data, CompetingFollowUp[] cohort, Covariate[] columns) => data.Write("cohort",
        [
            ("time", [.. cohort.Select(one => one.Time)]), ("cause", [.. cohort.Select(one => (double)(one.Cause ?? 0))]),
            .. columns.Select(column => (column.Name, column.Values)),
        ]);

    static double Exponential(Random random) => -Math.Log(1 - random.NextDouble());

    static double Normal(Random random) =>
        Math.Sqrt(2 * Exponential(random)) * Math.Cos(2 * Math.PI * random.NextDouble());
}
