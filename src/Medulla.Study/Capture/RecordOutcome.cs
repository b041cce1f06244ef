using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>Which outcome is recorded.</summary>
public enum OutcomeKind
{
    Response,
    FollowUp,
    Death,
}

/// <summary>Record a response, a follow-up or a death: opens the visit if need be and saves the form that tells it.</summary>
/// <remarks>The same facts and the same rules as filling in the form; only quicker to say.</remarks>
/// <param name="Visit">Code of the visit.</param>
/// <param name="CodeValue">Category of response, status, or cause of death.</param>
public sealed record RecordOutcome(
    OutcomeKind Kind, ParticipantId Participant, string Visit, DateOnly On, string CodeValue) : IDataCommand
{
    public Decision Decide(StudyState study)
    {
        if (study.FindParticipant(Participant) is not { } participant)
            return Decision.Refuse(ParticipantReading.Unknown(Participant));
        if (FormOf(study.Definition.Outcomes) is not { } outcome)
            return Decision.Refuse(new Refusal("outcome-not-defined",
                $"The definition names no form for {Kind}. Add it under 'outcomes'.",
                $"定义中没有记录该结局（{Kind}）的表单，在 outcomes 中补充。"));

        var visitOpen = study.Capture.Of(Participant).Visits.Contains(Visit);
        var openVisit = new OpenVisit(Participant, Visit, On);
        ImmutableArray<Refusal> visitRefusals = visitOpen ? [] : [.. openVisit.Refusals(study, participant)];
        ImmutableArray<Fact> visitFacts = visitOpen ? [] : [new VisitOpened(Participant, Visit, On)];

        var opened = visitRefusals.IsEmpty ? visitFacts.Aggregate(study, (state, fact) => state.Apply(fact)) : study;
        var saved = new SaveForm(Participant, Visit, outcome.Form, Values(outcome)).Decide(opened);

        return (visitRefusals.IsEmpty, saved) switch
        {
            (true, Decision.Accepted accepted) => new Decision.Accepted([.. visitFacts, .. accepted.Facts]),
            (true, var refused) => refused,
            // A visit that cannot be opened is the reason; that it is not open is only its consequence.
            (false, Decision.Refused refused) => new Decision.Refused(
                [.. visitRefusals, .. refused.Reasons.Where(reason => reason.Rule != "visit-not-open")]),
            _ => new Decision.Refused(visitRefusals),
        };
    }

    OutcomeForm? FormOf(OutcomeForms outcomes) => Kind switch
    {
        OutcomeKind.Response => outcomes.Response,
        OutcomeKind.FollowUp => outcomes.FollowUp,
        _ => outcomes.Death,
    };

    ImmutableSortedDictionary<string, string> Values(OutcomeForm outcome) => FormSaved.Nothing
        .Add(outcome.DateItem, On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Add(outcome.CodeItem, CodeValue);
}
