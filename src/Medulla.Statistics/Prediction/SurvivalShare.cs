using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>The Kaplan–Meier estimate at one time, carried on past the last follow-up.</summary>
static class SurvivalShare
{
    public static double At(IReadOnlyList<FollowUp> followUps, double time)
    {
        var count = followUps.Count;
        var times = TiedTimes.Merge(followUps).Times;
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort((double[])times.Clone(), order);
        var survival = 1.0;
        for (int start = 0, end = 0; start < count && times[order[start]] <= time; start = end)
        {
            var events = 0;
            for (; end < count && times[order[end]] == times[order[start]]; end++)
                events += followUps[order[end]].EventObserved ? 1 : 0;
            survival *= (double)(count - start - events) / (count - start);
        }

        return survival;
    }
}
