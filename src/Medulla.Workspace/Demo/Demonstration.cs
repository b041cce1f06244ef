using System.Collections.Immutable;
using Medulla.Assays.Calibration;
using Medulla.Study.Analysis;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Workspace.Reports;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Demo;

/// <summary>What the demo did, with what a person wants to see of it.</summary>
/// <param name="Plates">One a plate, in the order of the files.</param>
public sealed record Demonstrated(
    DemoSummary Summary, string SummaryPath, ImmutableArray<PlateComparison> Plates, PlanResults Cohort, PlanResults Study);

/// <summary>The main job on real plates, on a real cohort and on a simulated study.</summary>
public static class Demonstration
{
    /// <summary>Runs the three parts in a workspace; a second run goes on where the first stopped.</summary>
    public static async Task<Demonstrated> RunAsync(
        WorkspaceFolder workspace, DemoSources sources, TimeProvider clock,
        IProgress<DemoProgress> progress, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var plates = await DemoPlates.CompareAsync(sources, progress, cancellation);

        await using var journal = await SqliteJournal.OpenAsync(workspace.JournalPath, cancellation);
        using var cohort = await StudyDesk.OpenAsync(journal, DemoCohort.Key, clock, cancellation);
        await DemoCohort.RunAsync(cohort, workspace, sources, progress, cancellation);
        using var study = await StudyDesk.OpenAsync(journal, DemoStudy.Key, clock, cancellation);
        await new DemoStudy(study, workspace, sources, progress, cancellation).RunAsync();

        using (var key = workspace.OpenCheckpointKey())
            foreach (var desk in new[] { cohort, study })
                workspace.Checkpoints.Take(key, desk.Study.Key, desk.Head, clock);

        var reports = (await ReportFiles.WriteAsync(cohort, workspace.ReportsPath, at: null, cancellation))
            .AddRange(await ReportFiles.WriteAsync(study, workspace.ReportsPath, at: null, cancellation))
            .Select(report => report with { Path = Path.GetRelativePath(workspace.FullPath, report.Path).Replace('\\', '/') })
            .ToImmutableArray();
        var (cohortResults, studyResults) = (PlanResults.Of(cohort.Study), PlanResults.Of(study.Study));

        var summary = new DemoSummary(
            new PlatesSummary(
                DemoPlates.FileCount, plates.Sum(plate => plate.PrintedCount), plates.Sum(plate => plate.ComparedCount),
                plates.Max(plate => plate.WorstDifference ?? 0)),
            OfCohort(cohortResults, Sha256Of(reports, DemoCohort.Key)),
            OfStudy(study, Sha256Of(reports, DemoStudy.Key)),
            reports, Math.Round(clock.GetElapsedTime(started).TotalSeconds, 2));
        var path = Path.Combine(workspace.FullPath, "summary.json");
        await File.WriteAllTextAsync(path, summary.ToJson(), cancellation);
        return new Demonstrated(summary, path, plates, cohortResults, studyResults);
    }

    static CohortSummary OfCohort(PlanResults results, string reportSha256)
    {
        var followed = results.Table.Rows.Where(row => row is { Marker: not null, Times.IsEmpty: false }).ToList();
        return new CohortSummary(
            DemoCohort.FileName, results.Table.Rows.Length, followed.Count,
            followed.Count(row => row.Times.Values.Any(time => time.EventObserved)), reportSha256);
    }

    static StudySummary OfStudy(StudyDesk desk, string reportSha256) => new(
        Simulated: true, desk.Study.Simulation!.PlantedHazardRatio,
        desk.Study.Participants.Count, desk.Study.EnrolledParticipants.Count(), desk.Study.Results.Count,
        desk.Head.Position, Seal.Text(desk.Head.Seal), desk.Study.Plan!.Sha256, reportSha256);

    static string Sha256Of(IEnumerable<WrittenReport> reports, StudyKey study) =>
        reports.First(report => report.Path.Contains(study.Value, StringComparison.Ordinal)).Sha256;
}
