using System.Globalization;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>How long one participant was followed, and which of several events ended it.</summary>
/// <param name="Time">Since follow-up began, 0 or more, in the unit of the caller; one unit per analysis.</param>
/// <param name="Cause">The caller's code of the event, such as 1 for relapse and 2 for death; null when censored.</param>
/// <param name="EntryTime">
/// When observation began, if the participant could only be observed from some time on (left truncation): at risk after
/// this time. Null when observed from time 0.
/// </param>
public readonly record struct CompetingFollowUp(double Time, int? Cause, double? EntryTime = null)
{
    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    internal static void RequireUsable(IReadOnlyList<CompetingFollowUp> cohort, string argument)
    {
        if (cohort.Count == 0)
            throw new ArgumentException("Found no participants in the cohort. Expected at least one.", argument);

        for (var index = 0; index < cohort.Count; index++)
        {
            var (time, _, entry) = cohort[index];
            if (time is not (>= 0 and < double.PositiveInfinity))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {time} as time of the participant at index {index}. Expected 0 or more, and finite."), argument);
            if (entry is { } begin && !(begin >= 0 && begin < time))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the entry time {begin} and the time {time} at index {index}. ")
                    + "Expected an entry of 0 or more, and earlier.", argument);
        }
    }

    /// <exception cref="ArgumentException">Somebody was not observed from time 0.</exception>
    internal static void RequireObservedFromStart(IReadOnlyList<CompetingFollowUp> cohort, string argument)
    {
        for (var index = 0; index < cohort.Count; index++)
            if (cohort[index].EntryTime is not null)
                throw new ArgumentException($"Found an entry time at index {index}. Expected none: use the cause-specific "
                    + "hazards, which allow for it.", argument);
    }
}

/// <summary>The follow-up of the participants who share a trait, for comparison with others.</summary>
/// <param name="Name">As the report shows it.</param>
/// <param name="FollowUps">At least one over all strata.</param>
public sealed record CompetingGroup(string Name, IReadOnlyList<CompetingFollowUp> FollowUps);
