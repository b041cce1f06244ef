using System.Collections.Immutable;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Medulla.Figures;
using Medulla.Study.Journal;
using Npgsql;

namespace Medulla.Workspace.Journals;

/// <summary>A journal in a PostgreSQL database, for several machines that work on one study.</summary>
public sealed class PostgresJournal : IJournal
{
    const string Columns = "position, recorded_at, actor, fact_name, fact_version, payload, seal";

    readonly NpgsqlDataSource source;

    PostgresJournal(string place, NpgsqlDataSource source) => (Place, this.source) = (place, source);

    public string Place { get; }

    /// <summary>Connects, and makes the table when there is none.</summary>
    /// <exception cref="JournalNotOpenedException">No connection, no UTF-8, or a server that does not flush.</exception>
    public static async Task<PostgresJournal> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        var place = string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}/{address.Database}");
        var opened = NpgsqlDataSource.Create(address);
        try
        {
            await using var connection = await opened.OpenConnectionAsync(cancellation);
            await RequireAsync(connection, place, "server_encoding", found => found == "UTF8", "UTF8", cancellation);
            await RequireAsync(connection, place, "fsync", found => found == "on", "on", cancellation);
            await RequireAsync(connection, place, "synchronous_commit", found => found != "off", "on", cancellation);
            await CreateAsync(connection, cancellation);
            return new PostgresJournal(place, opened);
        }
        catch (Exception error) when (error is NpgsqlException or SocketException)
        {
            await opened.DisposeAsync();
            throw new JournalNotOpenedException(new Bilingual(
                $"Found no journal at {place}: {error.Message}.", $"无法打开日志 {place}：{error.Message}。"), error);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public async Task<Appending> AppendAsync(JournalHead after, ImmutableArray<JournalRow> rows, CancellationToken cancellation)
    {
        RowGroup.Require(after, rows);
        try
        {
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(AppendCommand(after, rows));
            batch.BatchCommands.Add(NewerCommand(rows[0].Study, after));
            await using var answer = await batch.ExecuteReaderAsync(cancellation);

            await answer.ReadAsync(cancellation);
            if (answer.GetInt64(0) == 1)
                return new Appending.Written();

            await answer.NextResultAsync(cancellation);
            var newer = ImmutableArray.CreateBuilder<JournalRow>();
            while (await answer.ReadAsync(cancellation))
                newer.Add(Row(rows[0].Study, answer));
            return newer.Count > 0
                ? new Appending.PositionTaken(newer.ToImmutable())
                : throw JournalSql.NoLongerThere(rows[0].Study, after);
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or IOException or TimeoutException)
        {
            throw new JournalNotWrittenException(new Bilingual(
                $"Entry {rows[0].Position} of study {rows[0].Study} was not acknowledged by {Place}: {error.Message}.",
                $"{Place} 未确认研究 {rows[0].Study} 第 {rows[0].Position} 条记录：{error.Message}。"), error);
        }
    }

    public async IAsyncEnumerable<JournalRow> RowsAsync(
        StudyKey study, long from, long to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            $"SELECT {Columns} FROM journal WHERE study = $1 AND position BETWEEN $2 AND $3 ORDER BY position");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = study.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return Row(study.Value, rows);
    }

    public async Task<JournalHead> HeadAsync(StudyKey study, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "SELECT position, seal FROM journal WHERE study = $1 ORDER BY position DESC LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = study.Value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? new JournalHead(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1))
            : JournalHead.Origin;
    }

    public async Task<ImmutableArray<StudyKey>> StudiesAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(JournalSql.Studies);
        var names = await NamesAsync(command, cancellation);
        return [.. names.Select(StudyKey.Of)];
    }

    public async Task<ImmutableArray<string>> MissingGuardsAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(PostgresSchema.PresentGuards);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PostgresSchema.RefusingBody });
        var present = await NamesAsync(command, cancellation);
        return [.. PostgresSchema.Guards.Except(present)];
    }

    public async Task RestoreGuardsAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(PostgresSchema.CreateGuards);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    static NpgsqlBatchCommand AppendCommand(JournalHead after, ImmutableArray<JournalRow> rows) => new(PostgresSchema.Append)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = rows[0].Study },
            new NpgsqlParameter<long[]> { TypedValue = [.. rows.Select(row => row.Position)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.RecordedAt)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Actor)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.FactName)] },
            new NpgsqlParameter<int[]> { TypedValue = [.. rows.Select(row => row.FactVersion)] },
            new NpgsqlParameter<string[]> { TypedValue = [.. rows.Select(row => row.Payload)] },
            new NpgsqlParameter<byte[][]> { TypedValue = [.. rows.Select(row => row.Seal)] },
            new NpgsqlParameter<long> { TypedValue = after.Position },
            new NpgsqlParameter<byte[]> { TypedValue = after.Seal },
        },
    };

    static NpgsqlBatchCommand NewerCommand(string study, JournalHead after) => new(PostgresSchema.Newer)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = study },
            new NpgsqlParameter<long> { TypedValue = after.Position },
        },
    };

    static JournalRow Row(string study, NpgsqlDataReader rows) => new(
        study, rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3),
        rows.GetInt32(4), rows.GetString(5), rows.GetFieldValue<byte[]>(6));

    static async Task<List<string>> NamesAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var names = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            names.Add(rows.GetString(0));
        return names;
    }

    static async Task RequireAsync(
        NpgsqlConnection connection, string place, string setting, Func<string, bool> isGood, string expected,
        CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT current_setting($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = setting });
        var found = (string)(await command.ExecuteScalarAsync(cancellation))!;
        if (!isGood(found))
            throw new JournalNotOpenedException(new Bilingual(
                $"Found {setting} = {found} at {place}. Expected {expected}: "
                + "what is acknowledged must be on the disk, to the byte.",
                $"{place} 的 {setting} 为 {found}，应为 {expected}：已确认的内容必须逐字节写盘。"));
    }

    static async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(PostgresSchema.Alone);
        await using var exists = new NpgsqlCommand("SELECT to_regclass('journal') IS NOT NULL", connection, transaction);
        if (await exists.ExecuteScalarAsync(cancellation) is false)
        {
            await ExecuteAsync(PostgresSchema.Table);
            await ExecuteAsync(PostgresSchema.CreateGuards);
        }
        await transaction.CommitAsync(cancellation);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
