using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Medulla.Workspace.Journals;

/// <summary>The one table of a journal file, and the triggers that keep it append-only.</summary>
static class SqliteSchema
{
    /// <summary>Kept in <c>user_version</c>; a file with a higher one was made by a newer program.</summary>
    public const int Version = 1;

    // Rows of more than a quarter of a page go to overflow pages in a WITHOUT ROWID table: 8 KB, and before the table exists.
    public const string Page = "PRAGMA page_size = 8192";

    const string Table = """
        CREATE TABLE journal (
            study TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position > 0),
            recorded_at TEXT NOT NULL,
            actor TEXT NOT NULL,
            fact_name TEXT NOT NULL,
            fact_version INTEGER NOT NULL,
            payload TEXT NOT NULL,
            seal BLOB NOT NULL CHECK (length(seal) = 32),
            PRIMARY KEY (study, position)
        ) STRICT, WITHOUT ROWID
        """;

    // INSERT OR REPLACE removes a row without firing a DELETE trigger: hence the third.
    static readonly ImmutableArray<(string Name, string Sql)> Guards =
    [
        ("journal_refuses_update", """
            CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'A journal entry is never changed.'); END
            """),
        ("journal_refuses_delete", """
            CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'A journal entry is never deleted.'); END
            """),
        ("journal_grows_at_its_end", """
            CREATE TRIGGER journal_grows_at_its_end BEFORE INSERT ON journal
            WHEN NEW.position <> 1 + (SELECT coalesce(max(position), 0) FROM journal WHERE study = NEW.study)
            BEGIN SELECT RAISE(ABORT, 'A journal entry follows the last one.'); END
            """),
    ];

    const string TriggerSql = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = $name";

    public static void Create(SqliteConnection connection)
    {
        if (Exists(connection))
            return; // also on a medium that cannot be written to
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!Exists(connection))
        {
            connection.Execute(Table);
            foreach (var (_, sql) in Guards)
                connection.Execute(sql);
            connection.Execute($"PRAGMA user_version = {Version}");
        }
        transaction.Commit();
    }

    /// <summary>Names of the triggers that are gone or say something else.</summary>
    public static ImmutableArray<string> MissingGuards(SqliteConnection connection) =>
    [
        .. from guard in Guards
           where connection.Scalar(TriggerSql, ("$name", guard.Name)) as string != guard.Sql
           select guard.Name,
    ];

    static bool Exists(SqliteConnection connection) =>
        connection.Scalar("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'journal'") is not 0L;

    public static void RestoreGuards(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var (name, sql) in Guards)
        {
            connection.Execute($"DROP TRIGGER IF EXISTS {name}");
            connection.Execute(sql);
        }
        transaction.Commit();
    }

    extension(SqliteConnection connection)
    {
        public void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        public object? Scalar(string sql, params ReadOnlySpan<(string Name, object Value)> values)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value);
            return command.ExecuteScalar();
        }
    }
}
