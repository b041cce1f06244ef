using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>A person was looked at for the study: a line of the screening log.</summary>
public sealed record ParticipantScreened(ParticipantId Participant, DateOnly ScreenedOn, int AgeYears, Sex Sex) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(new Participant(
        Participant, ParticipantStatus.InScreening, ScreenedOn, AgeYears, Sex,
        ImmutableSortedDictionary.Create<string, CriterionAnswer>(StringComparer.Ordinal)));
}

/// <summary>Write a person into the screening log. The number is the next one free.</summary>
public sealed record ScreenParticipant(DateOnly ScreenedOn, int AgeYears, Sex Sex) : IDataCommand
{
    const int OldestPlausibleYears = 120;

    public Decision Decide(StudyState study) => Decision.Unless(Refusals(study), () =>
        [new ParticipantScreened(NextNumber(study), ScreenedOn, AgeYears, Sex)]);

    static ParticipantId NextNumber(StudyState study) => new(string.Format(
        CultureInfo.InvariantCulture, study.Definition.Numbering.Screening, study.Participants.Count + 1));

    IEnumerable<Refusal> Refusals(StudyState study)
    {
        if (study.Definition.Version == 0)
            yield return new("definition-not-published",
                $"Study {study.Key} has no published definition. Publish it before screening.",
                $"研究 {study.Key} 尚未发布方案定义，先发布再登记筛选。");
        if (AgeYears is < 0 or > OldestPlausibleYears)
            yield return new("age-implausible",
                $"Found an age of {AgeYears} years. Expected 0 to {OldestPlausibleYears}.",
                $"年龄为 {AgeYears} 岁，应在 0～{OldestPlausibleYears} 岁之间。");
        foreach (var refusal in DateRules.AfterCutoff(study.Definition, "screening", "筛选", ScreenedOn))
            yield return refusal;
    }
}
