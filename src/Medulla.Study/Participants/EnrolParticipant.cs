using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>A participant entered the cohort.</summary>
/// <param name="EnrolmentNumber">The next one free, such as <c>UH-001</c>.</param>
/// <param name="DefinitionVersion">The version by which eligibility was judged.</param>
public sealed record ParticipantEnrolled(
    ParticipantId Participant, string EnrolmentNumber, DateOnly EnrolledOn, int DefinitionVersion) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(study.Participants[Participant] with
    {
        Status = ParticipantStatus.Enrolled,
        EnrolmentNumber = EnrolmentNumber,
        EnrolledOn = EnrolledOn,
    });
}

/// <summary>Enter a screened participant into the cohort.</summary>
public sealed record EnrolParticipant(ParticipantId Participant, DateOnly EnrolOn) : IDataCommand
{
    /// <remarks>Gives every reason at once, so that a site can settle them in one round.</remarks>
    public Decision Decide(StudyState study)
    {
        if (study.FindParticipant(Participant) is not { } participant)
            return Decision.Refuse(ParticipantReading.Unknown(Participant));

        return Decision.Unless(
            [
                .. StatusRefusals(participant),
                .. DateRefusals(participant, study.Definition),
                .. ConsentRefusals(participant),
                .. EligibilityRefusals(participant, study.Definition),
            ],
            () => [new ParticipantEnrolled(Participant, NextNumber(study), EnrolOn, study.Definition.Version)]);
    }

    static string NextNumber(StudyState study) => string.Format(
        CultureInfo.InvariantCulture, study.Definition.Numbering.Enrolment, study.EnrolledParticipants.Count() + 1);

    static IEnumerable<Refusal> StatusRefusals(Participant participant)
    {
        if (participant.Status != ParticipantStatus.InScreening)
            yield return new("not-in-screening",
                $"{participant.Label} is {participant.Status}. Only a participant in screening can be enrolled.",
                $"{participant.Label} 不在筛选期，只有筛选期的受试者可以入组。");
    }

    IEnumerable<Refusal> DateRefusals(Participant participant, StudyDefinition definition)
    {
        foreach (var refusal in DateRules.AfterCutoff(definition, "enrolment", "入组", EnrolOn))
            yield return refusal;
        if (EnrolOn < participant.ScreenedOn)
            yield return new("enrolment-before-screening",
                $"Found {EnrolOn:yyyy-MM-dd} as the date of enrolment. Expected no earlier than screening on {participant.ScreenedOn:yyyy-MM-dd}.",
                $"入组日期 {EnrolOn:yyyy-MM-dd} 早于筛选日期 {participant.ScreenedOn:yyyy-MM-dd}。");
    }

    IEnumerable<Refusal> ConsentRefusals(Participant participant)
    {
        if (participant.Consent is not { } consent)
            yield return new("consent-missing",
                $"{participant.Label} has not signed informed consent.", $"{participant.Label} 尚未签署知情同意书。");
        else if (!consent.IsInForceOn(EnrolOn))
            yield return new("consent-not-in-force",
                $"Consent of {participant.Label} is not in force on {EnrolOn:yyyy-MM-dd}: {Describe(consent).En}.",
                $"{participant.Label} 的知情同意在 {EnrolOn:yyyy-MM-dd} 无效：{Describe(consent).Zh}。");
    }

    static IEnumerable<Refusal> EligibilityRefusals(Participant participant, StudyDefinition definition)
    {
        foreach (var refusal in definition.Eligibility.SelectMany(criterion =>
                     Judge(criterion, participant.AnswerTo(criterion.Id).Answer)))
            yield return refusal;

        // The answers may have changed since; what counts is a judgement of the answers as they stand.
        if (participant.Eligibility is not { Verdict: EligibilityVerdict.Eligible })
            yield return new("eligibility-not-judged",
                $"{participant.Label} has not been judged eligible. Judge eligibility before enrolment.",
                $"{participant.Label} 尚未判定为合格，入组前须先判定资格。");
    }

    static ImmutableArray<Refusal> Judge(Criterion criterion, Answer answer) => (criterion.Kind, answer) switch
    {
        (CriterionKind.Inclusion, Answer.Yes) or (CriterionKind.Exclusion, Answer.No) => [],
        (CriterionKind.Inclusion, Answer.No) =>
            [new("inclusion-not-met", $"Inclusion criterion {criterion.Id} is not met: {criterion.Text.En}", $"不符合入选标准 {criterion.Id}：{criterion.Text.Zh}")],
        (CriterionKind.Exclusion, Answer.Yes) =>
            [new("exclusion-applies", $"Exclusion criterion {criterion.Id} applies: {criterion.Text.En}", $"符合排除标准 {criterion.Id}：{criterion.Text.Zh}")],
        _ =>
            [new("criterion-not-answered", $"{criterion.Kind} criterion {criterion.Id} is not answered: {criterion.Text.En}", $"标准 {criterion.Id} 尚未回答：{criterion.Text.Zh}")],
    };

    static Bilingual Describe(Consent consent) => consent.WithdrawnOn is { } withdrawnOn
        ? new($"signed {consent.SignedOn:yyyy-MM-dd}, withdrawn {withdrawnOn:yyyy-MM-dd}",
            $"{consent.SignedOn:yyyy-MM-dd} 签署，{withdrawnOn:yyyy-MM-dd} 撤回")
        : new($"signed {consent.SignedOn:yyyy-MM-dd}", $"{consent.SignedOn:yyyy-MM-dd} 签署");
}
