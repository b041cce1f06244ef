using Medulla.Statistics.Numerics;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Cutpoints;

/// <summary>One score per participant, whose sum over a group is its observed minus expected events.</summary>
/// <remarks>
/// The event (1 or 0) minus the sum over all events up to the own time of 1 / (participants − participants whose time is not
/// later + 1). Sources: Hothorn &amp; Lausen 2003.
/// </remarks>
sealed class LogRankScores
{
    readonly int[] order;
    readonly double[] times;
    readonly bool[] events;

    /// <exception cref="ArgumentException">The cohort is empty, a time is unusable, or somebody entered late.</exception>
    public LogRankScores(IReadOnlyList<FollowUp> followUps, string argument)
    {
        FollowUp.RequireUsable(followUps, argument);
        for (var index = 0; index < followUps.Count; index++)
            if (followUps[index].EntryTime is not null)
                throw new ArgumentException(
                    $"Found an entry time at index {index}. Expected follow-up from time 0: scores of late entry "
                        + "are not defined.",
                    argument);
        times = TiedTimes.Merge(followUps).Times;
        order = RadixSort.Order(times);
        events = [.. followUps.Select(one => one.EventObserved)];
    }

    public int Events => events.Count(one => one);

    /// <summary>One per participant.</summary>
    public double[] Each()
    {
        var counts = new int[times.Length];
        Array.Fill(counts, 1);
        var scores = new double[times.Length];
        Fill(counts, times.Length, scores);
        return scores;
    }

    /// <summary>The scores when each participant stands there so often; of those who do not, without meaning.</summary>
    public void Fill(ReadOnlySpan<int> counts, int total, Span<double> scores)
    {
        int notLater = 0;
        var hazard = 0.0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            var happened = 0;
            for (next = first; next < order.Length && times[order[next]] == times[order[first]]; next++)
            {
                notLater += counts[order[next]];
                happened += events[order[next]] ? counts[order[next]] : 0;
            }

            if (happened > 0)
                hazard += (double)happened / (total - notLater + 1);
            for (var place = first; place < next; place++)
                scores[order[place]] = (events[order[place]] ? 1 : 0) - hazard;
        }
    }
}
