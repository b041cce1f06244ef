using Medulla.Cli.Output;
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
            + $"{StudyTerms.Of(participant.Sex).En}, {participant.AgeYears} years, "
            + $"screened {PlainText.Day(participant.ScreenedOn)}",
            $"{participant.Label}（{participant.Id}）：{StudyTerms.Of(participant.Status).Zh}，"
            + $"{StudyTerms.Of(participant.Sex).Zh}，{participant.AgeYears} 岁，"
            + $"{PlainText.Day(participant.ScreenedOn)} 筛选"));
        if (participant.EnrolledOn is { } enrolledOn)
            printer.Say(new($"Enrolled {PlainText.Day(enrolledOn)}", $"{PlainText.Day(enrolledOn)} 入组"));
        if (participant.WithdrawnOn is { } withdrawnOn)
            printer.Say(new($"Withdrew {PlainText.Day(withdrawnOn)}", $"{PlainText.Day(withdrawnOn)} 退出"));
        printer.Say(participant.Consent is { } consent
            ? new($"Consent {consent.FormVersion} signed {PlainText.Day(consent.SignedOn)}; agreed to "
                + $"{string.Join(", ", consent.Scopes)}",
                $"{PlainText.Day(consent.SignedOn)} 签署 {consent.FormVersion}；同意 {string.Join("、", consent.Scopes)}")
            : new("Consent not signed", "未签署知情同意"));
        PrintCriteria(study, participant, printer);
        PrintVisits(study, participant, printer);
        PrintSpecimens(study, participant, printer);
    }

    static void PrintCriteria(StudyState study, Participant participant, Printer printer)
    {
        if (participant.Eligibility is { } judgement)
            printer.Say(new(
                $"Judged {StudyTerms.Of(judgement.Verdict).En} on {PlainText.Day(judgement.JudgedOn)}",
                $"{PlainText.Day(judgement.JudgedOn)} 判定为{StudyTerms.Of(judgement.Verdict).Zh}"));
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
                    visit.Visit, PlainText.Day(visit.VisitedOn),
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
