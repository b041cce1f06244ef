using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Medulla.Workspace.Reports;

namespace Medulla.Workspace.Demo;

/// <summary>What the demo did, as <c>summary.json</c> holds it.</summary>
public sealed record DemoSummary(
    PlatesSummary Plates, CohortSummary Cohort, StudySummary Study, ImmutableArray<WrittenReport> Reports, double Seconds)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options).ReplaceLineEndings("\n") + "\n";
}

/// <param name="Printed">Concentrations that the reader's program printed.</param>
/// <param name="Compared">Of them, those computed here too.</param>
/// <param name="WorstDifference">Largest absolute difference, in the unit of the file.</param>
public sealed record PlatesSummary(int Files, int Printed, int Compared, double WorstDifference);

/// <param name="Rows">People in the file.</param>
/// <param name="Analysed">With marker and follow-up.</param>
public sealed record CohortSummary(string File, int Rows, int Analysed, int Events, string ReportSha256);

public sealed record StudySummary(
    bool Simulated, double PlantedHazardRatio, int Screened, int Enrolled, int Plates,
    long JournalPosition, string Seal, string PlanHash, string ReportSha256);
