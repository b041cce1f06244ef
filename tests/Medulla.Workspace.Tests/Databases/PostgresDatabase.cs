using Medulla.Workspace.Journals;
using Npgsql;

namespace Medulla.Workspace.Tests.Databases;

/// <summary>A schema of the tests' server.</summary>
public sealed class PostgresDatabase(string address) : TestDatabase
{
    public string Address => address;

    public override async Task<IJournal> OpenAsync() => await PostgresJournal.OpenAsync(address, TestStudy.Cancellation);

    public override async Task RunSqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync(TestStudy.Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestStudy.Cancellation);
    }

    public override Task DropGuardsAsync() => RunSqlAsync("""
        DROP TRIGGER journal_refuses_update ON journal;
        DROP TRIGGER journal_refuses_delete ON journal;
        DROP TRIGGER journal_refuses_truncate ON journal
        """);

    public override string Literal(byte[] seal) => $@"'\x{Convert.ToHexString(seal)}'";

    public override async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(address);
        NpgsqlConnection.ClearPool(connection);
        GC.SuppressFinalize(this);
    }
}
