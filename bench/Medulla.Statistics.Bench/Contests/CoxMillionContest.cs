using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

static class CoxMillionContest
{
    public static Contest Contest { get; } = new(
        "One Cox regression, 1,000,000 participants, 5 columns", "cox-large.R", "coxph.fit", 2, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var cohort = CoxData.Draw(1_000_000, 5, seed: 4);
        cohort.Write(data);
        return () => CoxRegression.Fit(cohort.FollowUps, cohort.Columns).Coefficients.Sum(column => column.Z);
    }
}
