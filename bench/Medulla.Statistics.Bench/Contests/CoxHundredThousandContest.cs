using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

static class CoxHundredThousandContest
{
    public static Contest Contest { get; } = new(
        "One Cox regression, 100,000 participants, 10 columns", "cox-large.R", "coxph.fit", 2, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var cohort = CoxData.Draw(100_000, 10, seed: 4);
        cohort.Write(data);
        return () => CoxRegression.Fit(cohort.FollowUps, cohort.Columns).Coefficients.Sum(column => column.Z);
    }
}
