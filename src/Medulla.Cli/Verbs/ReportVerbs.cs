using System.CommandLine;
using System.Text;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Study.Reporting;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Reports;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla report …</c></summary>
static class ReportVerbs
{
    public static Command Noun() => new Noun("report", "The report of a run of the plan", "分析报告") { Make() };

    static Verb Make()
    {
        var position = Inputs.OptionalWholeNumber("--at", "Journal entry to report as of; else the last run of the plan",
            "报告所依据的日志条；缺省为最近一次分析运行");
        var folder = Inputs.OptionalText("--out", "DIR", "Folder for the files; else reports/ of the workspace",
            "文件写入的文件夹；缺省为工作区的 reports/");
        return new Verb("make", "Write the report in both languages, one file each that needs nothing else",
            "生成中英文报告，各为一个独立文件", "medulla report make --out reports") { position, folder }
            .OnWorkspace(async (call, workspace, cancellation) =>
            {
                using var study = await workspace.OpenStudyAsync(cancellation);
                if (study is null)
                    return ExitCode.Refused;
                var at = call.Given(position) ?? study.Seen.Analysis.LastRun?.Position ?? study.Desk.Head.Position;
                if (at < 0 || at > study.Desk.Head.Position)
                    return call.Printer.Refused([NotReached(study.Seen, at)]);
                var state = await study.Desk.StudyAtAsync(at, cancellation);
                if (state.Analysis.LastRun is null)
                    return call.Printer.Refused([NotRun(state)]);

                var stamp = await StampAsync(workspace.Journal, state.Key, at, cancellation);
                var report = StudyReport.Of(state.AsSeenBy(call.Actor), stamp);
                foreach (var language in (Language[])[Language.English, Language.Chinese])
                {
                    var path = PlaceOf(ReportWriter.FileName(report, language), study, call.Given(folder));
                    await File.WriteAllTextAsync(path, await ReportWriter.RenderAsync(report, language), Utf8, cancellation);
                    call.Printer.Line(path);
                }
                return ExitCode.Done;
            });
    }

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    static string PlaceOf(string name, OpenedStudy study, string? folder) => folder is null
        ? study.Folder.ReportPath(Path.Combine(study.Desk.Study.Key.Value, name))
        : Path.Combine(Directory.CreateDirectory(folder).FullName, name);

    static async Task<JournalStamp> StampAsync(IJournal journal, StudyKey study, long position, CancellationToken cancellation)
    {
        await foreach (var row in journal.RowsAsync(study, position, position, cancellation))
            return new JournalStamp(position, Seal.Text(row.Seal));
        throw new InvalidOperationException(
            $"Found no entry {position} of study {study}. Expected the one that was just folded.");
    }

    static Refusal NotReached(StudyState study, long position) => new("entry-unknown",
        $"Found entry {position} of study {study.Key}. Expected one from 1 to {study.Position}.",
        $"研究 {study.Key} 没有第 {position} 条，应为 1～{study.Position}。");

    static Refusal NotRun(StudyState study) => new("plan-not-run",
        $"The plan of study {study.Key} had not been run at entry {study.Position}. Run it before the report is made.",
        $"研究 {study.Key} 在第 {study.Position} 条时尚未运行分析计划，运行后才能生成报告。");
}
