using Medulla.Statistics.Randomness;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

/// <summary>Harrell's C with its standard error in a large cohort.</summary>
static class ConcordanceOfMany
{
    const int Participants = 100_000;

    public static Contest Contest { get; } = new(
        "concordance with standard error, n = 100,000", "concordance.R", "concordance", AtLeast: 2, Prepare);

    static Func<double> Prepare(BenchData data)
    {
        var random = new RandomStream(seed: 100);
        var (times, events, markers) = (new double[Participants], new double[Participants], new double[Participants]);
        for (var row = 0; row < Participants; row++)
        {
            markers[row] = random.NextNormal();
            var (time, censored) = (random.NextExponential(400 / Math.Exp(0.5 * markers[row])), random.NextExponential(600));
            (times[row], events[row]) = (Math.Min(time, censored), time <= censored ? 1 : 0);
        }

        data.Write("cohort", ("time", times), ("event", events), ("marker", markers));
        return () =>
        {
            var followUps = new FollowUp[Participants];
            for (var row = 0; row < Participants; row++)
                followUps[row] = new FollowUp(times[row], events[row] == 1);
            var concordance = Concordance.Of(followUps, markers);
            return concordance.Estimate!.Value + concordance.StandardError!.Value;
        };
    }
}
