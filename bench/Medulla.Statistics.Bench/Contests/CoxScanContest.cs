using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

static class CoxScanContest
{
    public static Contest Contest { get; } = new(
        "5,000 univariate Cox regressions, 1,000 participants", "cox-scan.R", "coxph.fit", 4, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var cohort = CoxData.Draw(1000, 1, seed: 2);
        var columns = CoxData.Draw(1000, 5000, seed: 3).Columns;
        (cohort with { Columns = [cohort.Columns[0], .. columns.Skip(1)] }).Write(data);
        return () => CoxScan.Run(cohort.FollowUps, [cohort.Columns[0], .. columns.Skip(1)])
            .Columns.Sum(column => column.Z!.Value);
    }
}
