using Medulla.Statistics.Randomness;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

/// <summary>Two Kaplan–Meier curves with the log interval at every time, and the log-rank test between them.</summary>
static class KaplanMeierAndLogRank
{
    const int Participants = 100_000;

    public static Contest Contest { get; } = new(
        "KM + log-rank, n = 100,000", "km_logrank.R", "survfit + survdiff", 20, Prepare)
    {
        Repetitions = 15,
    };

    static Func<double> Prepare(BenchData data)
    {
        var random = new RandomStream(20261128, 3);
        var (time, status, group) = (new double[Participants], new double[Participants], new double[Participants]);
        for (var row = 0; row < Participants; row++)
        {
            group[row] = random.NextUniform() < 0.5 ? 0 : 1;
            var died = random.NextExponential() / (group[row] == 0 ? 1 : 0.98);
            var censored = random.NextExponential() / 0.6;
            time[row] = Math.Min(died, censored);
            status[row] = died <= censored ? 1 : 0;
        }

        data.Write("cohort", ("time", time), ("status", status), ("group", group));
        return () => Work(time, status, group);
    }

    static double Work(double[] time, double[] status, double[] group)
    {
        var second = 0;
        foreach (var label in group)
            second += label == 1 ? 1 : 0;
        var followUps = new[] { new FollowUp[time.Length - second], new FollowUp[second] };
        Span<int> next = [0, 0];
        for (var row = 0; row < time.Length; row++)
        {
            var place = (int)group[row];
            followUps[place][next[place]++] = new FollowUp(time[row], status[row] == 1);
        }

        SurvivalGroup[] groups = [new("0", followUps[0]), new("1", followUps[1])];
        var value = LogRank.Compare(groups).ChiSquare!.Value;
        foreach (var one in groups)
        {
            var curve = KaplanMeier.Estimate(one.FollowUps, SurvivalIntervalType.Log);
            var median = curve.Median; // Reads both limits at every time.
            value += median.Time!.Value + median.Lower!.Value + median.Upper!.Value + curve.SurvivalAt(1)!.Value;
        }

        return value;
    }
}
