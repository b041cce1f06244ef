using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>A visit took place.</summary>
public sealed record VisitOpened(ParticipantId Participant, string Visit, DateOnly VisitedOn) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var casebook = study.Capture.Of(Participant);
        return study with
        {
            Capture = study.Capture.With(Participant, casebook with
            {
                Visits = casebook.Visits.With(Visit, new VisitRecord(Visit, VisitedOn)),
            }),
        };
    }
}

/// <summary>Record that a visit took place, so that its forms can be filled in.</summary>
public sealed record OpenVisit(ParticipantId Participant, string Visit, DateOnly VisitedOn) : IDataCommand
{
    public Decision Decide(StudyState study) => study.FindParticipant(Participant) is { } participant
        ? Decision.Unless(Refusals(study, participant), () => [new VisitOpened(Participant, Visit, VisitedOn)])
        : Decision.Refuse(ParticipantReading.Unknown(Participant));

    /// <summary>Also asked by the commands that open a visit on their way.</summary>
    internal IEnumerable<Refusal> Refusals(StudyState study, Participant participant)
    {
        if (study.Definition.FindVisit(Visit) is null)
            yield return new("visit-unknown",
                $"Found visit '{Visit}'. Expected one of: {string.Join(", ", study.Definition.Visits.Select(visit => visit.Code))}.",
                $"访视“{Visit}”不在定义中，应为：{string.Join("、", study.Definition.Visits.Select(visit => visit.Code))}。");
        if (study.Capture.Of(Participant).Visits.Find(Visit) is { } opened)
            yield return new("visit-already-open",
                $"Visit {Visit} of {participant.Label} took place on {opened.VisitedOn:yyyy-MM-dd}.",
                $"{participant.Label} 的访视 {Visit} 已于 {opened.VisitedOn:yyyy-MM-dd} 开始。");
        foreach (var refusal in CaptureRules.Refusals(participant, VisitedOn)
                     .Concat(DateRules.AfterCutoff(study.Definition, $"visit {Visit}", $"访视 {Visit} 的", VisitedOn)))
            yield return refusal;
    }
}
