using System.CommandLine;
using Medulla.Cli.Input;
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
                if (position > study.Desk.Head.Position || position < 0)
                {
                    call.Printer.Problem("position-unknown", new(
                        $"Found {position} for --at. Expected 0 to {study.Desk.Head.Position}, the last entry of study {study.Desk.Study.Key}.",
                        $"--at 为 {position}，应在 0～{study.Desk.Head.Position} 之间（研究 {study.Desk.Study.Key} 的最后一条）。"));
                    return ExitCode.Refused;
                }

                var written = await ReportFiles.WriteAsync(
                    study.Desk, call.Given(folder) ?? study.Folder.ReportsPath, position, cancellation);
                if (written.IsEmpty)
                {
                    call.Printer.Problem("plan-not-run", new(
                        "The plan has not been run. Freeze it, lock the database and run it: medulla plan run",
                        "分析计划尚未运行。先冻结、锁库，再运行：medulla plan run"));
                    return ExitCode.Refused;
                }
                foreach (var report in written)
                    call.Printer.Line($"{report.Path}  sha256 {report.Sha256}");
                return ExitCode.Done;
            });
    }
}
