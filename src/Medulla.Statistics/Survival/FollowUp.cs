using System.Globalization;
using System.Runtime.InteropServices;

namespace Medulla.Statistics.Survival;

/// <summary>How long one participant was followed, and whether the event ended it.</summary>
/// <param name="Time">Since follow-up began, 0 or more, in the unit of the caller; one unit per analysis.</param>
/// <param name="EventObserved">False when censored: still free of the event after this time.</param>
/// <param name="EntryTime">
/// When observation began, if the participant could only be observed from some time on (left truncation): at risk after
/// this time. Null when observed from time 0.
/// </param>
public readonly record struct FollowUp(double Time, bool EventObserved, double? EntryTime = null)
{
    /// <summary>The cohort without a call per participant; copied only where it is neither an array nor a list.</summary>
    internal static ReadOnlySpan<FollowUp> Span(IReadOnlyList<FollowUp> cohort) => cohort switch
    {
        FollowUp[] array => array,
        List<FollowUp> list => CollectionsMarshal.AsSpan(list),
        _ => cohort.ToArray(),
    };

    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    internal static void RequireUsable(IReadOnlyList<FollowUp> cohort, string argument) =>
        RequireUsable(Span(cohort), argument);

    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    internal static void RequireUsable(ReadOnlySpan<FollowUp> cohort, string argument)
    {
        if (cohort.Length == 0)
            throw new ArgumentException("Found no participants in the cohort. Expected at least one.", argument);

        for (var index = 0; index < cohort.Length; index++)
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
}
