using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

static class CoxBootstrapContest
{
    const int Replicates = 10_000;

    public static Contest Contest { get; } = new(
        "10,000 bootstrap Cox refits, 86 participants, 4 columns", "cox-bootstrap.R", "coxph.fit", 9,
        Prepare, ValueTolerance: null);

    static Func<double> Prepare(BenchData data)
    {
        var cohort = CoxData.Draw(86, 4, seed: 1);
        cohort.Write(data);
        return () => CoxBootstrap.Run(cohort.FollowUps, cohort.Columns, BootstrapIndices.Drawn(86, Replicates, seed: 1))
            .Coefficients[0].StandardError!.Value;
    }
}
