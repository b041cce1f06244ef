using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>Where each baseline variable was captured: what the numbers of the baseline table point at.</summary>
static class ReportedBaseline
{
    public const string MarkerAnchor = "values";

    public static string Anchor(Covariate covariate) => $"variable-{covariate.Code}";

    /// <summary>As people read it; UCUM writes a count as 1, a year as a and a power as 10*9.</summary>
    public static Bilingual Unit(string? ucum) => (ucum ?? "") switch
    {
        "1" => Bilingual.Same(""),
        "a" => new("years", "岁"),
        "10*9/L" => Bilingual.Same("10⁹/L"),
        "10*12/L" => Bilingual.Same("10¹²/L"),
        "kg/m2" => Bilingual.Same("kg/m²"),
        "umol/L" => Bilingual.Same("µmol/L"),
        var unit => Bilingual.Same(unit),
    };

    public static ReportTable Table(ReportedRun run) => new("variables",
        new("Where each baseline variable comes from", "各基线变量的来源"),
        [new(new("Variable", "变量")), new(new("Captured as", "采集位置"))],
        [.. run.Plan.Baseline.Select(covariate => new ReportRow([new(covariate.Name), Source(run, covariate)],
            Anchor(covariate)))]);

    static ReportCell Source(ReportedRun run, Covariate covariate) => covariate switch
    {
        { ImportedColumn: { } column } => new(new($"column {column} of the imported file", $"导入文件的 {column} 列"), new("cohort")),
        { Form: { } form, Item: { } item, Visit: { } visit } => new(
            new($"{ItemName(run, form, item).En} ({form}.{item}) at {VisitName(run, visit).En}",
                $"{VisitName(run, visit).Zh}：{ItemName(run, form, item).Zh}（{form}.{item}）")),
        _ => new(new("screening", "筛选")),
    };

    static Bilingual ItemName(ReportedRun run, string form, string item) =>
        run.Study.Definition.FindForm(form)?.FindItem(item)?.Label ?? Bilingual.Same(item);

    static Bilingual VisitName(ReportedRun run, string visit) =>
        run.Study.Definition.FindVisit(visit)?.Name ?? Bilingual.Same(visit);
}
