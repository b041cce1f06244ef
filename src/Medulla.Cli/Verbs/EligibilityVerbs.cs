using System.Collections.Immutable;
using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Study.Definition;
using Medulla.Study.Participants;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla eligibility …</c></summary>
static class EligibilityVerbs
{
    public static Command Noun() => new Noun("eligibility", "Criteria answered, eligibility judged", "入排标准：回答与资格判定")
    {
        Answer(), Judge(),
    };

    static Verb Answer()
    {
        var id = ParticipantVerbs.Identifier();
        var answers = Inputs.Pairs("CRITERION=ANSWER", "yes, no or unknown: whether the criterion's statement is true",
            "标准=yes|no|unknown：标准所述是否属实");
        var evidence = Inputs.OptionalPairs("--evidence", "CRITERION=TEXT …", "Where it stands in the source", "依据在原始资料中的位置");
        var verb = new Verb("answer", "Answer criteria for a participant in screening", "回答筛选期受试者的入排标准",
            "medulla eligibility answer S-0001 I1=yes E1=no --evidence \"I1=marrow report 2025-08-03\"")
            { id, answers, evidence }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(new AnswerCriteria(
                study.Participant(call.Of(id)),
                call.Of(answers).ToImmutableSortedDictionary(
                    answer => answer.Key,
                    answer => new CriterionAnswer(
                        Enum.Parse<Answer>(answer.Value, ignoreCase: true),
                        call.Of(evidence).GetValueOrDefault(answer.Key, "")),
                    StringComparer.Ordinal)), cancellation));
        verb.Validators.Add(result =>
        {
            if (result.GetResult(answers)?.Errors.Any() == true || result.GetValue(answers) is not { } given)
                return;
            foreach (var (criterion, answer) in given)
                if (answer.ToLowerInvariant() is not ("yes" or "no" or "unknown"))
                    result.AddError($"Found '{answer}' for {criterion}. Expected yes, no or unknown.");
            foreach (var criterion in (result.GetValue(evidence)?.Keys ?? []).Where(criterion => !given.ContainsKey(criterion)))
                result.AddError(
                    $"Found evidence for {criterion}, which is not answered here. Expected {criterion}=yes, no or unknown.");
        });
        return verb;
    }

    static Verb Judge()
    {
        var id = ParticipantVerbs.Identifier();
        var on = Inputs.Date("--on", "Day of the judgement", "判定日期");
        return new Verb("judge", "Judge eligibility from the answers, with every reason", "根据回答判定资格，列出全部理由",
            "medulla eligibility judge S-0001 --on 2025-08-03") { id, on }
            .OnStudy(async (call, study, cancellation) =>
            {
                var participant = study.Participant(call.Of(id));
                var code = await study.SubmitAsync(new JudgeEligibility(participant, call.Of(on)), cancellation);
                if (code == ExitCode.Done && study.Seen.FindParticipant(participant)?.Eligibility is { } judgement)
                    Explain(judgement, study.Seen.Definition, call.Printer);
                return code;
            });
    }

    static void Explain(EligibilityJudgement judgement, StudyDefinition definition, Printer printer)
    {
        foreach (var criterion in judgement.Failed.Select(definition.FindCriterion).OfType<Criterion>())
            printer.Say(criterion.Kind == CriterionKind.Inclusion
                ? new($"  {criterion.Id} not met: {criterion.Text.En}", $"  {criterion.Id} 不符合：{criterion.Text.Zh}")
                : new($"  {criterion.Id} applies: {criterion.Text.En}", $"  {criterion.Id} 适用：{criterion.Text.Zh}"));
        foreach (var criterion in judgement.Missing.Select(definition.FindCriterion).OfType<Criterion>())
            printer.Say(new($"  {criterion.Id} missing: {criterion.Text.En}", $"  {criterion.Id} 未回答：{criterion.Text.Zh}"));
    }
}
