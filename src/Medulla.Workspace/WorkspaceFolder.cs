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

    /// <summary>Made when the first report is written.</summary>
    public string ReportsPath => Folder("reports");

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

    string Folder(string name) => Path.Combine(FullPath, name);
}
