using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>The marker against other variables, all in one table. REMARK item 14.</summary>
static class CorrelationSection
{
    public static ReportSection? Of(ReportedRun run)
    {
        ImmutableArray<AnalysisResult> results = [.. run.Planned<PlannedAnalysis.Spearman>()];
        if (results.IsEmpty)
            return null;

        return new("correlation", new("The marker and other variables", "标志物与其他变量"),
        [
            new ReportBlock.Paragraph(new(new Bilingual(
                $"Spearman's rank correlation. {results.Length} tests, none adjusted for the others.",
                $"Spearman 秩相关，共 {results.Length} 项检验，未作多重检验校正。"))),
            new ReportBlock.Table(new ReportTable("correlations",
                new($"Correlation of {run.Marker.Name.En} with other variables", $"{run.Marker.Name.Zh}与其他变量的相关"),
                [
                    new(new("Variable", "变量")), new(new("Family", "类别")), new(Bilingual.Same("n"), true), new(new("Left out", "未纳入"), true),
                    new(new($"ρ ({run.IntervalName.En}, Fisher z)", $"ρ（{run.IntervalName.Zh}，Fisher z）"), true), new(Bilingual.Same("P"), true),
                ],
                [.. results.Select(result => Row(run, result))])),
        ]);
    }

    static ReportRow Row(ReportedRun run, AnalysisResult result)
    {
        var planned = (PlannedAnalysis.Spearman)result.Planned;
        var covariate = run.Plan.FindCovariate(planned.Covariate)!;
        var numbers = ReportedRun.Numbers(planned.Id);
        ReportCell name = new(new($"{planned.Id} {covariate.Name.En}", $"{planned.Id} {covariate.Name.Zh}"), new(ReportedBaseline.Anchor(covariate)));
        ReportCell[] people =
        [
            new(ReportLabels.Line(run, result)),
            ReportCell.Of(result.Analysed, numbers), ReportCell.Of(result.LeftOut, numbers),
        ];
        if (result is not MarkerCorrelation found)
            return new([name, .. people, new(((NotEstimable)result).Reason), ReportCell.Of(ReportNumbers.Absent)]);

        var range = ReportNumbers.Range(found.Confidence, ReportNumbers.Two);
        var rho = ReportNumbers.Two(found.Rho);
        return new([name, .. people, new(new($"{rho} ({range.En})", $"{rho} ({range.Zh})"), numbers),
            ReportCell.Of(ReportNumbers.P(found.Probability), numbers)]);
    }
}
