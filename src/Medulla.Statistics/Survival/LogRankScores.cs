using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>What each participant adds to a log-rank comparison, whatever the groups: Λ(t) − w · event.</summary>
static class LogRankScores
{
    /// <param name="cohort">Usable follow-up without entry times.</param>
    /// <param name="weight">Of each event time.</param>
    /// <param name="ties">Of events.</param>
    /// <returns>In the order given.</returns>
    public static double[] Of(ReadOnlySpan<FollowUp> cohort, LogRankWeight weight, LogRankTies ties)
    {
        var times = new double[cohort.Length];
        var places = new int[cohort.Length];
        for (var place = 0; place < cohort.Length; place++)
            (times[place], places[place]) = (cohort[place].Time, place);
        AscendingOrder.Sort(times, places);

        var scores = new double[cohort.Length];
        var sums = new Sums(weight);
        for (int start = 0, end; start < times.Length; start = end)
        {
            var events = 0;
            for (end = start; end < times.Length && times[end] == times[start]; end++)
                events += cohort[places[end]].EventObserved ? 1 : 0;

            var ofEvent = events == 0 ? 0 : ties switch
            {
                LogRankTies.AtOnce => sums.Add(events, times.Length - start),
                LogRankTies.HothornLausen => sums.Add(events, times.Length - end + 1),
                _ => InTurn(ref sums, events, times.Length - start),
            };
            for (var place = start; place < end; place++)
                scores[places[place]] = cohort[places[place]].EventObserved ? ofEvent : sums.Hazard;
        }

        return scores;
    }

    static double InTurn(ref Sums sums, int events, int atRisk)
    {
        double total = 0;
        for (var turn = 0; turn < events; turn++)
            total += sums.Add(1, atRisk - turn);
        return total / events;
    }

    struct Sums(LogRankWeight weight)
    {
        double survival = 1, petoSurvival = 1;

        /// <summary>Weighted cumulative hazard so far: the score of those censored now.</summary>
        public double Hazard { get; private set; }

        /// <summary>The score of those with the event now.</summary>
        public double Add(int events, int atRisk)
        {
            petoSurvival *= 1 - events / (atRisk + 1.0);
            var counts = weight.At(atRisk, survival, petoSurvival);
            survival *= 1 - (double)events / atRisk;
            Hazard += counts * events / atRisk;
            return Hazard - counts;
        }
    }
}
