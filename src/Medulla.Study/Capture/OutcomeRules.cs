using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>What must hold between response, follow-up and death, whichever door they come through.</summary>
public static class OutcomeRules
{
    public static IEnumerable<Refusal> Refusals(
        StudyState study, Participant participant, string form, ImmutableSortedDictionary<string, string> changes)
    {
        var outcomes = study.Definition.Outcomes;
        var outcome = new[] { outcomes.Response, outcomes.FollowUp, outcomes.Death }
            .FirstOrDefault(known => known?.Form == form);
        if (outcome is null || Day(changes.GetValueOrDefault(outcome.DateItem)) is not { } day)
            yield break;

        if (participant.EnrolledOn is not { } enrolledOn)
            yield return new("not-enrolled",
                $"{participant.Label} is not enrolled. Outcomes are recorded after enrolment.",
                $"{participant.Label} 尚未入组，入组后才记录结局。");
        else if (day < enrolledOn)
            yield return new("outcome-before-enrolment",
                $"Found {day:yyyy-MM-dd} in form {form}. Expected no earlier than enrolment on {enrolledOn:yyyy-MM-dd}.",
                $"表单 {form} 的日期 {day:yyyy-MM-dd} 早于入组日期 {enrolledOn:yyyy-MM-dd}。");

        if (outcome != outcomes.Death && DiedOn(study, participant) is { } diedOn && day > diedOn)
            yield return new("outcome-after-death",
                $"Found {day:yyyy-MM-dd} in form {form}. Expected no later than the death of {participant.Label} on {diedOn:yyyy-MM-dd}.",
                $"表单 {form} 的日期 {day:yyyy-MM-dd} 晚于 {participant.Label} 的死亡日期 {diedOn:yyyy-MM-dd}。");

        if (outcome == outcomes.Death && LastSeenOn(study, participant) is { } lastSeenOn && day < lastSeenOn)
            yield return new("death-before-last-contact",
                $"Found {day:yyyy-MM-dd} as the day of death. Expected no earlier than {lastSeenOn:yyyy-MM-dd}, when {participant.Label} was last seen alive.",
                $"死亡日期 {day:yyyy-MM-dd} 早于 {participant.Label} 最后一次存活随访 {lastSeenOn:yyyy-MM-dd}。");
    }

    /// <summary>The recorded day of death; null when none is.</summary>
    public static DateOnly? DiedOn(StudyState study, Participant participant) =>
        Days(study, participant, study.Definition.Outcomes.Death).Select(day => (DateOnly?)day).Max();

    static DateOnly? LastSeenOn(StudyState study, Participant participant) =>
        Days(study, participant, study.Definition.Outcomes.FollowUp)
            .Concat(Days(study, participant, study.Definition.Outcomes.Response))
            .Select(day => (DateOnly?)day).Max();

    static IEnumerable<DateOnly> Days(StudyState study, Participant participant, OutcomeForm? outcome) => outcome is null
        ? []
        : from saved in study.Capture.Of(participant.Id).Forms
          where saved.Key.Form == outcome.Form
          let day = Day(saved.Value.Values.GetValueOrDefault(outcome.DateItem))
          where day is not null
          select day.Value;

    static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
