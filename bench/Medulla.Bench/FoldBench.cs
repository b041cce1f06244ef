using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;

namespace Medulla.Bench;

/// <summary>Opening a study: read, verify every seal, fold.</summary>
static class FoldBench
{
    const int Group = 5000;
    const int Runs = 3;

    static readonly StudyKey Key = new("bench");

    public static async Task<string> RunAsync(BenchFolder folder, int entries)
    {
        await using var journal = await SqliteJournal.OpenAsync(folder.File("journal.db"), CancellationToken.None);
        await FillAsync(journal, entries);

        var read = await MeasureAsync(async () =>
        {
            await foreach (var _ in journal.RowsAsync(Key, 1, long.MaxValue, CancellationToken.None)) { }
        });
        var verify = await MeasureAsync(() => JournalVerifier.VerifyAsync(journal, Key, CancellationToken.None));
        var decode = await MeasureAsync(async () =>
        {
            await foreach (var row in journal.RowsAsync(Key, 1, long.MaxValue, CancellationToken.None))
                FactCatalogue.Read(row.FactName, row.FactVersion, row.Payload);
        });
        var open = await MeasureAsync(async () =>
            (await StudyDesk.OpenAsync(journal, Key, TimeProvider.System, CancellationToken.None)).Dispose());

        return string.Create(CultureInfo.InvariantCulture, $"""
            fold, {entries} saves, best of {Runs} in one process
              read             {read:0.00} s, {entries / read:0} per second
              read and verify  {verify:0.00} s, {entries / verify:0} per second
              read and decode  {decode:0.00} s, {entries / decode:0} per second
              open a study     {open:0.00} s, {entries / open:0} per second
            """);
    }

    static async Task FillAsync(SqliteJournal journal, int entries)
    {
        using var desk = await StudyDesk.OpenAsync(journal, Key, TimeProvider.System, CancellationToken.None);
        var actor = new Actor("bench");
        await desk.SubmitAsync(new Tell([.. FormSave.Opening]), actor, CancellationToken.None);
        for (var number = 0; number < entries; number += Group)
        {
            ImmutableArray<Fact> facts = [.. Enumerable.Range(number, Math.Min(Group, entries - number))
                .Select(index => new FormSave(index).Fact)];
            await desk.SubmitAsync(new Tell(facts), actor, CancellationToken.None);
        }
    }

    static async Task<double> MeasureAsync(Func<Task> work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return best;
    }
}
