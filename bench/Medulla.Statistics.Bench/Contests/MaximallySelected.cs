using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Randomness;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Bench;

/// <summary>The permutation probability of the best of all cuts of a continuous marker.</summary>
static class MaximallySelected
{
    const int Participants = 1_000;

    public static Contest Contest { get; } = new(
        "Maximally selected log-rank statistic, 9,999 permutations, n = 1,000", "maxstat.R", "maxstat", 12, Prepare,
        ValueTolerance: null);

    static Func<double> Prepare(BenchData data)
    {
        // An effect: hardly any permutation reaches the statistic, and each is drawn to its end.
        var random = new RandomStream(seed: 6);
        var marker = new double[Participants];
        var followUps = new FollowUp[Participants];
        for (var place = 0; place < Participants; place++)
        {
            marker[place] = random.NextNormal();
            var untilEvent = random.NextExponential() * Math.Exp(-0.3 * marker[place]);
            var censoring = random.NextExponential(1 / 0.6);
            followUps[place] = new FollowUp(Math.Min(untilEvent, censoring), untilEvent <= censoring);
        }

        data.Write("cohort", ("time", [.. followUps.Select(one => one.Time)]),
            ("status", [.. followUps.Select(one => one.EventObserved ? 1.0 : 0.0)]), ("marker", marker));
        return () => MaximallySelectedStatistic.OfSurvival(marker, followUps).PermutationProbability(9_999);
    }
}
