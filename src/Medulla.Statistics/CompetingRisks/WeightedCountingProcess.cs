using System.Collections.Immutable;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>A stretch of a participant's weighted follow-up: at risk after the start, through the stop.</summary>
/// <param name="Participant">Place in the cohort.</param>
/// <param name="Start">0, or where the stretch before ended.</param>
/// <param name="Stop">Later than the start, or 0 with it.</param>
/// <param name="EventObserved">Whether the cause of interest ended it.</param>
/// <param name="Weight">1, or the probability of still not being censored after another event.</param>
public readonly record struct WeightedStretch(int Participant, double Start, double Stop, bool EventObserved, double Weight);

/// <summary>A cohort with competing events as rows that any weighted Cox regression can read.</summary>
/// <remarks>
/// Participants with another event stay, with weights that fall at each time of censoring; stretches without an event of
/// interest
/// are left out. At a tie of event and censoring the event comes first. R: <c>survival::finegray</c>.
/// Sources: Geskus 2011.
/// </remarks>
public static class WeightedCountingProcess
{
    /// <param name="cohort">All observed from time 0.</param>
    /// <param name="cause">Whose subdistribution hazard the rows are for.</param>
    /// <exception cref="ArgumentException">The cohort is empty, has an unusable time, or somebody entered late.</exception>
    public static ImmutableArray<WeightedStretch> Of(IReadOnlyList<CompetingFollowUp> cohort, int cause)
    {
        CompetingFollowUp.RequireUsable(cohort, nameof(cohort));
        CompetingFollowUp.RequireObservedFromStart(cohort, nameof(cohort));
        var design = new FineGrayDesign(cohort, cause, [], censoredLast: true);
        var points = design.Times.Length;

        // Where weights change: after each time of censoring, and at the end of all follow-up.
        var breaks = Enumerable.Range(0, points).Where(point => design.Censored[point] > 0 || point == points - 1).ToArray();
        var order = OrderedTimes.Of(cohort).Order;
        var rows = new List<WeightedStretch>[cohort.Count];
        for (var row = 0; row < order.Length; row++)
        {
            var point = design.PointOf[row];
            var outcome = design.Outcomes[row];
            var stretches = rows[order[row]] = [];
            if (outcome != FineGrayOutcome.Competing)
            {
                stretches.Add(new(order[row], 0, design.Times[point], outcome == FineGrayOutcome.Event, 1));
                continue;
            }

            var next = Array.BinarySearch(breaks, point) is >= 0 and var at ? at : ~Array.BinarySearch(breaks, point);
            stretches.Add(new(order[row], 0, design.Times[breaks[next]], EventObserved: false, 1));
            for (; next + 1 < breaks.Length; next++)
            {
                var (from, to) = (breaks[next], breaks[next + 1]);
                if (EventsThrough(to) > EventsThrough(from))
                    stretches.Add(new(order[row], design.Times[from], design.Times[to], EventObserved: false,
                        design.Censoring[from + 1] / design.Censoring[point]));
            }
        }

        return [.. rows.SelectMany(stretches => stretches)];

        int EventsThrough(int point) => point + 1 < points ? design.EventOf[point + 1] : design.EventTimes.Length;
    }
}
