using Medulla.Workspace.Journals;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests;

public sealed class WorkspaceFolderTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_a_study_needs_lies_in_one_folder()
    {
        var workspace = WorkspaceFolder.Open(folder.File("study"));
        using var key = workspace.OpenCheckpointKey();
        await workspace.Attachments.StoreAsync("plate"u8.ToArray(), Cancellation);
        Directory.CreateDirectory(workspace.ReportsPath);
        await using (var journal = await new JournalAddress.SqliteFile(workspace.JournalPath).OpenAsync(Cancellation))
        using (var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation))
        {
            await desk.FillAsync(3);
            workspace.Checkpoints.Take(key, Key, desk.Head, SetClock.Start());
        }

        Assert.Equal(["attachments", "checkpoints", "journal.db", "keys", "reports"],
            Directory.GetFileSystemEntries(workspace.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("study", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(folder.Path))));
    }

    [Fact]
    public void The_journal_is_the_workspaces_file_unless_another_is_named()
    {
        var workspace = WorkspaceFolder.Open(folder.Path);

        Assert.Equal(new JournalAddress.SqliteFile(workspace.JournalPath), JournalAddress.Of(workspace, null));
        Assert.Equal(new JournalAddress.SqliteFile(workspace.JournalPath), JournalAddress.Of(workspace, ""));
        Assert.Equal(new JournalAddress.SqliteFile("D:\\data\\j.db"), JournalAddress.Of(workspace, "D:\\data\\j.db"));
        Assert.Equal(new JournalAddress.PostgresDatabase("Host=db;Database=medulla"),
            JournalAddress.Of(workspace, "Host=db;Database=medulla"));
    }
}
