namespace Medulla.Statistics.Survival;

/// <summary>The weight of the pairs that each event opens, from the curves of survival and of censoring.</summary>
static class ConcordanceEventWeights
{
    /// <param name="timeWeight">Which.</param>
    /// <param name="times">Rising; equal where tied.</param>
    /// <param name="place">Of the participant at each place.</param>
    /// <param name="events">By participant.</param>
    /// <param name="weight">Case weights by place.</param>
    /// <param name="until">Events after it weigh 0.</param>
    /// <returns>By place; 0 where there is no event.</returns>
    public static double[] Of(
        ConcordanceTimeWeight timeWeight, double[] times, int[] place, bool[] events, double[] weight, double until)
    {
        var weights = new double[times.Length];
        var whole = weight.Sum();
        var atRisk = whole;
        double survival = 1, uncensored = 1;

        // With a single event time there is nothing to weigh against.
        if (place.Count(row => events[row]) < 2)
            timeWeight = ConcordanceTimeWeight.EveryPair;
        for (int start = 0, end = 0; start < times.Length; start = end)
        {
            double withEvent = 0, censored = 0;
            for (; end < times.Length && times[end] == times[start]; end++)
                if (events[place[end]])
                    withEvent += weight[end];
                else
                    censored += weight[end];
            var share = times[start] > until ? 0 : timeWeight switch
            {
                ConcordanceTimeWeight.EveryPair => 1,
                ConcordanceTimeWeight.Survival => whole * survival / atRisk,
                ConcordanceTimeWeight.SurvivalOverCensoring => whole * survival / (uncensored * atRisk),
                ConcordanceTimeWeight.InverseCensoring => 1 / (uncensored * uncensored),
                ConcordanceTimeWeight.EveryEvent => 1 / atRisk,
                _ => throw new ArgumentOutOfRangeException(nameof(timeWeight), timeWeight, "Expected one of the five weights."),
            };
            for (var at = start; at < end; at++)
                weights[at] = events[place[at]] ? share : 0;

            // Events leave before those censored at the same time.
            survival *= 1 - withEvent / atRisk;
            if (censored > 0)
                uncensored *= 1 - censored / (atRisk - withEvent);
            atRisk -= withEvent + censored;
        }

        return weights;
    }
}
