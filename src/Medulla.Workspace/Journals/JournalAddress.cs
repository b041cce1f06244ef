using System.Data.Common;

namespace Medulla.Workspace.Journals;

/// <summary>Where a journal is: a file of this machine, or a PostgreSQL database.</summary>
public abstract record JournalAddress
{
    /// <summary>The environment variable that names another journal than the workspace's file.</summary>
    public const string Variable = "MEDULLA_JOURNAL";

    JournalAddress() { }

    public sealed record SqliteFile(string Path) : JournalAddress;

    /// <param name="ConnectionString">As Npgsql takes it, such as <c>Host=db;Database=medulla;Username=medulla</c>.</param>
    public sealed record PostgresDatabase(string ConnectionString) : JournalAddress
    {
        /// <summary>Without the connection string: it may hold a password, and this is what a log would show.</summary>
        public override string ToString() => nameof(PostgresDatabase);
    }

    /// <param name="named">A connection string or a path; null or empty for the file of the workspace.</param>
    public static JournalAddress Of(WorkspaceFolder workspace, string? named) => named switch
    {
        null or "" => new SqliteFile(workspace.JournalPath),
        _ when NamesHost(named) => new PostgresDatabase(named),
        _ => new SqliteFile(named),
    };

    public async Task<IJournal> OpenAsync(CancellationToken cancellation) => this switch
    {
        SqliteFile file => await SqliteJournal.OpenAsync(file.Path, cancellation),
        PostgresDatabase database => await PostgresJournal.OpenAsync(database.ConnectionString, cancellation),
        _ => throw new InvalidOperationException($"Found an address of type {GetType().Name}. Expected a file or a database."),
    };

    static bool NamesHost(string text)
    {
        try
        {
            var words = new DbConnectionStringBuilder { ConnectionString = text };
            return words.ContainsKey("Host") || words.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false; // a path
        }
    }
}
