using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Medulla.Figures;
using Medulla.Study.Journal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Medulla.Workspace.Journals;

/// <summary>A journal in one SQLite file: write-ahead log, every commit flushed before it is acknowledged.</summary>
/// <remarks>
/// SQLite works on the calling thread, whatever the signature says: a task given back here is already done, but for the
/// wait for another writer. Several processes may open one file on one machine.
/// </remarks>
public sealed class SqliteJournal : IJournal
{
    const int BusyMilliseconds = 10_000;

    readonly SqliteConnection writer;
    readonly string readerAddress;
    readonly SemaphoreSlim gate = new(1, 1);
    readonly SqliteCommand begin;
    readonly SqliteCommand commit;
    readonly SqliteCommand insert;
    readonly SqliteCommand selectHead;

    static SqliteJournal() => Batteries_V2.Init();

    SqliteJournal(string path, SqliteConnection writer, string readerAddress)
    {
        Place = path;
        this.writer = writer;
        this.readerAddress = readerAddress;
        begin = Command(writer, "BEGIN IMMEDIATE");
        commit = Command(writer, "COMMIT");
        insert = Command(writer, $"""
            INSERT INTO journal (study, {SqliteRows.Columns})
            SELECT $study, $position, $recordedAt, $actor, $factName, $factVersion, $payload, $seal
            WHERE (SELECT seal FROM journal WHERE study = $study ORDER BY position DESC LIMIT 1) IS $before
            """,
            "$study", "$position", "$recordedAt", "$actor", "$factName", "$factVersion", "$payload", "$seal", "$before");
        selectHead = Command(writer,
            "SELECT position, seal FROM journal WHERE study = $study ORDER BY position DESC LIMIT 1", "$study");
    }

    public string Place { get; }

