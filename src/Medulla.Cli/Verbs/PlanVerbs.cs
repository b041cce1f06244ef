using System.CommandLine;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Reporting;

namespace Medulla.Cli.Verbs;

/// <summary><c>medulla plan …</c></summary>
static class PlanVerbs
{
    public static Command Noun() => new Noun("plan", "The analysis plan: checked, frozen, run", "分析计划：核查、冻结、运行")
    {
        Check(), Freeze(), Run(),
    };

    static Verb Check()
    {
        var file = Inputs.Word("FILE", "The plan", "分析计划文件");
        var definition = StudyVerbs.DefinitionOption();
        return new Verb("check", "Check a plan: every fault with its line and column", "核查分析计划：列出全部问题及行列号",
            "medulla plan check studies/nct07163728/plan.yaml") { file, definition }
            .Alone((call, cancellation) => DefinitionFiles.CheckAsync(
                call.Of(file), DefinitionFileKind.Plan, call.Given(definition), call.Printer, cancellation));
    }

    static Verb Freeze()
    {
        var path = Inputs.Word("FILE", "The plan", "分析计划文件");
        return new Verb("freeze", "Fix the plan; after data were seen together it is post hoc", "冻结分析计划；已看过合并数据的记为事后制定",
            "medulla plan freeze studies/nct07163728/plan.yaml") { path }
            .OnStudy(async (call, study, cancellation) =>
            {
                if (await SourceFile.ReadAsync(call.Of(path), call.Printer, cancellation) is not { } file
                    || file.Text(call.Printer) is not { } yaml)
                    return ExitCode.Refused;
                // Faults are told by the line of this file; the study itself knows no file name.
                if (study.Desk.Study.Definition.Version > 0
                    && PlanFile.Read(file.Name, yaml, study.Desk.Study.Definition) is { Value: null, Findings: var faults })
                    return call.Printer.Findings(faults);
                return await study.SubmitAsync(new FreezePlan(yaml), cancellation);
            });
    }

    static Verb Run() => new Verb("run", "Run the frozen plan on the locked database and print every number",
        "在已锁库的数据上运行分析计划，列出全部结果",
        "medulla plan run")
        .OnStudy(async (call, study, cancellation) =>
        {
            if (await study.SubmitAsync(new RunPlan(), cancellation) is var code and not ExitCode.Done)
                return code;
            Print(study.Seen, call.Printer);
            return ExitCode.Done;
        });

    static void Print(StudyState study, Printer printer)
    {
        var results = PlanResults.Of(study);
        if (study.Simulation is not null)
            printer.Say(new("SIMULATED DATA: these participants do not exist", "模拟数据：这些受试者并不存在"));
        printer.Say(study.Analysis.LastRun?.WhyPostHoc is { } why
            ? new($"POST HOC: {PostHocReason.Of(why).En}. Every number below is exploratory.",
                $"事后分析：{PostHocReason.Of(why).Zh}。以下结果均为探索性。")
            : new("Plan frozen before the data were seen.", "分析计划在看到数据之前冻结。"));
        printer.Table(
            [new("ANALYSIS", "分析"), new("NUMBER", "指标"), new("VALUE", "数值")],
            results.Results.SelectMany(result => Rows(result, printer.Language)));
        foreach (var result in results.Results.OfType<NotEstimable>())
            printer.Say(new(
                $"{result.Planned.Id} not estimable: {result.Reason.En}", $"{result.Planned.Id} 无法估计：{result.Reason.Zh}"));
    }

    static IEnumerable<string[]> Rows(AnalysisResult result, Language language) => result is NotEstimable
        ? [[result.Planned.Id, "n", new Bilingual($"{result.Analysed}, not estimable", $"{result.Analysed}，无法估计").In(language)]]
        : result.Numbers.Select(number => new[]
        {
            result.Planned.Id, number.Name,
            number.Value is null ? new Bilingual("does not exist", "不存在").In(language) : PlainText.Exact(number.Value),
        });
}
