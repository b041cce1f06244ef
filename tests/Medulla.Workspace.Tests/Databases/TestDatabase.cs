using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Tests.Databases;

/// <summary>An empty place for a journal, and what somebody with the database's password can do to it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Another connection to the same journal, as another node would have it.</summary>
    public abstract Task<IJournal> OpenAsync();

    /// <summary>Runs SQL past the journal.</summary>
    public abstract Task RunSqlAsync(string sql);

    /// <summary>Takes the guards away.</summary>
    public abstract Task DropGuardsAsync();

    /// <summary>A seal as this database's SQL writes it.</summary>
    public abstract string Literal(byte[] seal);

    public abstract ValueTask DisposeAsync();
}
