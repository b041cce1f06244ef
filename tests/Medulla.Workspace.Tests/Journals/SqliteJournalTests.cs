using Medulla.Study.Journal;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using Microsoft.Data.Sqlite;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

public sealed class SqliteJournalTests() : JournalContract(SqliteDatabase.MakeAsync)
{
    SqliteDatabase File => (SqliteDatabase)Database;

    [Theory]
    [InlineData(1, "A journal entry follows the last one.")]
    [InlineData(7, "A journal entry follows the last one.")]
    public async Task An_insert_elsewhere_than_at_the_end_is_refused_even_as_a_replacement(long position, string message)
    {
        await (await JournalAsync()).AppendAsync(JournalHead.Origin, Group(JournalHead.Origin, "1", "2"), Cancellation);

        var error = await Assert.ThrowsAsync<SqliteException>(() => Database.RunSqlAsync(
            $"INSERT OR REPLACE INTO journal VALUES ('aml', {position}, '', '', '', 1, 'forged', zeroblob(32))"));

        Assert.Contains(message, error.Message);
        Assert.Equal(["1", "2"], (await RowsAsync()).Select(row => row.Payload));
    }

    [Fact]
    public async Task Is_a_file_of_8_KB_pages_with_a_write_ahead_log_flushed_at_every_commit()
    {
        await JournalAsync();

        Assert.Equal(8192L, await File.ScalarAsync("PRAGMA page_size"));
        Assert.Equal("wal", await File.ScalarAsync("PRAGMA journal_mode"));
        Assert.Equal(1L, await File.ScalarAsync("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_file_of_a_newer_program_is_not_opened()
    {
        await JournalAsync();
        await File.RunSqlAsync("PRAGMA user_version = 2");

        var error = await Assert.ThrowsAsync<JournalNotOpenedException>(JournalAsync);

        Assert.StartsWith($"Found a journal of format 2 in {File.Path}. Expected at most 1", error.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_not_opened_and_not_touched()
    {
        await System.IO.File.WriteAllTextAsync(File.Path, new string('x', 10_000), Cancellation);

        var error = await Assert.ThrowsAsync<JournalNotOpenedException>(JournalAsync);

        Assert.StartsWith($"Found a file that does not open as a journal: {File.Path}", error.Message);
        Assert.Equal(new string('x', 10_000), await System.IO.File.ReadAllTextAsync(File.Path, Cancellation));
    }

    [Fact]
    public async Task A_full_disk_is_said_clearly_stores_nothing_and_can_be_overcome()
    {
        var journal = (SqliteJournal)await JournalAsync();
        using var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation);
        await desk.FillAsync(20);
        journal.ExecuteOnWriter("PRAGMA max_page_count = 12");

        var before = desk.Study;
        JournalNotWrittenException? full = null;
        for (var attempt = 0; full is null && attempt < 1000; attempt++)
        {
            before = desk.Study;
            full = await Record.ExceptionAsync(() => desk.SubmitAsync(new ScreenNext(Criteria: 40), Nurse, Cancellation))
                as JournalNotWrittenException;
        }

        Assert.NotNull(full);
        Assert.EndsWith("the disk is full. Nothing was stored.", full.Message);
        Assert.Same(before, desk.Study);
        Assert.True((await journal.HeadAsync(Key, Cancellation)).IsAt(desk.Head));

        journal.ExecuteOnWriter("PRAGMA max_page_count = 1073741823");
        Assert.IsType<Decision.Accepted>(await desk.SubmitAsync(new ScreenNext(Criteria: 40), Nurse, Cancellation));
        var verdict = await VerifyAsync();
        Assert.True(verdict.IsSound);
        Assert.Equal(desk.Head.Position, verdict.EntriesSound);
        Assert.Equal(before.Position + 41, verdict.EntriesSound);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_to_says_so()
    {
        var journal = (SqliteJournal)await JournalAsync();
        using var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation);
        await desk.FillAsync(2);
        journal.ExecuteOnWriter("PRAGMA query_only = ON");

        var error = await Assert.ThrowsAsync<JournalNotWrittenException>(() =>
            desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation));

        Assert.EndsWith("the file is read-only. Nothing was stored.", error.Message);
        Assert.Equal(2, desk.Study.Position);
    }

    [Fact]
    public async Task A_read_only_file_can_be_read_and_says_so_when_it_is_written_to()
    {
        await using (var journal = await File.OpenAsync())
        using (var desk = await StudyDesk.OpenAsync(journal, Key, SetClock.Start(), Cancellation))
            await desk.FillAsync(2);
        System.IO.File.SetAttributes(File.Path, FileAttributes.ReadOnly);
        try
        {
            Assert.SkipWhen(Environment.IsPrivilegedProcess, "A privileged account writes to read-only files.");
            using var desk = await DeskAsync();
            Assert.Equal(2, desk.Study.Position);
            var error = await Assert.ThrowsAsync<JournalNotWrittenException>(() =>
                desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation));
            Assert.EndsWith("the file is read-only. Nothing was stored.", error.Message);
        }
        finally
        {
            System.IO.File.SetAttributes(File.Path, FileAttributes.Normal);
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_found_even_where_a_reader_would_replace_them()
    {
        await (await JournalAsync()).AppendAsync(
            JournalHead.Origin, Group(JournalHead.Origin, "1", "a\ufffdb", "3"), Cancellation);
        await Database.DropGuardsAsync();
        await Database.RunSqlAsync("UPDATE journal SET payload = CAST(X'61FF62' AS TEXT) WHERE position = 2");

        var fault = Assert.Single((await VerifyAsync()).Faults, fault => fault.Kind != JournalFaultKind.Unguarded);

        Assert.Equal((JournalFaultKind.Altered, 2), (fault.Kind, fault.Position));
    }

    [Fact]
    public async Task A_damaged_file_is_told_from_an_altered_entry()
    {
        using (var desk = await DeskAsync())
            await desk.FillAsync(400);
        await CloseAsync();
        await using (var file = new FileStream(File.Path, FileMode.Open, FileAccess.Write))
        {
            file.Position = 8192 * 4;
            await file.WriteAsync(new byte[8192], Cancellation);
        }

        var verdict = await VerifyAsync();

        Assert.False(verdict.IsSound);
        Assert.Equal(JournalFaultKind.Unreadable, verdict.Faults[0].Kind);
    }
}
