using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Figures.Text;
using Medulla.Statistics.Description;
using Medulla.Study.Analysis;
using Medulla.Study.Results;

namespace Medulla.Study.Reporting.Sections;

/// <summary>How the marker is distributed among those who have it. REMARK items 11 and 13.</summary>
static class MarkerSection
{
    static readonly Bilingual Heading = new("The marker", "标志物");

    public static ReportSection? Of(ReportedRun run)
    {
        ImmutableArray<AnalysisRow> measured = [.. run.Table.Rows.Where(row => row.Marker is not null)];
        if (measured.IsEmpty)
            return null;

        var summary = Summary.Of(measured.Select(row => row.Marker));
        var unit = UnitText.Of(run.Marker.Unit);
        var format = ReportNumbers.Like(measured.Select(row => row.Marker));
        ImmutableArray<ReportBlock> figure = measured.All(row => row.Marker > 0)
            ? [new ReportBlock.Drawing(Figure(run, measured, summary))]
            : [];
        return new("marker", Heading,
        [
            new ReportBlock.Paragraph(new(
                "{0}: n = {1}, median {2}, quartiles {3}, range {4}.",
                "{0}：n = {1}，中位数 {2}，四分位数 {3}，范围 {4}。",
                new(run.Marker.Name), ReportCell.Of(measured.Length, new("values")),
                Value(format(summary.Median) + (unit.En == "" ? "" : "\u00A0" + unit.En)),
                Value(ReportNumbers.Range(summary.LowerQuartile, summary.UpperQuartile, format).En),
                Value(ReportNumbers.Range(summary.Minimum, summary.Maximum, format).En))),
            new ReportBlock.Paragraph(new(run.Marker.Log2
                ? new Bilingual("It is analysed as log2: effects are per doubling.", "按 log2 分析：效应以每增加一倍计。")
                : new("It is analysed on its own scale.", "按原始尺度分析。"))),
            .. figure,
            .. Flagged(run, measured),
        ]);
    }

    static ReportCell Value(string text) => ReportCell.Of(text, new ReportLink("values"));

    static ReportFigure Figure(ReportedRun run, ImmutableArray<AnalysisRow> measured, Summary summary)
    {
        Bilingual title = new($"Distribution of {run.Marker.Name.En}", $"{run.Marker.Name.Zh}的分布");
        var input = new MarkerDistributionInput
        {
            Key = "marker-distribution",
            Title = title,
            Marker = run.Marker.Name,
            Unit = run.Marker.Unit,
            Values =
            [
                .. measured.Select(row => new MarkerValue(
                    row.Marker!.Value, run.PersonMark(row.Person, NumberText.Significant(row.Marker.Value)))),
            ],
            Quartiles = new(summary.LowerQuartile, summary.Median, summary.UpperQuartile),
            Simulated = run.IsSimulated,
        };
        return new("marker-figure", title, new("Bars of equal ratio; every value is a stroke in the rug.", "各柱跨度的比值相等；轴须上每一短线为一个数值。"),
            language => MarkerDistributionFigure.Draw(input, FigureWidth.Page, language));
    }

    /// <summary>Values that the assay could only just tell, by the flags kept when the plate was accepted.</summary>
    static IEnumerable<ReportBlock> Flagged(ReportedRun run, ImmutableArray<AnalysisRow> measured)
    {
        var flagged = (
            from row in measured
            where row.MarkerSource is not null
            let result = run.Study.Results[new PlateId(row.MarkerSource!.Plate)].Accepted!.Results
                .First(result => result.Aliquot.Value == row.MarkerSource.Aliquot)
            from flag in result.Flags
            group row.Person by flag into people
            orderby people.Key
            select people).ToList();
        if (flagged.Count > 0)
            yield return new ReportBlock.Table(new ReportTable("marker-flags",
                new("Values with a flag of the assay; they are analysed as measured", "带检测标记的数值；按测得值分析"),
                [new(new("Flag", "标记")), new(new("Participants", "受试者数"), true)],
                [.. flagged.Select(flag => new ReportRow([ReportCell.Code(flag.Key), ReportCell.Of(flag.Count(), new("values"))]))]));
    }
}
