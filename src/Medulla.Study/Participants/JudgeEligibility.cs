using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>Eligibility was judged; the fact keeps what was seen.</summary>
public sealed record EligibilityJudged(ParticipantId Participant, EligibilityJudgement Judgement) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var participant = study.Participants[Participant];
        return study.With(participant with
        {
            Eligibility = Judgement,
            Status = Judgement.Verdict == EligibilityVerdict.Ineligible ? ParticipantStatus.ScreenFailed : participant.Status,
            ScreenFailureReason = Judgement.Verdict == EligibilityVerdict.Ineligible
                ? string.Join(", ", Judgement.Failed)
                : null,
        });
    }
}

/// <summary>Judge the eligibility of a participant in screening from the answers given.</summary>
public sealed record JudgeEligibility(ParticipantId Participant, DateOnly JudgedOn) : IDataCommand
{
    public Decision Decide(StudyState study) => study.FindParticipant(Participant) is { } participant
        ? Decision.Unless(Refusals(study, participant), () =>
            [new EligibilityJudged(Participant, EligibilityJudgement.Of(participant, study.Definition, JudgedOn))])
        : Decision.Refuse(ParticipantReading.Unknown(Participant));

    IEnumerable<Refusal> Refusals(StudyState study, Participant participant)
    {
        if (participant.Status != ParticipantStatus.InScreening)
            yield return new("not-in-screening",
                $"{participant.Label} is {participant.Status}. Eligibility is judged in screening only.",
                $"{participant.Label} 不在筛选期，只能在筛选期判定资格。");
        foreach (var refusal in DateRules.AfterCutoff(study.Definition, "the judgement", "资格判定", JudgedOn))
            yield return refusal;
    }
}
