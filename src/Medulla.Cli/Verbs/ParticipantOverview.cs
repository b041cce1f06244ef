using Medulla.Cli.Output;
using Medulla.Cli.Words;
using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;

namespace Medulla.Cli.Verbs;

/// <summary>One participant on a page.</summary>
static class ParticipantOverview
{
    public static void Print(StudyState study, Participant participant, Printer printer)
    {
        printer.Say(new(
            $"{participant.Label} ({participant.Id}): {StudyTerms.Of(participant.Status).En}, "
            + $"{StudyTerms.Of(participant.Sex).En}, {participant.AgeYears} years, screened {Terms.Day(participant.ScreenedOn)}",
            $"{participant.Label}（{participant.Id}）：{StudyTerms.Of(participant.Status).Zh}，"
            + $"{StudyTerms.Of(participant.Sex).Zh}，{participant.AgeYears} 岁，{Terms.Day(participant.ScreenedOn)} 筛选"));
        if (participant.EnrolledOn is { } enrolledOn)
            printer.Say(new($"Enrolled {Terms.Day(enrolledOn)}", $"{Terms.Day(enrolledOn)} 入组"));
        if (participant.WithdrawnOn is { } withdrawnOn)
            printer.Say(new($"Withdrew {Terms.Day(withdrawnOn)}", $"{Terms.Day(withdrawnOn)} 退出"));
        printer.Say(participant.Consent is { } consent
            ? new($"Consent {consent.FormVersion} signed {Terms.Day(consent.SignedOn)}; agreed to "
                + $"{string.Join(", ", consent.Scopes)}",
                $"{Terms.Day(consent.SignedOn)} 签署 {consent.FormVersion}；同意 {string.Join("、", consent.Scopes)}")
            : new("Consent not signed", "未签署知情同意"));
        PrintCriteria(study, participant, printer);
        PrintVisits(study, participant, printer);
        PrintSpecimens(study, participant, printer);
    }

    static void PrintCriteria(StudyState study, Participant participant, Printer printer)
    {
        if (participant.Eligibility is { } judgement)
            printer.Say(new(
                $"Judged {StudyTerms.Of(judgement.Verdict).En} on {Terms.Day(judgement.JudgedOn)}",
                $"{Terms.Day(judgement.JudgedOn)} 判定为{StudyTerms.Of(judgement.Verdict).Zh}"));
        if (!study.Definition.Eligibility.IsEmpty)
            printer.Table(
                [new("CRITERION", "标准"), new("ANSWER", "回答"), new("EVIDENCE", "依据")],
                study.Definition.Eligibility.Select(criterion => new[]
                {
                    criterion.Id, StudyTerms.Of(participant.AnswerTo(criterion.Id).Answer).In(printer.Language),
                    participant.AnswerTo(criterion.Id).Evidence,
                }));
    }

    static void PrintVisits(StudyState study, Participant participant, Printer printer)
    {
        var casebook = study.Capture.Of(participant.Id);
        if (casebook.Visits.Count > 0)
            printer.Table(
                [new("VISIT", "访视"), new("ON", "日期"), new("FORMS SAVED", "已保存表单")],
                casebook.Visits.Values.OrderBy(visit => visit.VisitedOn).Select(visit => new[]
                {
                    visit.Visit, Terms.Day(visit.VisitedOn),
                    string.Join(", ", casebook.Forms.Keys.Where(form => form.Visit == visit.Visit).Select(form => form.Form)),
                }));
        foreach (var query in casebook.OpenQueries)
            printer.Say(new(
                $"Open query: {query.Key.Visit} {query.Key.Form}.{query.Key.Item}, {query.Rule}, found {query.Value}",
                $"未关闭质疑：{query.Key.Visit} {query.Key.Form}.{query.Key.Item}，{query.Rule}，数值 {query.Value}"));
    }

    static void PrintSpecimens(StudyState study, Participant participant, Printer printer)
    {
        var specimens = study.Specimens.Values.Where(specimen => specimen.Participant == participant.Id).ToList();
        if (specimens.Count > 0)
            SpecimenVerbs.Print(study, specimens, printer);
    }
}
