using System.Collections.Immutable;
using Medulla.Study.Analysis;

namespace Medulla.Study.Reporting;

/// <summary>The frame of one analysis: labels, people, the planted effect; the same for every kind.</summary>
static class ResultBlock
{
    public static ReportBlock Of(ReportedRun run, AnalysisResult result, params ImmutableArray<ReportBlock> blocks) =>
        new ReportBlock.Result(
            result.Planned.Id, result.Planned.Question, ReportLabels.Of(run, result), People(run, result),
            PlantedEffect.Beside(result.Planned, run.Study.Simulation),
            result is NotEstimable cannot ? [NotEstimated(cannot), .. blocks] : blocks);

    static ReportText People(ReportedRun run, AnalysisResult result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var analysed = ReportCell.Of(result.Analysed, numbers);
        if (LeftOut.Of(result.Planned, run).Reasons is not { } reasons)
            return new("{0} people analysed, nobody left out.", "分析 {0} 人，无人排除。", analysed);
        return new("{0} people analysed, {1} left out: {2}.", "分析 {0} 人，未纳入 {1} 人：{2}。",
            analysed, ReportCell.Of(result.LeftOut, numbers), new ReportCell(reasons));
    }

    static ReportBlock.Paragraph NotEstimated(NotEstimable result) => new(new ReportText(
        "Not estimated. {0}", "未能估计。{0}", new ReportCell(result.Reason)));
}
