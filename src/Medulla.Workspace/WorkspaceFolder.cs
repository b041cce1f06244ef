using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace;

/// <summary>The folder in which a workspace lives: journal, attachments, checkpoints, keys, reports.</summary>
/// <remarks>Nothing is written outside it.</remarks>
public sealed class WorkspaceFolder
{
    WorkspaceFolder(string path)
    {
        FullPath = path;
        Attachments = new AttachmentStore(Folder("attachments"));
        Checkpoints = new CheckpointFolder(Folder("checkpoints"));
    }

    public string FullPath { get; }

    public string JournalPath => Path.Combine(FullPath, "journal.db");

    public AttachmentStore Attachments { get; }

    /// <summary>Beside the journal they do not find a rollback of the whole folder: keep a copy elsewhere.</summary>
    public CheckpointFolder Checkpoints { get; }

    /// <summary>Opens the folder, and makes it when there is none.</summary>
    public static WorkspaceFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        return new WorkspaceFolder(full);
    }

    /// <summary>The journal of this workspace: <see cref="JournalPath"/>, or where <c>MEDULLA_JOURNAL</c> says.</summary>
    public Task<IJournal> OpenJournalAsync(CancellationToken cancellation) =>
        JournalAddress.Of(this, Environment.GetEnvironmentVariable(JournalAddress.Variable)).OpenAsync(cancellation);

    /// <summary>Made at first use.</summary>
    public CheckpointKey OpenCheckpointKey() => CheckpointKey.Open(Folder("keys"));

    /// <summary>Where a report of this name goes; its folder is made.</summary>
    /// <exception cref="ArgumentException">The name leads out of the reports folder.</exception>
    public string ReportPath(string name)
    {
        var reports = Folder("reports");
        var path = Path.GetFullPath(Path.Combine(reports, name));
        if (!path.StartsWith(reports + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException($"Found report name '{name}'. Expected one inside {reports}.", nameof(name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    string Folder(string name) => Path.Combine(FullPath, name);
}
