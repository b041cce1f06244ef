using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>A participant withdrew consent. What was collected before stays; nothing new is collected.</summary>
public sealed record ParticipantWithdrawn(ParticipantId Participant, DateOnly WithdrawnOn, string Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var participant = study.Participants[Participant];
        return study.With(participant with
        {
            Status = ParticipantStatus.Withdrawn,
            WithdrawnOn = WithdrawnOn,
            Consent = participant.Consent is { } consent ? consent with { WithdrawnOn = WithdrawnOn } : null,
        });
    }
}

/// <summary>Record that a participant withdraws consent.</summary>
public sealed record WithdrawParticipant(ParticipantId Participant, DateOnly WithdrawnOn, string Reason) : IDataCommand
{
    public Decision Decide(StudyState study) => study.FindParticipant(Participant) is { } participant
        ? Decision.Unless(Refusals(study, participant), () => [new ParticipantWithdrawn(Participant, WithdrawnOn, Reason)])
        : Decision.Refuse(ParticipantReading.Unknown(Participant));

    IEnumerable<Refusal> Refusals(StudyState study, Participant participant)
    {
        if (participant.Status == ParticipantStatus.Withdrawn)
            yield return new("already-withdrawn",
                $"{participant.Label} withdrew on {participant.WithdrawnOn:yyyy-MM-dd}.",
                $"{participant.Label} 已于 {participant.WithdrawnOn:yyyy-MM-dd} 退出。");
        if (participant.Consent is not { } consent)
            yield return new("consent-missing",
                $"{participant.Label} has not signed informed consent. There is nothing to withdraw.",
                $"{participant.Label} 尚未签署知情同意书，无可撤回。");
        else if (WithdrawnOn < consent.SignedOn)
            yield return new("withdrawal-before-consent",
                $"Found {WithdrawnOn:yyyy-MM-dd} as the date of withdrawal. Expected no earlier than consent on {consent.SignedOn:yyyy-MM-dd}.",
                $"撤回日期 {WithdrawnOn:yyyy-MM-dd} 早于知情同意日期 {consent.SignedOn:yyyy-MM-dd}。");
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new("reason-missing", "Found no reason for the withdrawal. Expected a few words.", "未填写退出原因。");
        foreach (var refusal in DateRules.AfterCutoff(study.Definition, "withdrawal", "退出", WithdrawnOn))
            yield return refusal;
    }
}
