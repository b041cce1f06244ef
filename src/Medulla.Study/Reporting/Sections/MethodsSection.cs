using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Statistics.Description;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>What was done, in words and as the call that gives the same numbers. REMARK items 5 to 11.</summary>
static class MethodsSection
{
    public static ReportSection Of(ReportedRun run) => new("methods", new("Methods", "方法"),
    [
        new ReportBlock.Paragraph(new(
            "Marker: {0}. {1} All intervals are two-sided at {2}.", "标志物：{0}。{1}所有区间均为双侧，水平为 {2}。",
            new(run.Marker.Name), new(Scale(run)), new(run.IntervalName))),
        .. Endpoints(run),
        new ReportBlock.Table(new ReportTable("methods-table", new("Analyses of the plan", "计划的各项分析"),
            [new(new("Analysis", "分析")), new(new("Method", "方法")), new(new("Convention and R call", "约定与 R 调用"))],
            [
                .. run.Results.Results.Select(result => new ReportRow(
                [
                    new(Bilingual.Same(result.Planned.Id), ReportedRun.Numbers(result.Planned.Id)),
                    new(Describe(result.Planned)), ReportCell.Code(result.Convention == "" ? ReportNumbers.Absent : result.Convention),
                ])),
                new ReportRow([new(new("Baseline", "基线")),
                    new(new("Median with quartiles; counts with shares", "中位数与四分位数；例数与占比")), ReportCell.Code(Summary.Convention)]),
            ])),
        new ReportBlock.Table(ReportedBaseline.Table(run)),
    ]);

    static Bilingual Scale(ReportedRun run) => (run.Marker.Log2, Assay(run)) switch
    {
        (true, { } assay) => new($"Measured by assay {assay.Code} ({assay.Unit}) and analysed as log2.", $"检测项目 {assay.Code}（{assay.Unit}），按 log2 分析。"),
        (false, { } assay) => new($"Measured by assay {assay.Code} ({assay.Unit}).", $"检测项目 {assay.Code}（{assay.Unit}）。"),
        (true, _) => new("Analysed as log2.", "按 log2 分析。"),
        _ => new("Analysed on its own scale.", "按原始尺度分析。"),
    };

    static Assay? Assay(ReportedRun run) => run.Marker.Assay is { } code ? run.Study.Definition.FindAssay(code) : null;

    static IEnumerable<ReportBlock> Endpoints(ReportedRun run)
    {
        if (!run.Study.Definition.Endpoints.IsEmpty)
            yield return new ReportBlock.Facts([.. run.Study.Definition.Endpoints.Select(endpoint => new ReportFact(
                new($"{endpoint.Name.En} ({endpoint.Code})", $"{endpoint.Name.Zh}（{endpoint.Code}）"), new(endpoint.Meaning)))]);
        if (run.Study.Definition.Endpoints.OfType<Endpoint.TimeToEvent>().Any())
            yield return new ReportBlock.Paragraph(new(
                "Days = date − origin + 1.{0} 1 month = 30.4375 days.", "天数 = 日期 − 起点 + 1。{0}1 个月 = 30.4375 天。",
                new ReportCell(run.Study.Definition.DataCutoff is { } cutoff
                    ? new($" Nothing after the data cut-off {cutoff:yyyy-MM-dd} counts: an event after it is follow-up without event.",
                        $"数据截止日 {cutoff:yyyy-MM-dd} 之后的内容均不计；其后的事件按截止前无事件随访计。")
                    : Bilingual.Same(""))));
    }

    static Bilingual Describe(PlannedAnalysis planned) => planned switch
    {
        PlannedAnalysis.RankSum => new(
            "Wilcoxon rank sum, two-sided; Hodges–Lehmann estimate with the interval that belongs to the test.",
            "Wilcoxon 秩和检验，双侧；Hodges–Lehmann 估计及与检验对应的区间。"),
        PlannedAnalysis.Roc => new(
            "Empirical ROC curve; a high marker speaks for the unfavourable outcome; DeLong interval.",
            "经验 ROC 曲线；标志物高者倾向不利结局；DeLong 区间。"),
        PlannedAnalysis.FisherExact fisher => new(
            $"Groups '{fisher.Groups}' fixed by the plan; Fisher's exact test; conditional odds ratio.",
            $"分组“{fisher.Groups}”由计划规定；Fisher 确切概率法；条件比值比。"),
        PlannedAnalysis.KaplanMeier kaplanMeier => new(
            $"Groups '{kaplanMeier.Groups}' fixed by the plan; Kaplan–Meier; log-rank test; follow-up by reverse Kaplan–Meier.",
            $"分组“{kaplanMeier.Groups}”由计划规定；Kaplan–Meier 法；log-rank 检验；反向 Kaplan–Meier 法估计随访。"),
        PlannedAnalysis.Cox { Covariates: { IsEmpty: false } covariates } => new(
            $"Cox regression on the continuous marker and {string.Join(", ", covariates)}, all forced in; Efron ties; proportional hazards by scaled Schoenfeld residuals.",
            $"Cox 回归，连续标志物与 {string.Join("、", covariates)} 全部纳入；Efron 法处理结点；Schoenfeld 残差检验比例风险。"),
        PlannedAnalysis.Cox => new(
            "Cox regression on the continuous marker alone; Efron ties; proportional hazards by scaled Schoenfeld residuals.",
            "Cox 回归，仅连续标志物；Efron 法处理结点；Schoenfeld 残差检验比例风险。"),
        _ => new("Spearman's rank correlation with Fisher z interval.", "Spearman 秩相关，Fisher z 区间。"),
    };
}
