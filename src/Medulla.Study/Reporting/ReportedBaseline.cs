using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>Where each baseline variable was captured: what the numbers of the baseline table point at.</summary>
static class ReportedBaseline
{
    public const string MarkerAnchor = "values";

    public static string Anchor(Covariate covariate) => $"variable-{covariate.Code}";

    public static ReportTable Table(ReportedRun run) => new("variables",
        new("Where each baseline variable comes from", "各基线变量的来源"),
        [new(new("Variable", "变量")), new(new("Captured as", "采集位置"))],
        [
            .. run.Plan.Baseline.Select(covariate => new ReportRow(
                [new(covariate.Name), Source(run.Study.Definition, covariate)], Anchor(covariate))),
        ]);

    static ReportCell Source(StudyDefinition definition, Covariate covariate) => covariate switch
    {
        { ImportedColumn: { } column } => new(new($"column {column} of the imported file", $"导入文件的 {column} 列"), new("cohort")),
        { Form: { } form, Item: { } item, Visit: { } visit } => new(
            new($"{definition.ItemLabel(form, item).En} ({form}.{item}) at {definition.VisitLabel(visit).En}",
                $"{definition.VisitLabel(visit).Zh}：{definition.ItemLabel(form, item).Zh}（{form}.{item}）")),
        _ => new(new("screening", "筛选")),
    };
}
