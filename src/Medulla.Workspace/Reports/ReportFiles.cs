using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Medulla.Figures;
using Medulla.Study.Journal;
using Medulla.Study.Reporting;

namespace Medulla.Workspace.Reports;

/// <summary>A report as it lies on the disk.</summary>
/// <param name="Sha256">Of its bytes.</param>
public sealed record WrittenReport(string Path, string Sha256, bool Simulated);

/// <summary>Makes the report of a run and writes it, one file a language.</summary>
public static class ReportFiles
{
    const string SimulatedMark = "SIMULATED-";

    /// <summary>The report of the run that was the last one at an entry.</summary>
    /// <param name="at">Null for the end of the journal.</param>
    /// <returns>Null when the plan had not been run by then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The journal does not reach that far.</exception>
    public static async Task<StudyReport?> OfAsync(StudyDesk desk, long? at, CancellationToken cancellation)
    {
        var asked = at is { } position ? await desk.StudyAtAsync(position, cancellation) : desk.Study;
        if (asked.Analysis.LastRun is not { } run)
            return null;

        var (study, head) = await desk.AtAsync(run.Position, cancellation);
        return StudyReport.Of(study, new JournalStamp(head.Position, Seal.Text(head.Seal)));
    }

    /// <summary>Writes the report of a run in both languages; the same run gives the same bytes.</summary>
    /// <returns>Empty when the plan had not been run by then.</returns>
    public static async Task<ImmutableArray<WrittenReport>> WriteAsync(
        StudyDesk desk, string folder, long? at, CancellationToken cancellation)
    {
        if (await OfAsync(desk, at, cancellation) is not { } report)
            return [];

        Directory.CreateDirectory(folder);
        var written = ImmutableArray.CreateBuilder<WrittenReport>();
        foreach (var language in Enum.GetValues<Language>())
        {
            var path = Path.Combine(folder, FileName(report, language));
            var bytes = Encoding.UTF8.GetBytes(await ReportWriter.RenderAsync(report, language));
            await File.WriteAllBytesAsync(path, bytes, cancellation);
            written.Add(new WrittenReport(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), report.IsSimulated));
        }
        return written.ToImmutable();
    }

    /// <summary>Such as <c>SIMULATED-leptin-report.en.html</c>: simulated data are in the name.</summary>
    public static string FileName(StudyReport report, Language language)
    {
        var study = report.Study.Value.StartsWith(SimulatedMark, StringComparison.Ordinal)
            ? report.Study.Value[SimulatedMark.Length..]
            : report.Study.Value;
        return $"{(report.IsSimulated ? SimulatedMark : "")}{study}-report.{(language == Language.Chinese ? "zh" : "en")}.html";
    }
}
