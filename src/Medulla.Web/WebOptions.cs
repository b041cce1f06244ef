using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;

namespace Medulla.Web;

/// <summary>What the pages stand on.</summary>
public sealed record WebOptions
{
    public const int DefaultPort = 5180;

    /// <summary>Holds every study that is shown. Stays the caller's: the host does not close it.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>Where attachments and reports lie; null when the journal stands alone.</summary>
    public WorkspaceFolder? Workspace { get; init; }

    /// <summary>Who acts, until somebody can sign in.</summary>
    public required Actor Actor { get; init; }

    /// <summary>On 127.0.0.1; 0 takes any free port.</summary>
    public int Port { get; init; } = DefaultPort;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
