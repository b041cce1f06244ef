using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>How well the marker tells the outcomes apart. No cutpoint is looked for in the data.</summary>
static class DiscriminationSection
{
    public static ReportSection? Of(ReportedRun run)
    {
        var results = ResultBlock.Each<PlannedAnalysis.Roc>(run, Blocks);
        return results.IsEmpty ? null : new("discrimination", new("Discrimination", "区分能力"), results);
    }

    static IEnumerable<ReportBlock> Blocks(ReportedRun run, AnalysisResult any)
    {
        if (any is not Discrimination result)
            yield break;

        var numbers = ReportedRun.Numbers(result.Planned.Id);
        yield return new ReportBlock.Paragraph(new(
            "Area under the ROC curve {0} ({1} {2}, DeLong) with {3} unfavourable and {4} favourable outcomes. {5} "
            + "The area is apparent: measured in the people who are analysed, not validated in others.",
            "ROC 曲线下面积 {0}（{1} {2}，DeLong 法），不利结局 {3} 例，有利结局 {4} 例。{5}该面积为表观值：在同一批受试者中计算，未经外部验证。",
            ReportCell.Of(ReportNumbers.Two(result.Curve.Auc), numbers), new(run.IntervalName),
            new(ReportNumbers.Range(result.Confidence, ReportNumbers.Two), numbers),
            ReportCell.Of(result.Curve.Cases, numbers), ReportCell.Of(result.Curve.Controls, numbers),
            new(Verdict.Of(result.Confidence?.Lower, result.Confidence?.Upper, 0.5))));
        yield return new ReportBlock.Drawing(Figure(run, result));
    }

    static ReportFigure Figure(ReportedRun run, Discrimination result)
    {
        var endpoint = ((PlannedAnalysis.Roc)result.Planned).Endpoint;
        Bilingual title = new($"ROC curve, {OutcomeSection.Name(run, endpoint, true).En}", $"ROC 曲线，{OutcomeSection.Name(run, endpoint, true).Zh}");
        var input = new RocInput
        {
            Key = $"roc-{result.Planned.Id.ToLowerInvariant()}",
            Title = title,
            // Ours runs from every test positive to none; a drawn curve starts at the origin.
            Curve = [.. result.Curve.Points.Reverse().Select(point => new RocPoint(1 - point.Specificity, point.Sensitivity))],
            Area = new Estimate(result.Curve.Auc, result.Confidence?.Lower, result.Confidence?.Upper,
                result.Curve.ProbabilityAgainstHalf),
            PositiveName = OutcomeSection.Name(run, endpoint, true),
            Positives = result.Curve.Cases,
            NegativeName = OutcomeSection.Name(run, endpoint, false),
            Negatives = result.Curve.Controls,
            Simulated = run.IsSimulated,
        };
        return new($"figure-{result.Planned.Id}", title,
            new("{0}. A high marker speaks for the unfavourable outcome: the direction was fixed beforehand. No cutpoint was looked for.",
                "{0}。标志物高者倾向不利结局，方向事先确定；未在数据中寻找切点。", new ReportCell(ReportLabels.Line(run, result))),
            language => RocFigure.Draw(input, FigureWidth.Middle, language));
    }
}
