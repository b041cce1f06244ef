using System.Collections.Immutable;
using Medulla.Study.Definition;

namespace Medulla.Study.Participants;

public enum EligibilityVerdict
{
    Eligible,
    Ineligible,

    /// <summary>Something is not known. Cannot be enrolled.</summary>
    Pending,
}

/// <summary>A judgement, with what it was based on.</summary>
/// <param name="Failed">Criteria that speak against.</param>
/// <param name="Missing">Criteria that are not answered.</param>
public sealed record EligibilityJudgement(
    EligibilityVerdict Verdict, DateOnly JudgedOn, int DefinitionVersion,
    ImmutableArray<string> Failed, ImmutableArray<string> Missing)
{
    /// <remarks>Kleene's three values: one failed criterion decides, whatever is unknown beside it.</remarks>
    public static EligibilityJudgement Of(Participant participant, StudyDefinition definition, DateOnly judgedOn)
    {
        ImmutableArray<string> failed = [.. Criteria(SpeaksAgainst)];
        ImmutableArray<string> missing = [.. Criteria((_, answer) => answer == Answer.Unknown)];
        var verdict = !failed.IsEmpty ? EligibilityVerdict.Ineligible
            : !missing.IsEmpty ? EligibilityVerdict.Pending
            : EligibilityVerdict.Eligible;
        return new(verdict, judgedOn, definition.Version, failed, missing);

        IEnumerable<string> Criteria(Func<CriterionKind, Answer, bool> holds) =>
            from criterion in definition.Eligibility
            where holds(criterion.Kind, participant.AnswerTo(criterion.Id).Answer)
            select criterion.Id;
    }

    /// <summary>Whether an answer to a criterion of this kind excludes the participant.</summary>
    public static bool SpeaksAgainst(CriterionKind kind, Answer answer) => (kind, answer) is
        (CriterionKind.Inclusion, Answer.No) or (CriterionKind.Exclusion, Answer.Yes);
}
