using Medulla.Study.Analysis;
using Medulla.Study.Journal;
using Medulla.Tests;
using Medulla.Workspace.Demo;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Tests.Demo;

public sealed class DemonstrationTests : IDisposable
{
    static readonly DemoSources Sources = new(ReferenceFolder.ProjectRoot);

    readonly TestFolder folder = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task All_three_parts_run_and_the_summary_says_what_they_did()
    {
        var done = await RunAsync("one");
        var (plates, cohort, study) = (done.Summary.Plates, done.Summary.Cohort, done.Summary.Study);

        Assert.Equal((2, 202, 202), (plates.Files, plates.Printed, plates.Compared));
        Assert.InRange(plates.WorstDifference, 0, 0.0006);
        Assert.Equal((200, 188, 122), (cohort.Rows, cohort.Analysed, cohort.Events));
        Assert.Equal((true, 86), (study.Simulated, study.Enrolled));
        Assert.True(study.Screened > study.Enrolled);
        Assert.Equal(4, study.Plates);
        Assert.Equal(1, await RejectedPlatesAsync("one"));
        Assert.DoesNotContain(done.Study.Results, result => result is NotEstimable);

        var written = await File.ReadAllTextAsync(done.SummaryPath, Cancellation);
        Assert.StartsWith("{\n  \"plates\": {\n    \"files\": 2,", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wells_that_SoftMax_Pro_calls_out_of_range_are_those_outside_the_asymptotes()
    {
        var plates = (await RunAsync("one")).Plates;

        Assert.Equal(["H3", "", "H2 H3"], plates.Select(plate => string.Join(' ', plate.OutOfRangePrinted)));
        Assert.All(plates, plate => Assert.Equal(plate.OutOfRangePrinted.AsEnumerable(), plate.OutsideAsymptotes));
    }

    [Fact]
    public async Task Simulated_stands_in_every_name_and_first_line_made_from_it()
    {
        var done = await RunAsync("one");
        var reports = done.Summary.Reports.Where(report => report.Simulated).ToList();

        Assert.Equal(2, reports.Count);
        Assert.All(reports, report =>
        {
            Assert.Contains("SIMULATED", report.Path, StringComparison.Ordinal);
            Assert.Contains("SIMULATED", File.ReadLines(Path.Combine(folder.File("one"), report.Path)).First(), StringComparison.Ordinal);
        });
        await using var journal = await SqliteJournal.OpenAsync(Path.Combine(folder.File("one"), "journal.db"), Cancellation);
        using var desk = await StudyDesk.OpenAsync(journal, new StudyKey("SIMULATED-nct07163728"), SetClock.Start(), Cancellation);
        Assert.All(desk.Study.Results.Values, plate => Assert.StartsWith("SIMULATED-", plate.Source.FileName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_clock_gives_the_same_journal_and_the_same_bytes_elsewhere()
    {
        var (one, two) = (await RunAsync("one"), await RunAsync("two"));

        Assert.Equal(one.Summary.Study.Seal, two.Summary.Study.Seal);
        Assert.Equal(one.Summary.Reports.AsEnumerable(), two.Summary.Reports);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var (first, second) = (await RunAsync("one"), await RunAsync("one"));

        Assert.Equal(first.Summary.Study, second.Summary.Study);
        Assert.Equal(first.Summary.Reports.AsEnumerable(), second.Summary.Reports);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_and_ends_as_if_it_had_not_been()
    {
        var whole = await RunAsync("one");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Demonstration.RunAsync(
            WorkspaceFolder.Open(folder.File("stopped")), Sources, SetClock.Start(), new StopAt(700, stop), stop.Token));
        var continued = await RunAsync("stopped");

        Assert.Equal(whole.Summary.Study.Seal, continued.Summary.Study.Seal);
    }

    [Fact]
    public async Task What_somebody_else_wrote_into_an_unfinished_demo_is_not_overrun()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Demonstration.RunAsync(
            WorkspaceFolder.Open(folder.File("stopped")), Sources, SetClock.Start(), new StopAt(50, stop), stop.Token));
        await using (var journal = await SqliteJournal.OpenAsync(Path.Combine(folder.File("stopped"), "journal.db"), Cancellation))
        using (var desk = await StudyDesk.OpenAsync(journal, new StudyKey("SIMULATED-nct07163728"), SetClock.Start(), Cancellation))
            await desk.SubmitAsync(new LockDatabase(new DateOnly(2026, 1, 1), "mine"), TestStudy.Nurse, Cancellation);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("stopped"));

        Assert.Contains("start it anew with --fresh", error.Message, StringComparison.Ordinal);
    }

    Task<Demonstrated> RunAsync(string name) => Demonstration.RunAsync(
        WorkspaceFolder.Open(folder.File(name)), Sources, SetClock.Start(), new Progress<DemoProgress>(), Cancellation);

    async Task<int> RejectedPlatesAsync(string name)
    {
        await using var journal = await SqliteJournal.OpenAsync(Path.Combine(folder.File(name), "journal.db"), Cancellation);
        using var desk = await StudyDesk.OpenAsync(journal, new StudyKey("SIMULATED-nct07163728"), SetClock.Start(), Cancellation);
        return desk.Study.Results.Values.Count(plate => plate.RejectionReason is not null);
    }

    /// <summary>Somebody presses Ctrl+C while the study is under way.</summary>
    sealed class StopAt(int step, CancellationTokenSource stop) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (value is { Part: DemoPart.Study } && value.Done == step)
                stop.Cancel();
        }
    }
}
