using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>What the study cannot show, and who is not in its results.</summary>
static class LimitsSection
{
    static readonly ImmutableArray<ReportText> StandingRules =
    [
        new(new Bilingual(
            "An association with outcome is called prognostic. It is never called predictive of what a treatment does: that needs a comparison of treatments.",
            "与结局的关联称为预后关联，绝不称为对治疗效果的预测：后者须有治疗之间的比较。")),
        new(new Bilingual(
            "Everything but the confirmatory analysis is exploratory: no adjustment is made for the number of tests, and a small P is a question, not an answer.",
            "除确证性分析外均为探索性：未按检验次数校正，小的 P 值只是问题，不是答案。")),
        new(new Bilingual(
            "Groups are cut where the plan says. No cutpoint was chosen by looking at the outcome.",
            "分组切点由计划规定，未根据结局选择切点。")),
        new(new Bilingual(
            "People without a value that an analysis needs are left out of it and counted below. Nothing was imputed.",
            "缺少所需数值者不进入该项分析，并在下表计数；未作任何填补。")),
    ];

    public static ReportSection Of(ReportedRun run) => new("limits", new("Limits", "局限"),
    [
        new ReportBlock.Items([.. run.Plan.Limits.Select(limit => new ReportText(limit)), .. StandingRules]),
        new ReportBlock.Table(new ReportTable("left-out",
            new("People left out of each analysis, and why", "各项分析未纳入的人数及原因"),
            [
                new(new("Analysis", "分析")), new(new("Analysed", "分析"), true), new(new("Left out", "未纳入"), true),
                new(new("Reason", "原因")),
            ],
            [.. run.Results.Results.Select(result => new ReportRow(
            [
                new(new($"{result.Planned.Id} {Kind(result.Planned).En}", $"{result.Planned.Id} {Kind(result.Planned).Zh}")),
                ReportCell.Of(result.Analysed, ReportedRun.Numbers(result.Planned.Id)),
                ReportCell.Of(result.LeftOut, ReportedRun.Numbers(result.Planned.Id)),
                LeftOut.Of(result.Planned, run).Reasons is { } reasons ? new(reasons) : ReportCell.Of(ReportNumbers.Absent),
            ]))])),
    ]);

    public static Bilingual Kind(PlannedAnalysis planned) => planned switch
    {
        PlannedAnalysis.RankSum => new("rank sum", "秩和检验"),
        PlannedAnalysis.Roc => new("ROC curve", "ROC 曲线"),
        PlannedAnalysis.FisherExact => new("Fisher's exact test", "Fisher 确切概率法"),
        PlannedAnalysis.KaplanMeier => new("Kaplan–Meier", "Kaplan–Meier"),
        PlannedAnalysis.Cox => new("Cox regression", "Cox 回归"),
        _ => new("Spearman", "Spearman 相关"),
    };
}
