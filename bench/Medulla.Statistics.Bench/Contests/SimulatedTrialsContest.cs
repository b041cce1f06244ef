using Medulla.Statistics.Randomness;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

static class SimulatedTrialsContest
{
    const int Trials = 10_000;
    const int Participants = 86;

    public static Contest Contest { get; } = new(
        "10,000 simulated trials of 86: Kaplan–Meier, log-rank, Cox", "simulated-trials.R", "survfit+survdiff+coxph", 120,
        Prepare, ValueTolerance: null);

    static Func<double> Prepare(BenchData data)
    {
        data.Write("d", ("participants", [Participants]));
        var (curves, cox) = (new TwoGroupSurvival(Participants), new CoxWorkspace(Participants, columns: 1));
        var (times, marker, sorted) = (new double[Participants], new double[Participants], new double[Participants]);
        var (events, high) = (new bool[Participants], new bool[Participants]);
        return () =>
        {
            var sum = 0.0;
            for (var trial = 0; trial < Trials; trial++)
            {
                var random = new RandomStream(1, (ulong)trial);
                for (var row = 0; row < Participants; row++)
                {
                    marker[row] = random.NextNormal();
                    var time = random.NextExponential(25 * Math.Exp(-0.4 * marker[row]));
                    var censored = 5 + 12 * random.NextUniform();
                    (times[row], events[row]) = (Math.Min(time, censored), time <= censored);
                }

                marker.CopyTo(sorted, 0);
                Array.Sort(sorted);
                var median = (sorted[Participants / 2 - 1] + sorted[Participants / 2]) / 2;
                for (var row = 0; row < Participants; row++)
                    high[row] = marker[row] > median;
                curves.Read(times, events, high);
                _ = cox.Fit(times, events, marker);
                sum += cox.Coefficients[0];
            }

            return sum / Trials;
        };
    }
}
