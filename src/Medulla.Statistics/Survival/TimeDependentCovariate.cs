using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>A state that participants enter during follow-up, such as response: follow-up split where they do.</summary>
/// <remarks>
/// Before it, a row with 0; from it on, a row with 1 (counting process). A change at or after the end of follow-up was not
/// seen. Rows of no length are left out. R: <c>Surv(start, stop, event)</c>, as made by <c>tmerge</c>.
/// Sources: Andersen &amp; Gill 1982; immortal time, Suissa 2008.
/// </remarks>
public sealed record TimeDependentCovariate
{
    TimeDependentCovariate(
        ImmutableArray<int> participants, ImmutableArray<FollowUp> followUps, ImmutableArray<double> values) =>
        (Participants, FollowUps, Values) = (participants, followUps, values);

    /// <summary>Place in the cohort of each row: repeats other columns, and names clusters.</summary>
    public ImmutableArray<int> Participants { get; }

    /// <summary>Start and end of each row.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; }

    /// <summary>0 before the change, 1 from it on.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The convention in words.</summary>
    public string Convention =>
        "Follow-up split at the change: (entry, change] 0, (change, end] 1; R: coxph(Surv(start, stop, event) ~ ...)";

    /// <param name="followUps">One per participant.</param>
    /// <param name="changeTimes">One per participant; null for those who never changed as far as is known.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static TimeDependentCovariate Split(IReadOnlyList<FollowUp> followUps, IReadOnlyList<double?> changeTimes)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        RequireTimes(followUps.Count, changeTimes, nameof(changeTimes));
        var participants = ImmutableArray.CreateBuilder<int>();
        var rows = ImmutableArray.CreateBuilder<FollowUp>();
        var values = ImmutableArray.CreateBuilder<double>();
        for (var row = 0; row < followUps.Count; row++)
        {
            var (end, eventObserved, entry) = followUps[row];
            var start = entry ?? 0;
            if (changeTimes[row] is { } change && change < end)
            {
                Add(row, start, change, eventObserved: false, 0);
                Add(row, Math.Max(start, change), end, eventObserved, 1);
            }
            else
            {
                Add(row, start, end, eventObserved, 0);
            }
        }

        return new TimeDependentCovariate(participants.ToImmutable(), rows.ToImmutable(), values.ToImmutable());

        void Add(int participant, double start, double end, bool eventObserved, double value)
        {
            if (end <= start)
                return;
            participants.Add(participant);
            rows.Add(new FollowUp(end, eventObserved, start));
            values.Add(value);
        }
    }

    /// <summary>A column of the cohort, repeated for the rows of each participant.</summary>
    public Covariate Repeat(Covariate column) => column with { Values = [.. Participants.Select(row => column.Values[row])] };

    /// <summary>The state itself as a column.</summary>
    public Covariate Column(string name) => new(name, Values);

    internal static void RequireTimes(int participants, IReadOnlyList<double?> times, string argument)
    {
        if (times.Count != participants)
            throw new ArgumentException($"Found {times.Count} times. Expected {participants}, one per participant.", argument);
        for (var row = 0; row < participants; row++)
            if (times[row] is { } time && !double.IsFinite(time))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the time {time} at index {row}. Expected a finite number, or null where there was none."),
                    argument);
    }
}
