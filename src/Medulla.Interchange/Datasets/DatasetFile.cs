using System.Globalization;
using System.Text;
using CsvHelper;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Reporting;

namespace Medulla.Interchange.Datasets;

/// <summary>Writes the analysis set and its codebook as CSV, for others to recompute the results.</summary>
/// <remarks>
/// Numbers are written with the shortest digits that read back to the same value; an empty cell is a value that does
/// not exist. Simulated data say so in the first line, behind <c>#</c>: read with <c>comment.char = "#"</c> in R.
/// </remarks>
public static class DatasetFile
{
    const string SimulatedLine = "# SIMULATED DATA: these participants do not exist";

    // Byte for byte what is known: a cell that begins with "=" or "-" is data here, not a formula.
    static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.None };

    /// <summary>One row a person: marker, endpoints, covariates, and the way back of the marker.</summary>
    public static string Rows(AnalysisTable table, bool simulated) => Csv(simulated, csv =>
    {
        string[] covariates = [.. table.CovariateCodes];
        Write(csv,
        [
            "person", "marker",
            .. table.BinaryEndpointCodes,
            .. table.TimeEndpointCodes.SelectMany(code => new[] { $"{code}_days", $"{code}_event" }),
            .. covariates,
            "aliquot", "plate", "wells", "raw_file_sha256", "accepted_at",
        ]);
        foreach (var row in table.Rows)
            Write(csv,
            [
                row.Person, PlainText.Exact(row.Marker),
                .. table.BinaryEndpointCodes.Select(code => row.Unfavourable.TryGetValue(code, out var unfavourable) ? Flag(unfavourable) : ""),
                .. table.TimeEndpointCodes.SelectMany(code => row.Times.TryGetValue(code, out var time)
                    ? new[] { PlainText.Exact(time.Days), Flag(time.EventObserved) }
                    : ["", ""]),
                .. covariates.Select(code => row.Covariates.GetValueOrDefault(code, "")),
                row.MarkerSource?.Aliquot ?? "", row.MarkerSource?.Plate ?? "",
                row.MarkerSource is { } source ? string.Join(' ', source.Wells) : "",
                row.MarkerSource?.RawFileSha256 ?? "", PlainText.Exact(row.MarkerSource?.AcceptedAt),
            ]);
    });

    /// <summary>One row a column of <see cref="Rows"/>: name, meaning in both languages, type, unit, codes.</summary>
    public static string Codebook(
        AnalysisTable table, StudyDefinition definition, AnalysisPlan plan, bool simulated) => Csv(simulated, csv =>
    {
        Write(csv, ["column", "label_en", "label_zh", "type", "unit", "codes"]);
        Write(csv, ["person", "Participant", "受试者", "text", "", ""]);
        Write(csv, ["marker", plan.Marker.Name.En, plan.Marker.Name.Zh, "number", plan.Marker.Unit, ""]);
        foreach (var endpoint in definition.Endpoints)
            if (endpoint is Endpoint.Binary)
                Write(csv, [endpoint.Code, $"Unfavourable: {endpoint.Meaning.En}", $"不利结局：{endpoint.Meaning.Zh}", "flag", "", "1 = unfavourable; 0 = favourable"]);
            else
            {
                Write(csv, [$"{endpoint.Code}_days", endpoint.Name.En, endpoint.Name.Zh, "whole number", "d", ""]);
                Write(csv, [$"{endpoint.Code}_event", endpoint.Meaning.En, endpoint.Meaning.Zh, "flag", "", "1 = event; 0 = censored"]);
            }
        foreach (var covariate in plan.Baseline)
            Write(csv,
            [
                covariate.Code, covariate.Name.En, covariate.Name.Zh, covariate.IsNumeric ? "number" : "code", covariate.Unit ?? "",
                string.Join("; ", covariate.Levels.Select(level => $"{level.Value} = {level.Label.En}")),
            ]);
        Write(csv, ["aliquot", "Aliquot that was measured", "所测分装样本", "text", "", ""]);
        Write(csv, ["plate", "Plate on which it was measured", "检测板", "text", "", ""]);
        Write(csv, ["wells", "Wells on that plate", "孔位", "text", "", ""]);
        Write(csv, ["raw_file_sha256", "SHA-256 of the reader's file", "原始文件 SHA-256", "text", "", ""]);
        Write(csv, ["accepted_at", "Journal position at which the plate was accepted", "放行时的日志位置", "whole number", "", ""]);
    });

    /// <summary>Every number of the results: what the recomputation is compared with.</summary>
    public static string Results(PlanResults results, bool simulated) => Csv(simulated, csv =>
    {
        Write(csv, ["analysis", "number", "value"]);
        foreach (var result in results.Results)
            foreach (var number in result.Numbers)
                Write(csv, [result.Planned.Id, number.Name, PlainText.Exact(number.Value)]);
    });

    static string Csv(bool simulated, Action<CsvWriter> write)
    {
        var text = new StringBuilder();
        if (simulated)
            text.Append(SimulatedLine).Append('\n');
        using (var csv = CsvWriter.Create(new StringWriter(text, CultureInfo.InvariantCulture), Options, leaveOpen: false))
            write(csv);
        return text.ToString();
    }

    static void Write(CsvWriter csv, ReadOnlySpan<string> cells) => csv.WriteRecord(cells);

    static string Flag(bool holds) => holds ? "1" : "0";
}
