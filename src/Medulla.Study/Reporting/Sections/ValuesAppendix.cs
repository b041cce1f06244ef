using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Analysis;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Where each marker value comes from: person, aliquot, wells, plate, raw file, journal.</summary>
static class ValuesAppendix
{
    public static ReportSection Of(ReportedRun run) => new(
        "values", new("Appendix B. Where each marker value comes from", "附录 B：每个标志物数值的来源"),
        run.Study.Analysis.Cohort is { } cohort
            ? [new ReportBlock.Paragraph(new(
                "{0} people. Each value of the marker stands in column {1} of the file {2}, in the row of that person; its SHA-256 is under Provenance.",
                "{0} 人。每个标志物数值位于文件 {2} 中该人所在行的 {1} 列；文件的 SHA-256 见“来源与核验”。",
                ReportCell.Of(cohort.People.Length, new("cohort")), ReportCell.Code(run.Marker.ImportedColumn ?? run.Marker.Name.En),
                ReportCell.Code(cohort.FileName, new("cohort"))))]
            : [
                new ReportBlock.Paragraph(new(new Bilingual(
                    "Read a row from left to right: the person, the value that was analysed, the aliquot and the wells in which it was measured, the plate with its raw file, and the journal entry that accepted it.",
                    "每行自左至右：受试者、分析所用数值、所测分装样本与孔位、检测板及其原始文件、放行该板的日志条目。"))),
                new ReportBlock.Table(Table(run)),
            ]);

    static ReportTable Table(ReportedRun run) => new("values-table",
        new("From person to raw file", "从受试者到原始文件"),
        [
            new(new("Participant", "受试者")),
            new(run.MarkerUnit == "" ? new("Value", "数值") : new($"Value, {run.MarkerUnit}", $"数值，{run.MarkerUnit}"), true),
            new(new("Aliquot", "分装样本")), new(new("Wells", "孔位")), new(new("Plate", "检测板")),
            new(new("Raw file, SHA-256", "原始文件 SHA-256")), new(new("Entry", "日志条目"), true),
        ],
        [.. run.Table.Rows.Select(row => Row(run, row))]);

    static ReportRow Row(ReportedRun run, AnalysisRow row)
    {
        ReportCell person = new(Bilingual.Same(row.Person), run.Person(row.Person));
        var anchor = run.PersonAnchor(row.Person);
        if (row.MarkerSource is not { } source)
            return new([person, ReportCell.Of(ReportNumbers.Absent), new(new("no accepted result", "无已放行结果")),
                .. Enumerable.Repeat(ReportCell.Of(ReportNumbers.Absent), 4)], anchor);

        return new(
        [
            person, ReportCell.Code(ReportNumbers.AllDigits(row.Marker)), ReportCell.Of(source.Aliquot),
            ReportCell.Of(string.Join(", ", source.Wells)),
            new(Bilingual.Same(source.Plate), run.Plate(source.Plate)),
            ReportCell.Code(source.RawFileSha256[..Math.Min(12, source.RawFileSha256.Length)] + "…", new ReportLink(run.Plate(source.Plate).Anchor)),
            new(Bilingual.Same(source.AcceptedAt.ToString(CultureInfo.InvariantCulture)), run.Journal(source.AcceptedAt)),
        ], anchor);
    }
}
