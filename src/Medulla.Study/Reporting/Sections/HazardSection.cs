using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Figures.Text;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>The hazard on the continuous marker, alone and with covariates, every term shown. REMARK items 16 to 18.</summary>
static class HazardSection
{
    public static ReportSection? Of(ReportedRun run)
    {
        var results = ResultBlock.Each<PlannedAnalysis.Cox>(run, Blocks);
        return results.IsEmpty ? null : new("hazard", new("Hazard and the marker", "标志物与风险"),
            [
                .. ForestSummary.Of(run) is { } forest ? [new ReportBlock.Drawing(forest)] : ImmutableArray<ReportBlock>.Empty,
                .. results,
            ]);
    }

    static IEnumerable<ReportBlock> Blocks(ReportedRun run, AnalysisResult any)
    {
        if (any is not HazardModel result)
            yield break;

        yield return new ReportBlock.Paragraph(Finding(run, result));
        yield return new ReportBlock.Table(Table(run, result));
        yield return new ReportBlock.Paragraph(Fit(result));
    }

    static ReportText Finding(ReportedRun run, HazardModel result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var marker = result.Model.Coefficients[0];
        var adjusted = result.Terms.Length > 1
            ? new Bilingual("adjusted", "校正后") : new("not adjusted", "未校正");
        return new("{0}, hazard ratio {1}, {2}: {3} ({4} {5}), {6}. {7} events. {8}",
            "{0}，{1}风险比（{2}）：{3}（{4} {5}），{6}。事件 {7} 例。{8}",
            new(run.EndpointName(((PlannedAnalysis.Cox)result.Planned).Endpoint)),
            new(Per(result.Terms[0].Per!)), new(adjusted),
            ReportCell.Of(ReportNumbers.Ratio(marker.HazardRatio), numbers), new(run.IntervalName),
            new(ReportNumbers.Range(marker.Confidence, ReportNumbers.Ratio), numbers),
            ReportCell.Of(ReportNumbers.PEquals(marker.Probability), numbers),
            ReportCell.Of(result.Model.Events, numbers), new(Verdict.OfRatio(marker.Confidence)));
    }

    static ReportTable Table(ReportedRun run, HazardModel result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        return new($"table-{result.Planned.Id}",
            new("Every term of the model", "模型全部变量"),
            [
                new(new("Term", "变量")), new(new($"Hazard ratio ({run.IntervalName.En})", $"风险比（{run.IntervalName.Zh}）"), true),
                new(new("P (Wald)", "P（Wald）"), true),
                .. run.Study.Simulation is null ? ImmutableArray<ReportColumn>.Empty : [new(new("Planted (death)", "模拟设定（死亡）"), true)],
            ],
            [.. result.Terms.Select((term, place) => new ReportRow(
            [
                new(TermName(term)),
                ReportCell.Of($"{ReportNumbers.Ratio(result.Model.Coefficients[place].HazardRatio)} ({ReportNumbers.Range(result.Model.Coefficients[place].Confidence, ReportNumbers.Ratio).En})", numbers),
                ReportCell.Of(ReportNumbers.P(result.Model.Coefficients[place].Probability), numbers),
                .. run.Study.Simulation is not { } simulation ? ImmutableArray<ReportCell>.Empty
                    : [ReportCell.Of(term.Code == "marker" ? NumberText.Ratio(simulation.PlantedHazardRatio) : ReportNumbers.Absent)],
            ]))]);
    }

    static ReportText Fit(HazardModel result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var test = result.ProportionalHazards.Overall;
        var perTerm = (double)result.Model.Events / result.Terms.Length;
        return new(
            "Likelihood ratio test {0}; concordance {1} (apparent); proportional hazards, scaled Schoenfeld residuals: {2}. "
            + "{3} events per term of the model{4}",
            "似然比检验 {0}；一致性 {1}（表观值）；比例风险检验（Schoenfeld 残差）{2}。模型每个变量 {3} 例事件{4}",
            ReportCell.Of(ReportNumbers.PEquals(result.Model.LikelihoodRatio.Probability), numbers),
            ReportCell.Of(ReportNumbers.Two(result.Model.Concordance.Estimate), numbers),
            ReportCell.Of(ReportNumbers.PEquals(test.Probability), numbers),
            ReportCell.Of(NumberText.Fixed(perTerm, 1), numbers),
            new(perTerm < 10
                ? new("; below 10, the estimates are unstable.", "，低于 10，估计不稳定。")
                : new(".", "。")));
    }

    /// <summary>"Age, per a", "ELN 2022 risk: Adverse (against Favourable)".</summary>
    public static Bilingual TermName(HazardTerm term) => term switch
    {
        { Level: { } level, Reference: { } reference } =>
            new($"{term.Name.En}: {level.En} (against {reference.En})", $"{term.Name.Zh}：{level.Zh}（对照 {reference.Zh}）"),
        { Per: { } per } => Per(per) is var step ? new($"{term.Name.En}, {step.En}", $"{term.Name.Zh}，{step.Zh}") : term.Name,
        _ => term.Name,
    };

    // A year is "a" in UCUM and a count is "1"; nobody says "per a" or "per 1".
    static Bilingual Per(Bilingual per) => per.En switch
    {
        "per a" => new("per year", "每增加 1 岁"),
        "per 1" => new("per unit", "每增加 1"),
        var text when text.StartsWith("per ", StringComparison.Ordinal) && UnitText.Of(text[4..]) is var unit && unit.En != text[4..] =>
            new($"per {unit.En}", $"每 {unit.Zh}"),
        _ => per,
    };
}