    /// <summary>Opens the file, and makes it when there is none.</summary>
    /// <exception cref="JournalNotOpenedException">A network share, a newer file, no journal, no write-ahead log.</exception>
    public static async Task<SqliteJournal> OpenAsync(string path, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        if (NetworkShare.Holds(full))
            throw new JournalNotOpenedException(new Bilingual(
                $"Found {full} on a network share. Expected a disk of this machine: file locks over a network lose entries. "
                + "Several machines share a journal through PostgreSQL.",
                $"{full} 位于网络共享盘，日志文件须放在本机磁盘；多台机器共用请使用 PostgreSQL。"));

        var address = new SqliteConnectionStringBuilder { DataSource = full, Pooling = false };
        var connection = new SqliteConnection(address.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            Prepare(connection, full);
            (address.Pooling, address.Mode) = (true, SqliteOpenMode.ReadOnly);
            return new SqliteJournal(full, connection, readerAddress: address.ToString());
        }
        catch (SqliteException error)
        {
            await connection.DisposeAsync();
            throw new JournalNotOpenedException(new Bilingual(
                $"Found a file that does not open as a journal: {full} ({error.Message}).",
                $"无法打开日志文件 {full}（{error.Message}）。"), error);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<Appending> AppendAsync(JournalHead after, ImmutableArray<JournalRow> rows, CancellationToken cancellation)
    {
        RowGroup.Require(after, rows);
        await gate.WaitAsync(cancellation);
        try
        {
            return Append(after, rows);
        }
        catch (SqliteException error)
        {
            throw new JournalNotWrittenException(new Bilingual(
                $"Entry {rows[0].Position} of study {rows[0].Study} was not written to {Place}: {Cause(error)}. "
                + "Nothing was stored.",
                $"研究 {rows[0].Study} 第 {rows[0].Position} 条记录未能写入 {Place}：{Cause(error)}。没有存入任何内容。"), error);
        }
        finally
        {
            gate.Release();
        }
    }

    public async IAsyncEnumerable<JournalRow> RowsAsync(
        StudyKey study, long from, long to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = new SqliteConnection(readerAddress);
        await reader.OpenAsync(cancellation);
        await using var command = SqliteRows.Select(reader, study.Value, from, to);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return SqliteRows.Read(study, rows);
    }

    public async Task<JournalHead> HeadAsync(StudyKey study, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return Head(study.Value);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<ImmutableArray<StudyKey>> StudiesAsync(CancellationToken cancellation)
    {
        await using var reader = new SqliteConnection(readerAddress);
        await reader.OpenAsync(cancellation);
        await using var command = Command(reader, JournalSql.Studies);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var studies = ImmutableArray.CreateBuilder<StudyKey>();
        while (await rows.ReadAsync(cancellation))
            studies.Add(new StudyKey(rows.GetString(0)));
        return studies.ToImmutable();
    }

    public async Task<ImmutableArray<string>> MissingGuardsAsync(CancellationToken cancellation)
    {
        await using var reader = new SqliteConnection(readerAddress);
        await reader.OpenAsync(cancellation);
        return SqliteSchema.MissingGuards(reader);
    }

    public async Task RestoreGuardsAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            SqliteSchema.RestoreGuards(writer);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Readers first: the last to close folds the log into the file, and a reader may not. Pooled ones would also
        // keep the file open, and Windows would not let go of it.
        await using (var reader = new SqliteConnection(readerAddress))
            SqliteConnection.ClearPool(reader);
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[begin, commit, insert, selectHead])
            command.Dispose();
        await writer.DisposeAsync();
        gate.Dispose();
    }

    /// <summary>For tests that limit the file or take its guards away.</summary>
    internal void ExecuteOnWriter(string sql) => writer.Execute(sql);

    internal object? ReadOnWriter(string sql) => writer.Scalar(sql);

    static void Prepare(SqliteConnection connection, string path)
    {
        connection.Execute($"PRAGMA busy_timeout = {BusyMilliseconds}");
        if (connection.Scalar("PRAGMA user_version") is long version and > SqliteSchema.Version)
            throw new JournalNotOpenedException(new Bilingual(
                $"Found a journal of format {version} in {path}. Expected at most {SqliteSchema.Version}; "
                + "a newer program made it.",
                $"{path} 的日志格式为 {version}，本程序最高支持 {SqliteSchema.Version}；该文件由更新版本的程序建立。"));

        connection.Execute(SqliteSchema.Page);
        if (connection.Scalar("PRAGMA journal_mode = WAL") is not "wal")
            throw new JournalNotOpenedException(new Bilingual(
                $"Found no write-ahead log for {path}. Expected a disk and folder that can be written to.",
                $"{path} 无法启用预写日志，须使用可写的磁盘和文件夹。"));
        connection.Execute("PRAGMA synchronous = FULL");
        if (connection.Scalar("PRAGMA synchronous") is not 2L)
            throw new JournalNotOpenedException(new Bilingual(
                $"SQLite does not flush {path} at every commit. Expected synchronous=FULL.", $"SQLite 未在每次提交时写盘：{path}。"));
        SqliteSchema.Create(connection);
    }

    Appending Append(JournalHead after, ImmutableArray<JournalRow> rows)
    {
        // One row needs no transaction of its own: the statement is one, and it looks at the entry before it.
        if (rows.Length == 1 && TryInsert(rows[0], after))
            return new Appending.Written();

        begin.ExecuteNonQuery();
        try
        {
            var head = Head(rows[0].Study);
            if (head.Position > after.Position)
                return new Appending.PositionTaken(Newer(rows[0].Study, after.Position));
            if (!head.IsAt(after))
                throw JournalSql.NoLongerThere(rows[0].Study, after);

            foreach (var row in rows)
            {
                if (!TryInsert(row, head))
                    throw JournalSql.NoLongerThere(row.Study, head);
                head = JournalHead.Of(row);
            }
            commit.ExecuteNonQuery();
            return new Appending.Written();
        }
        finally
        {
            // Some failures have rolled back by themselves, such as a full disk.
            if (raw.sqlite3_get_autocommit(writer.Handle) == 0)
                writer.Execute("ROLLBACK");
        }
    }

    /// <returns>False when the last entry is not <paramref name="before"/>: then nothing was stored.</returns>
    bool TryInsert(JournalRow row, JournalHead before)
    {
        var values = insert.Parameters;
        values[0].Value = row.Study;
        values[1].Value = row.Position;
        values[2].Value = row.RecordedAt;
        values[3].Value = row.Actor;
        values[4].Value = row.FactName;
        values[5].Value = row.FactVersion;
        values[6].Value = row.Payload;
        values[7].Value = row.Seal;
        values[8].Value = before.Position == 0 ? DBNull.Value : before.Seal;
        return insert.ExecuteNonQuery() == 1;
    }

    JournalHead Head(string study)
    {
        selectHead.Parameters[0].Value = study;
        using var rows = selectHead.ExecuteReader();
        return rows.Read() ? new JournalHead(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : JournalHead.Origin;
    }

    ImmutableArray<JournalRow> Newer(string study, long after)
    {
        using var command = SqliteRows.Select(writer, study, after + 1, long.MaxValue);
        using var rows = command.ExecuteReader();
        var newer = ImmutableArray.CreateBuilder<JournalRow>();
        while (rows.Read())
            newer.Add(SqliteRows.Read(new StudyKey(study), rows));
        return newer.ToImmutable();
    }

    static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, value: null));
        return command;
    }

    static string Cause(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk is full",
        raw.SQLITE_READONLY => "the file is read-only",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds the file",
        raw.SQLITE_IOERR => "the disk reported an error",
        _ => error.Message,
    };
}
