using System.Globalization;

namespace Medulla.Statistics.Survival;

/// <summary>How long one participant was followed, and whether the event ended it.</summary>
/// <param name="Time">Since follow-up began, 0 or more, in the unit of the caller; one unit per analysis.</param>
/// <param name="EventObserved">False when censored: still free of the event after this time.</param>
public readonly record struct FollowUp(double Time, bool EventObserved)
{
    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    internal static void RequireUsable(IReadOnlyList<FollowUp> cohort, string argument)
    {
        if (cohort.Count == 0)
            throw new ArgumentException("Found no participants in the cohort. Expected at least one.", argument);

        for (var index = 0; index < cohort.Count; index++)
            if (cohort[index].Time is not (>= 0 and < double.PositiveInfinity))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {cohort[index].Time} as time of the participant at index {index}. Expected 0 or more, and finite."),
                    argument);
    }
}
