using System.Collections.Immutable;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>The frame of one analysis: labels, people, the planted effect; the same for every kind.</summary>
static class ResultBlock
{
    /// <summary>A block for each planned analysis of this kind, in the plan's order.</summary>
    public static ImmutableArray<ReportBlock> Each<T>(
        ReportedRun run, Func<ReportedRun, AnalysisResult, IEnumerable<ReportBlock>> inner) where T : PlannedAnalysis =>
        [.. run.Planned<T>().Select(result => Of(run, result, [.. inner(run, result)]))];

    static ReportBlock.Result Of(ReportedRun run, AnalysisResult result, ImmutableArray<ReportBlock> inner) => new(
        result.Planned.Id, result.Planned.Question, ReportLabels.Of(run, result), People(run, result),
        PlantedEffect.Beside(result.Planned, run.Study.Simulation),
        result is NotEstimable cannot ? [NotEstimated(cannot), .. inner] : inner);

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
