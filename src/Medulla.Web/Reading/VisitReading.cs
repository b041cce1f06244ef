using System.Collections.Immutable;
using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Participants;

namespace Medulla.Web.Reading;

/// <summary>One form of a visit, as the pages show it.</summary>
/// <param name="Answered">Items with a value.</param>
public sealed record FormView(Form Form, FormStatus Status, int Answered, int OpenQueries);

/// <summary>One visit of a participant, planned or done, as the pages show it.</summary>
/// <param name="VisitedOn">Null while it has not taken place.</param>
/// <param name="From">First day of its window; null when open or when its anchor is not known.</param>
/// <param name="InWindow">Null when it has no window or has not taken place.</param>
public sealed record VisitView(
    Visit Visit, DateOnly? VisitedOn, DateOnly? From, DateOnly? To, bool? InWindow, FormStatus Status,
    ImmutableArray<FormView> Forms);

/// <summary>Reads the schedule of a participant for the timeline and the matrix.</summary>
public static class VisitReading
{
    /// <param name="today">By the server's clock; a data cut-off in the past holds instead.</param>
    public static ImmutableArray<VisitView> Of(StudyState study, Participant participant, DateOnly today)
    {
        var asOf = study.Definition.DataCutoff is { } cutoff && cutoff < today ? cutoff : today;
        return [.. study.Definition.Visits.Select(visit => Of(study, participant, visit, asOf))];
    }

    static VisitView Of(StudyState study, Participant participant, Visit visit, DateOnly asOf)
    {
        var casebook = study.Capture.Of(participant.Id);
        var visitedOn = casebook.Visits.Find(visit.Code)?.VisitedOn;
        var anchor = StudyDay.Anchor(study, participant, visit.Anchor);
        var from = Day(visit.WindowFrom);
        var to = Day(visit.WindowTo);
        ImmutableArray<FormView> forms =
        [
            .. visit.Forms.Select(study.Definition.FindForm).OfType<Form>()
                .Select(form => Of(study, casebook, visit.Code, form, visitedOn is not null)),
        ];
        var isOverdue = visitedOn is null && visit.Required && to < asOf && IsFollowed(study, participant, to);
        return new VisitView(visit, visitedOn, from, to,
            visitedOn is { } day ? StudyDay.IsInWindow(study, participant, visit, day) : null,
            isOverdue ? FormStatus.Overdue : Together(forms, TookPlace(study, visitedOn)), forms);

        DateOnly? Day(int? studyDay) => anchor is { } start && studyDay is { } number ? StudyDay.On(number, start) : null;
    }

    /// <summary>Whether a visit of this day is to be expected: not after death, withdrawal or screening failure.</summary>
    static bool IsFollowed(StudyState study, Participant participant, DateOnly? day) =>
        participant.Status is ParticipantStatus.Enrolled
        && !(OutcomeRules.DiedOn(study, participant) <= day);

    static FormView Of(StudyState study, Casebook casebook, string visit, Form form, bool isOpen)
    {
        var saved = casebook.FindForm(visit, form.Code);
        var answered = saved?.Values.Count ?? 0;
        var queries = casebook.OpenQueries.Count(query => query.Key.Visit == visit && query.Key.Form == form.Code);
        var isComplete = saved is not null
            && form.Items.Where(item => item.Required).All(item => saved.Values.ContainsKey(item.Code));
        var status = queries > 0 ? FormStatus.Query
            : study.Lock is not null && saved is not null ? FormStatus.Locked
            : isComplete ? FormStatus.Complete
            : saved is not null ? FormStatus.Partial
            : isOpen ? FormStatus.Empty
            : FormStatus.NotDue;
        return new FormView(form, status, answered, queries);
    }

    static FormStatus TookPlace(StudyState study, DateOnly? visitedOn) =>
        visitedOn is null ? FormStatus.NotDue : study.Lock is null ? FormStatus.Complete : FormStatus.Locked;

    /// <summary>The state of a visit from its forms: one query shows, and complete means all of them.</summary>
    /// <param name="withoutForms">The state of a visit that has no form.</param>
    static FormStatus Together(ImmutableArray<FormView> forms, FormStatus withoutForms)
    {
        ImmutableArray<FormStatus> states = [.. forms.Select(form => form.Status)];
        if (states.IsEmpty)
            return withoutForms;
        if (states.All(state => state == FormStatus.NotDue))
            return FormStatus.NotDue;
        if (states.Contains(FormStatus.Query))
            return FormStatus.Query;
        if (states.All(state => state == FormStatus.Empty))
            return FormStatus.Empty;
        return states.All(state => state is FormStatus.Complete or FormStatus.Locked) ? states.Max() : FormStatus.Partial;
    }
}
