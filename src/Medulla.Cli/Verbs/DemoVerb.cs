using System.Globalization;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Study.Analysis;
using Medulla.Workspace;
using Medulla.Workspace.Demo;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla demo</c>: the main job on real plates, on a real cohort and on a simulated study.</summary>
static class DemoVerb
{
    const string FolderName = "demo";

    public static Verb Demo()
    {
        var noServe = Inputs.Flag("--no-serve", "End before serving the pages", "不提供网页，运行后即结束");
        var fresh = Inputs.Flag("--fresh", "Start anew: the demo's folder is emptied", "清空演示文件夹，从头开始");
        var port = ServeVerb.Port();
        return new Verb("demo", "Run the main job on real plates, a real cohort and a simulated study, then serve the pages",
            "用真实检测板、真实队列和模拟研究演示主要流程，然后提供网页", "medulla demo --no-serve") { noServe, fresh, port }
            .Alone(async (call, cancellation) =>
            {
                var folder = Path.Combine(call.WorkspacePath, FolderName);
                if (call.Of(fresh))
                    Empty(folder);

                Report(await DemonstratedAsync(call, folder, cancellation), call.Printer);
                return call.Of(noServe)
                    ? ExitCode.Done
                    : await ServeAsync(call, folder, ServeVerb.PortOf(call, port), cancellation);
            });
    }

    static async Task<Demonstrated> DemonstratedAsync(VerbCall call, string folder, CancellationToken cancellation)
    {
        using var progress = new DemoProgressLines(call.Printer);
        return await Demonstration.RunAsync(
            WorkspaceFolder.Open(folder), DemoSources.BesideTheProgram, TimeProvider.System, progress, cancellation);
    }

    static async Task<ExitCode> ServeAsync(VerbCall call, string folder, int port, CancellationToken cancellation)
    {
        await using var workspace = await OpenedWorkspace.OpenAsync(call, folder, cancellation);
        return await ServeVerb.RunAsync(call, workspace, port, cancellation);
    }

    // Only what a demo makes is removed: nothing else of the folder is touched.
    static void Empty(string folder)
    {
        foreach (var name in new[] { "attachments", "checkpoints", "keys", "reports" })
            if (Directory.Exists(Path.Combine(folder, name)))
                Directory.Delete(Path.Combine(folder, name), recursive: true);
        foreach (var name in new[] { "journal.db", "journal.db-wal", "journal.db-shm", "summary.json" })
            File.Delete(Path.Combine(folder, name));
    }

    static void Report(Demonstrated done, Printer printer)
    {
        var summary = done.Summary;
        printer.Say(new("1. Real plates: concentrations computed here, and as the reader's program printed them",
            "1. 真实检测板：本程序计算的浓度与酶标仪软件打印值对照"));
        printer.Table(
            [new("FILE", "文件"), new("PLATE", "板"), new("PRINTED", "打印"), new("COMPARED", "对照"), new("WORST", "最大差"), new("WELL", "孔")],
            done.Plates.Select(plate => new[]
            {
                plate.File, Whole(plate.Plate), Whole(plate.PrintedCount), Whole(plate.ComparedCount),
                Number(plate.WorstDifference, "0.00000"), plate.WorstWell?.ToString() ?? "",
            }));

        printer.Say(new($"2. Real cohort: {summary.Cohort.File}, {summary.Cohort.Rows} people, {summary.Cohort.Analysed} analysed, {summary.Cohort.Events} events",
            $"2. 真实队列：{summary.Cohort.File}，{summary.Cohort.Rows} 人，分析 {summary.Cohort.Analysed} 人，{summary.Cohort.Events} 个事件"));
        printer.Table(Titles, Estimates(done.Cohort, planted: null));

        printer.Say(new($"3. The study with SIMULATED participants: {summary.Study.Screened} screened, {summary.Study.Enrolled} enrolled, {summary.Study.Plates} plates, {summary.Study.JournalPosition} journal entries",
            $"3. 模拟数据研究（SIMULATED）：筛选 {summary.Study.Screened} 人，入组 {summary.Study.Enrolled} 人，检测板 {summary.Study.Plates} 块，日志 {summary.Study.JournalPosition} 条"));
        printer.Table(Titles, Estimates(done.Study, summary.Study.PlantedHazardRatio));
        printer.Say(new("NCT07163728 itself: results pending. Nothing above is a result of it.",
            "NCT07163728 本身：结果待公布。以上均非该研究的结果。"));

        foreach (var report in summary.Reports)
            printer.Say(new($"Report: {report.Path}", $"报告：{report.Path}"));
        printer.Say(new($"Everything lies in {Path.GetDirectoryName(done.SummaryPath)} ({Number(summary.Seconds, "0.0")} s)",
            $"全部文件位于 {Path.GetDirectoryName(done.SummaryPath)}（{Number(summary.Seconds, "0.0")} 秒）"));
    }

    static readonly Figures.Bilingual[] Titles =
        [new("ANALYSIS", "分析"), new("HAZARD RATIO", "风险比"), new("95 % INTERVAL", "95% 区间"), new("PLANTED (DEATH)", "设定值（死亡）"), new("P", "P")];

    static IEnumerable<string[]> Estimates(PlanResults results, double? planted) =>
        from model in results.Results.OfType<HazardModel>()
        let marker = model.Model.Coefficients[0]
        select new[]
        {
            $"{model.Planned.Id} {model.Planned.Question.En}",
            Number(marker.HazardRatio, "0.00"), $"{Number(marker.Confidence.Lower, "0.00")}–{Number(marker.Confidence.Upper, "0.00")}",
            planted is null ? "–" : Number(planted, "0.00"), Number(marker.Probability, "0.000"),
        };

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
