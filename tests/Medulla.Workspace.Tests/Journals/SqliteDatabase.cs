using Medulla.Workspace.Journals;
using Microsoft.Data.Sqlite;

namespace Medulla.Workspace.Tests.Journals;

/// <summary>A journal file in a folder of its own, and the raw SQL of somebody who has the file.</summary>
sealed class SqliteDatabase : IDisposable
{
    public const string DropGuards =
        "DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete; DROP TRIGGER journal_grows_at_its_end";

    readonly TestFolder folder = new();

    public string Path => folder.File("journal.db");

    public async Task<IJournal> OpenAsync() => await SqliteJournal.OpenAsync(Path, TestStudy.Cancellation);

    public async Task RunSqlAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(TestStudy.Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestStudy.Cancellation);
    }

    public void Dispose() => folder.Dispose();
}
