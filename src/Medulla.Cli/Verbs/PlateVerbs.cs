using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Study.Reporting;
using Medulla.Study.Results;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla plate …</c>; reading and fitting, which need no study, stand in <see cref="PlateFileVerbs"/>.</summary>
static class PlateVerbs
{
    public static Command Noun() => new Noun("plate", "Plates, from the reader's file to accepted results", "检测板：从读板文件到放行结果")
    {
        PlateFileVerbs.Read(), PlateFileVerbs.Fit(), Import(), List(), Show(), Accept(), Reject(),
    };

    static Argument<string> Identifier() => Inputs.Word("PLATE", "Number of the plate, such as PL-0001", "检测板编号，如 PL-0001");

    static Verb Import()
    {
        var path = PlateFileVerbs.FileArgument();
        var layout = PlateFileVerbs.LayoutOption();
        var assay = Inputs.Text("--assay", "CODE", "Code of the assay", "检测项目代码");
        return new Verb("import", "Read every plate of a file into the study: all of them or none", "将文件中的检测板全部导入；有一块不符则都不导入",
            "medulla plate import LEP-0007.csv --layout LEP-0007-layout.csv --assay LEP") { path, layout, assay }
            .OnStudy(async (call, study, cancellation) =>
                await PlateFiles.ReadAsync(call.Of(path), call.Given(layout), call.Printer, cancellation) is { } files
                    ? await new PlateImport(files, call.Of(assay)).IntoAsync(study, call.Printer, cancellation)
                    : ExitCode.Refused);
    }

    static Verb List() => new Verb("list", "Every plate with its status", "列出全部检测板及状态", "medulla plate list")
        .OnStudy((call, study, _) =>
        {
            call.Printer.Table(
                [
                    new("PLATE", "检测板"), new("ASSAY", "项目"), new("STATUS", "状态"), new("NAME", "名称"), new("FILE", "文件"),
                    new("ALIQUOTS", "分装样本"), new("ENTRY", "日志条"),
                ],
                study.Seen.Results.Values.Select(plate => new[]
                {
                    plate.Id.Value, plate.Assay, StudyTerms.Of(plate.Status).In(call.Language), plate.Source.PlateName ?? "",
                    plate.Source.FileName, PlainText.Whole(plate.Aliquots.Count()), PlainText.Whole(plate.ImportedAt),
                }));
            return Task.FromResult(ExitCode.Done);
        });

    static Verb Show()
    {
        var id = Identifier();
        return new Verb("show", "One plate: verdict rule by rule, curve, results with their flags", "单块检测板：逐条规则的结论、曲线、结果及标记",
            "medulla plate show PL-0001") { id }
            .OnStudy((call, study, _) =>
            {
                if (study.Seen.Results.Find(new PlateId(call.Of(id))) is not { } plate)
                    return Task.FromResult(call.Printer.Refused([PlateReading.Unknown(new(call.Of(id)))]));
                PlateOverview.Print(study.Seen, plate, call.Printer);
                return Task.FromResult(ExitCode.Done);
            });
    }

    static Verb Accept()
    {
        var id = Identifier();
        var reason = Inputs.OptionalText("--reason", "TEXT", "Needed when the run did not pass", "未通过验收规则时必须填写");
        return new Verb("accept", "Accept a plate, so that its results count", "放行检测板，其结果进入分析",
            "medulla plate accept PL-0001") { id, reason }
            .OnStudy((call, study, cancellation) =>
                study.SubmitAsync(new AcceptPlate(new PlateId(call.Of(id)), call.Given(reason)), cancellation));
    }

    static Verb Reject()
    {
        var id = Identifier();
        var reason = Inputs.Text("--reason", "TEXT", "Why", "原因");
        return new Verb("reject", "Reject a plate: none of its results count", "拒绝检测板，其结果不进入分析",
            "medulla plate reject PL-0001 --reason \"washer blocked in row C\"") { id, reason }
            .OnStudy((call, study, cancellation) =>
                study.SubmitAsync(new RejectPlate(new PlateId(call.Of(id)), call.Of(reason)), cancellation));
    }
}
