using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Workspace.Reports;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla report …</c></summary>
static class ReportVerbs
{
    public static Command Noun() => new Noun("report", "The report of a run", "结果报告") { Make() };

    static Verb Make()
    {
        var at = Inputs.OptionalWholeNumber("--at", "As of this journal entry; else the last run", "以该日志条目为准；缺省为最近一次运行");
        var folder = Inputs.OptionalText("--out", "DIR", "Where to; else reports/ of the workspace", "输出文件夹；缺省为工作区的 reports/");
        return new Verb("make", "Make the report of a run in both languages; the same run gives the same bytes",
            "生成两种语言的结果报告；同一次运行给出相同的字节", "medulla report make --out reports") { at, folder }
            .OnStudy(async (call, study, cancellation) =>
            {
                var position = call.Given(at);
                if (position < 0 || position > study.Desk.Head.Position)
                    return call.Printer.Refused([NotReached(study.Seen, position.Value)]);

                var written = await ReportFiles.WriteAsync(
                    study.Desk, call.Given(folder) ?? study.Folder.ReportsPath, position, cancellation);
                if (written.IsEmpty)
                    return call.Printer.Refused([NotRun(study.Seen.Key, position ?? study.Desk.Head.Position)]);
                foreach (var report in written)
                    call.Printer.Line(report.Path);
                return ExitCode.Done;
            });
    }

    static Refusal NotReached(StudyState study, long position) => new("entry-unknown",
        $"Found entry {position} of study {study.Key}. Expected one from 1 to {study.Position}.",
        $"研究 {study.Key} 没有第 {position} 条，应为 1～{study.Position}。");

    static Refusal NotRun(StudyKey study, long position) => new("plan-not-run",
        $"The plan of study {study} had not been run at entry {position}. Run it before the report is made.",
        $"研究 {study} 在第 {position} 条时尚未运行分析计划，运行后才能生成报告。");
}
