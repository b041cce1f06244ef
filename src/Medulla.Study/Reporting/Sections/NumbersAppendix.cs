using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Every number of every analysis with all its digits, under the names by which others recompute it.</summary>
static class NumbersAppendix
{
    public static ReportSection Of(ReportedRun run) => new("numbers", new("Appendix A. Every number", "附录 A：全部数值"),
    [
        new ReportBlock.Paragraph(new(
            "These are the numbers over which the hash of the results is taken, with the digits that read back to the same value. "
            + "The data set and its codebook, exported from the same journal position, give them again.",
            "结果哈希即由下列数值计算，位数可还原为同一数值。自同一日志位置导出的数据集与数据字典可重新得出这些数值。")),
        .. run.Results.Results.Where(result => result is not NotEstimable)
            .Select(result => new ReportBlock.Table(Table(run, result))),
        .. run.Results.Results.OfType<NotEstimable>().Select(result => new ReportBlock.Facts(
        [
            new ReportFact(
                Bilingual.Same(result.Planned.Id), new(result.Reason), ReportedRun.Numbers(result.Planned.Id).Anchor),
        ])),
    ]);

    static ReportTable Table(ReportedRun run, AnalysisResult result)
    {
        var line = ReportLabels.Line(run, result);
        return new(ReportedRun.Numbers(result.Planned.Id).Anchor,
            new($"{result.Planned.Id} {LimitsSection.Kind(result.Planned).En}. {line.En}", $"{result.Planned.Id} {LimitsSection.Kind(result.Planned).Zh}。{line.Zh}"),
            [new(new("Name", "名称")), new(new("Value", "数值"), true)],
            [
                new ReportRow([new(new("people", "人数"), new("values")), ReportCell.Of(result.Analysed, new("values"))]),
                .. result.Numbers.Select(number => new ReportRow(
                    [ReportCell.Code(number.Name), ReportCell.Code(ReportNumbers.AllDigits(number.Value))])),
            ]);
    }
}
