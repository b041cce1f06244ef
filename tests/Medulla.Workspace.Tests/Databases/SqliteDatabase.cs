using Medulla.Workspace.Journals;
using Microsoft.Data.Sqlite;

namespace Medulla.Workspace.Tests.Databases;

/// <summary>A journal file in a folder of its own.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    readonly TestFolder folder = new();

    public string Path => folder.File("journal.db");

    public static ValueTask<TestDatabase> MakeAsync() => ValueTask.FromResult<TestDatabase>(new SqliteDatabase());

    public override async Task<IJournal> OpenAsync() => await SqliteJournal.OpenAsync(Path, TestStudy.Cancellation);

    public override async Task RunSqlAsync(string sql) => await ScalarAsync(sql);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(TestStudy.Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestStudy.Cancellation);
    }

    public override Task DropGuardsAsync() => RunSqlAsync(
        "DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete; DROP TRIGGER journal_grows_at_its_end");

    public override string Literal(byte[] seal) => $"X'{Convert.ToHexString(seal)}'";

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
