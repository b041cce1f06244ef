using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Participants;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla form …</c></summary>
static class FormVerbs
{
    public static Command Noun() => new Noun("form", "Forms of a visit", "访视表单") { Save(), Show() };

    static Argument<string> Code() => Inputs.Word("FORM", "Code of the form, such as LB", "表单代码，如 LB");

    static Verb Save()
    {
        var (id, visit, form) = (ParticipantVerbs.Identifier(), VisitVerbs.Code(), Code());
        var values = Inputs.Pairs("ITEM=VALUE", "What was found; ITEM= takes a value away", "条目=数值；“条目=”删除数值");
        var reason = Inputs.OptionalText("--reason", "TEXT", "Why a saved value changes", "修改已保存数值的原因");
        return new Verb("save", "Save items of a form; queries raised by implausible values are printed", "保存表单条目，并列出由此产生的质疑",
            "medulla form save UH-001 BL LB drawn_on=2025-08-04 wbc=43.5 platelets=61") { id, visit, form, values, reason }
            .OnStudy((call, study, cancellation) => study.SubmitAsync(
                new SaveForm(study.Participant(call.Of(id)), call.Of(visit), call.Of(form), call.Of(values),
                    call.Given(reason)),
                cancellation));
    }

    static Verb Show()
    {
        var (id, visit, form) = (ParticipantVerbs.Identifier(), VisitVerbs.Code(), Code());
        return new Verb("show", "One form as it stands", "查看表单现状", "medulla form show UH-001 BL LB") { id, visit, form }
            .OnStudy((call, study, _) =>
            {
                var seen = study.Seen;
                if (seen.FindParticipant(call.Of(id)) is not { } participant)
                    return Task.FromResult(call.Printer.Refused([ParticipantReading.Unknown(new(call.Of(id)))]));
                if (seen.Definition.FindForm(call.Of(form)) is not { } defined
                    || seen.Capture.Of(participant.Id).FindForm(call.Of(visit), defined.Code) is not { } saved)
                {
                    call.Printer.Problem("form-not-saved", new(
                        $"Found no form {call.Of(form)} of {participant.Label} at visit {call.Of(visit)}. Expected one that "
                        + "was saved.",
                        $"{participant.Label} 的访视 {call.Of(visit)} 没有已保存的表单 {call.Of(form)}。"));
                    return Task.FromResult(ExitCode.Refused);
                }
                Print(defined, saved, seen.Capture.Of(participant.Id), call.Of(visit), call.Printer);
                return Task.FromResult(ExitCode.Done);
            });
    }

    static void Print(Form form, FormRecord saved, Casebook casebook, string visit, Printer printer)
    {
        printer.Say(new($"{form.Code} {form.Name.En}, entry {saved.Position}",
            $"{form.Code} {form.Name.Zh}，第 {saved.Position} 条"));
        printer.Table(
            [new("ITEM", "条目"), new("VALUE", "数值"), new("UNIT", "单位"), new("LABEL", "名称"), new("QUERY", "质疑")],
            form.Items.Select(item => new[]
            {
                item.Code, Shown(item, saved.Values.GetValueOrDefault(item.Code), printer.Language), item.Unit ?? "",
                item.Label.In(printer.Language),
                casebook.Queries.Find(new QueryKey(visit, form.Code, item.Code)) is { IsOpen: true } query ? query.Rule : "",
            }));
        if (saved.Before is not null)
            printer.Say(new("Earlier versions: medulla journal show --participant", "以往版本：medulla journal show --participant"));
    }

    static string Shown(Item item, string? value, Language language) => value is null
        ? ""
        : item.FindCode(value) is { } code && code.Label.In(language) != value ? $"{value} ({code.Label.In(language)})" : value;
}
