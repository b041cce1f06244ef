using System.Collections.Immutable;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>Criteria of eligibility were answered.</summary>
/// <param name="Answers">By the criterion's id; others stay as they were.</param>
public sealed record CriteriaAnswered(
    ParticipantId Participant, ImmutableSortedDictionary<string, CriterionAnswer> Answers) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var participant = study.Participants[Participant];
        return study.With(participant with { Answers = participant.Answers.SetItems(Answers) });
    }
}

/// <summary>Answer criteria of eligibility for a participant in screening.</summary>
public sealed record AnswerCriteria(
    ParticipantId Participant, ImmutableSortedDictionary<string, CriterionAnswer> Answers) : IDataCommand
{
    public Decision Decide(StudyState study) => study.FindParticipant(Participant) is { } participant
        ? Decision.Unless(Refusals(study, participant), () => [new CriteriaAnswered(Participant, Answers)])
        : Decision.Refuse(ParticipantReading.Unknown(Participant));

    IEnumerable<Refusal> Refusals(StudyState study, Participant participant)
    {
        if (participant.Status != ParticipantStatus.InScreening)
            yield return new("not-in-screening",
                $"{participant.Label} is {participant.Status}. Criteria are answered in screening only.",
                $"{participant.Label} 不在筛选期，只能在筛选期回答入排标准。");
        if (Answers.IsEmpty)
            yield return new("nothing-answered", "Found no answer. Expected at least one criterion.", "没有任何回答，至少回答一条标准。");
        foreach (var id in Answers.Keys.Where(id => study.Definition.FindCriterion(id) is null))
            yield return new("criterion-unknown",
                $"Found criterion '{id}'. Expected one of: {string.Join(", ", study.Definition.Eligibility.Select(criterion => criterion.Id))}.",
                $"标准“{id}”不在定义中，应为：{string.Join("、", study.Definition.Eligibility.Select(criterion => criterion.Id))}。");
    }
}
