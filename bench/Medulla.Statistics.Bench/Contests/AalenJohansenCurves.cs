using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Bench;

static class AalenJohansenCurves
{
    public static Contest Contest { get; } = new(
        "Aalen–Johansen with standard errors, 100,000 rows, 2 groups", "aalen-johansen.R", "survfit", 200, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var (cohort, columns) = CompetingData.Draw(100_000);
        var group = columns[0].Values.Select(value => value > 0 ? 1.0 : 0).ToArray();
        CompetingData.Write(data, cohort, [new Covariate("group", group)]);
        return () =>
        {
            var (first, second) = (Curves(0), Curves(1));
            return first.Incidence(1).At(1)!.Value.Probability + second.Incidence(2).At(1)!.Value.StandardError;
        };

        AalenJohansen Curves(double wanted)
        {
            var members = new List<CompetingFollowUp>(cohort.Length);
            for (var row = 0; row < cohort.Length; row++)
                if (group[row] == wanted)
                    members.Add(cohort[row]);
            return AalenJohansen.Estimate(members);
        }
    }
}
