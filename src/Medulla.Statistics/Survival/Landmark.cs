using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Who had responded by a landmark, among those still followed there; the clock starts anew at it.</summary>
/// <remarks>
/// Whoever lives long has more time to respond: comparing ever-responders with the rest favours response by itself (immortal
/// time). At a landmark, group membership is known before the follow-up that is compared begins.
/// R: <c>subset(d, time &gt; L)</c>, <c>Surv(time - L, status)</c>, <c>resp = response_time &lt;= L</c>.
/// Sources: Anderson, Cain &amp; Gelber 1983.
/// </remarks>
public sealed record Landmark
{
    Landmark(
        double time, ImmutableArray<int> participants, ImmutableArray<FollowUp> followUps, ImmutableArray<bool> responded) =>
        (Time, Participants, FollowUps, Responded) = (time, participants, followUps, responded);

    /// <summary>In the unit of the follow-up.</summary>
    public double Time { get; }

    /// <summary>Places, in the cohort, of those followed beyond the landmark.</summary>
    public ImmutableArray<int> Participants { get; }

    /// <summary>From the landmark on, one per participant that is left.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; }

    /// <summary>At or before the landmark.</summary>
    public ImmutableArray<bool> Responded { get; }

    /// <summary>The convention in words.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Landmark at {Time}: followed beyond it, response at or before it; R: Surv(time - {Time}, status), time > {Time}");

    /// <param name="time">0 or more; chosen before looking at the data.</param>
    /// <param name="followUps">One per participant.</param>
    /// <param name="responseTimes">One per participant; null for those of whom no response is known.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or nobody is followed so long.</exception>
    public static Landmark At(double time, IReadOnlyList<FollowUp> followUps, IReadOnlyList<double?> responseTimes)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        TimeDependentCovariate.RequireTimes(followUps.Count, responseTimes, nameof(responseTimes));
        if (time is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected 0 or more, and finite.");
        ImmutableArray<int> left = [.. Enumerable.Range(0, followUps.Count).Where(row => followUps[row].Time > time)];
        if (left.IsEmpty)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found nobody followed beyond the landmark {time}. Expected an earlier one."), nameof(time));
        return new Landmark(
            time, left,
            [.. left.Select(row => followUps[row]).Select(one => new FollowUp(
                one.Time - time, one.EventObserved, one.EntryTime > time ? one.EntryTime - time : null))],
            [.. left.Select(row => responseTimes[row] <= time)]);
    }

    /// <summary>A column of the whole cohort, of those that are left.</summary>
    public Covariate Select(Covariate column) => column with { Values = [.. Participants.Select(row => column.Values[row])] };

    /// <summary>1 for those who had responded.</summary>
    public Covariate Column(string name) => new(name, [.. Responded.Select(responded => responded ? 1.0 : 0.0)]);
}
