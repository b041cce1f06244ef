using Medulla.Study.Journal;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using Npgsql;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

public sealed class PostgresJournalTests(PostgresServer server) : JournalContract(server.MakeDatabaseAsync)
{
    [Theory]
    [InlineData("TRUNCATE journal")]
    [InlineData("SET session_replication_role = replica; TRUNCATE journal")]
    [InlineData("SET session_replication_role = replica; DELETE FROM journal")]
    [InlineData("INSERT INTO journal VALUES ('aml', 1, '', '', '', 1, 'forged', sha256('')) "
        + "ON CONFLICT (study, position) DO UPDATE SET payload = 'forged'")]
    public async Task The_database_itself_refuses_the_ways_around_too(string sql)
    {
        await (await JournalAsync()).AppendAsync(JournalHead.Origin, Group(JournalHead.Origin, "1", "2"), Cancellation);

        var error = await Assert.ThrowsAsync<PostgresException>(() => Database.RunSqlAsync(sql));

        Assert.Contains("A journal entry is never changed or deleted", error.MessageText);
        Assert.Equal(["1", "2"], (await RowsAsync()).Select(row => row.Payload));
    }

    [Theory]
    [InlineData("ALTER TABLE journal DISABLE TRIGGER journal_refuses_delete", "journal_refuses_delete")]
    [InlineData("ALTER TABLE journal ENABLE TRIGGER journal_refuses_update", "journal_refuses_update")]
    [InlineData("DROP TRIGGER journal_refuses_truncate ON journal", "journal_refuses_truncate")]
    public async Task A_guard_that_was_weakened_is_named(string sql, string guard)
    {
        var journal = await JournalAsync();
        await Database.RunSqlAsync(sql);

        Assert.Equal([guard], await journal.MissingGuardsAsync(Cancellation));
    }

    [Fact]
    public async Task A_guard_whose_function_was_emptied_is_named()
    {
        var journal = await JournalAsync();
        await Database.RunSqlAsync(
            "CREATE OR REPLACE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");

        Assert.Equal(3, (await journal.MissingGuardsAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task A_server_that_acknowledges_before_it_flushes_is_not_used()
    {
        var careless = $"{((PostgresDatabase)Database).Address};Options=-c synchronous_commit=off";

        var error = await Assert.ThrowsAsync<JournalNotOpenedException>(() =>
            PostgresJournal.OpenAsync(careless, Cancellation));

        Assert.StartsWith("Found synchronous_commit = off at 127.0.0.1:", error.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_without_its_password()
    {
        var error = await Assert.ThrowsAsync<JournalNotOpenedException>(() => PostgresJournal.OpenAsync(
            "Host=127.0.0.1;Port=1;Database=medulla;Username=m;Password=secret;Timeout=3", Cancellation));

        Assert.StartsWith("Found no journal at 127.0.0.1:1/medulla: ", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
    }

    [Fact]
    public async Task A_connection_that_broke_does_not_stop_the_desk()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(3);
        await Database.RunSqlAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'idle' "
            + "AND query LIKE '%INSERT INTO journal%'");

        var broken = await Record.ExceptionAsync(() => desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation));
        if (broken is not null)
            Assert.IsType<JournalNotWrittenException>(broken);
        var decision = await desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation);

        Assert.IsType<Decision.Accepted>(decision);
        var verdict = await VerifyAsync();
        Assert.True(verdict.IsSound);
        Assert.Equal(desk.Head.Position, verdict.EntriesSound);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_one_table()
    {
        await CloseAsync();
        var journals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Database.OpenAsync)));

        Assert.Empty(await journals[0].MissingGuardsAsync(Cancellation));
        foreach (var journal in journals)
            await journal.DisposeAsync();
    }
}

public sealed class PostgresPlantedFaultTests(PostgresServer server) : PlantedFaultContract(server.MakeDatabaseAsync);

public sealed class PostgresStudyDeskTests(PostgresServer server) : StudyDeskContract(server.MakeDatabaseAsync);
