using System.Collections.Immutable;
using Medulla.Study.Journal;
using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Tests.Databases;

/// <summary>Tests that hold whatever database the journal is in: the subclass says which.</summary>
public abstract class OnDatabase(Func<ValueTask<TestDatabase>> make) : IAsyncLifetime
{
    readonly List<IJournal> opened = [];

    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await make();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Database is not null)
            await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task CloseAsync()
    {
        foreach (var journal in opened)
            await journal.DisposeAsync();
        opened.Clear();
    }

    protected async Task<IJournal> JournalAsync()
    {
        var journal = await Database.OpenAsync();
        opened.Add(journal);
        return journal;
    }

    protected async Task<StudyDesk> DeskAsync(StudyKey? study = null, TimeProvider? clock = null) => await StudyDesk.OpenAsync(
        await JournalAsync(), study ?? TestStudy.Key, clock ?? SetClock.Start(), TestStudy.Cancellation);

    protected async Task<JournalVerdict> VerifyAsync(params ImmutableArray<Checkpoint> checkpoints) =>
        await JournalVerifier.VerifyAsync(
            await JournalAsync(), TestStudy.Key, new CheckpointReading(checkpoints, []), TestStudy.Cancellation);

    protected async Task<List<JournalRow>> RowsAsync(long from = 1, long to = long.MaxValue)
    {
        var rows = new List<JournalRow>();
        await foreach (var row in (await JournalAsync()).RowsAsync(TestStudy.Key, from, to, TestStudy.Cancellation))
            rows.Add(row);
        return rows;
    }
}
