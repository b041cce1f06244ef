using System.Collections.Immutable;
using Medulla.Study.Journal;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

/// <summary>What every journal does, whatever database it is in.</summary>
public abstract class JournalContract(Func<ValueTask<TestDatabase>> make) : OnDatabase(make)
{
    protected static JournalRow Row(JournalHead after, string payload, string actor = "nurse") =>
        Row(Key, after, payload, actor);

    protected static JournalRow Row(StudyKey study, JournalHead after, string payload, string actor = "nurse")
    {
        var row = new JournalRow(
            study.Value, after.Position + 1, "2025-08-01T08:00:00.0000000Z", actor, "Said", 1, payload, []);
        return row with { Seal = Seal.Over(after.Seal, row) };
    }

    protected static ImmutableArray<JournalRow> Group(JournalHead after, params IEnumerable<string> payloads)
    {
        var rows = ImmutableArray.CreateBuilder<JournalRow>();
        foreach (var payload in payloads)
        {
            rows.Add(Row(after, payload));
            after = JournalHead.Of(rows[^1]);
        }
        return rows.ToImmutable();
    }

    [Theory]
    [InlineData("{\"remark\":\"骨髓瘦素，𠮷野家 “引号” \"}")]
    [InlineData("{'; DROP TABLE journal; --\"\\\" $1 $payload {0} %s}")]
    [InlineData("\u0001\u0002\t\r\n\u001f\u007f\u0085\u2028\ufeff\ufffd end")]
    [InlineData("")]
    [InlineData("  {\"kept\" : 1.0e0 , \"kept\":2 } ")]
    public async Task Gives_back_every_byte_it_was_given(string text)
    {
        var row = Row(JournalHead.Origin, text, actor: text + "!");
        await (await JournalAsync()).AppendAsync(JournalHead.Origin, [row], Cancellation);

        var read = Assert.Single(await RowsAsync());
        Assert.Equal(row with { Seal = read.Seal }, read);
        Assert.Equal(row.Seal, read.Seal);
        Assert.True(SealChain.IsSealed(read, JournalHead.Origin));
    }

    [Fact]
    public async Task Refuses_a_text_that_could_not_be_given_back()
    {
        var journal = await JournalAsync();

        var half = await Assert.ThrowsAsync<ArgumentException>(() =>
            journal.AppendAsync(JournalHead.Origin, [Row(JournalHead.Origin, "half \ud842")], Cancellation));
        var nul = await Assert.ThrowsAsync<ArgumentException>(() =>
            journal.AppendAsync(JournalHead.Origin, [Row(JournalHead.Origin, "nul \0")], Cancellation));

        Assert.StartsWith("Found half a surrogate pair in entry 1.", half.Message);
        Assert.StartsWith("Found the character NUL in entry 1.", nul.Message);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task The_second_at_a_position_learns_what_the_first_wrote_and_stores_nothing()
    {
        var (first, second) = (await JournalAsync(), await JournalAsync());
        var theirs = Group(JournalHead.Origin, "theirs 1", "theirs 2");

        var won = await first.AppendAsync(JournalHead.Origin, theirs, Cancellation);
        var lost = await second.AppendAsync(
            JournalHead.Origin, Group(JournalHead.Origin, "ours", "ours", "ours"), Cancellation);

        Assert.IsType<Appending.Written>(won);
        var taken = Assert.IsType<Appending.PositionTaken>(lost);
        Assert.Equal(["theirs 1", "theirs 2"], taken.Newer.Select(row => row.Payload));
        Assert.Equal(["theirs 1", "theirs 2"], (await RowsAsync()).Select(row => row.Payload));
        Assert.True((await first.HeadAsync(Key, Cancellation)).IsAt(JournalHead.Of(theirs[1])));
    }

    [Fact]
    public async Task Does_not_append_behind_an_entry_that_is_no_longer_there()
    {
        var journal = await JournalAsync();
        var rows = Group(JournalHead.Origin, "1", "2", "3");
        await journal.AppendAsync(JournalHead.Origin, rows, Cancellation);
        await Database.DropGuardsAsync();
        await Database.RunSqlAsync("DELETE FROM journal WHERE position = 3");

        var head = JournalHead.Of(rows[2]);
        var error = await Assert.ThrowsAsync<JournalAlteredException>(() =>
            journal.AppendAsync(head, Group(head, "4"), Cancellation));

        Assert.StartsWith("Entry 3 of study aml, as it was read, is no longer in the journal.", error.Message);
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task Keeps_studies_apart_and_lists_them_in_the_order_of_their_keys()
    {
        var journal = await JournalAsync();
        foreach (var study in (StudyKey[])[Other, Key, new("B")])
            await journal.AppendAsync(JournalHead.Origin, [Row(study, JournalHead.Origin, study.Value)], Cancellation);

        Assert.Equal(["B", "aml", "aml-二期"], (await journal.StudiesAsync(Cancellation)).Select(study => study.Value));
        Assert.Equal("aml", Assert.Single(await RowsAsync()).Payload);
    }

    [Fact]
    public async Task An_empty_journal_has_no_study_and_stands_at_its_origin()
    {
        var journal = await JournalAsync();

        Assert.Empty(await journal.StudiesAsync(Cancellation));
        Assert.True((await journal.HeadAsync(Key, Cancellation)).IsAt(JournalHead.Origin));
    }

    [Fact]
    public async Task Reads_from_a_position_to_a_position()
    {
        var journal = await JournalAsync();
        await journal.AppendAsync(JournalHead.Origin, Group(JournalHead.Origin, "1", "2", "3", "4"), Cancellation);

        Assert.Equal(["2", "3"], (await RowsAsync(from: 2, to: 3)).Select(row => row.Payload));
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = '{}' WHERE position = 1")]
    [InlineData("DELETE FROM journal WHERE position = 2")]
    [InlineData("DELETE FROM journal")]
    public async Task The_database_itself_refuses_to_change_an_entry(string sql)
    {
        var journal = await JournalAsync();
        var rows = Group(JournalHead.Origin, "1", "2");
        await journal.AppendAsync(JournalHead.Origin, rows, Cancellation);

        var error = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Database.RunSqlAsync(sql));

        Assert.Contains("A journal entry is never", error.Message);
        Assert.Equal(["1", "2"], (await RowsAsync()).Select(row => row.Payload));
    }

    [Fact]
    public async Task A_desk_does_not_open_a_journal_without_its_guards_until_they_are_restored()
    {
        using (var desk = await DeskAsync())
            await desk.FillAsync(2);
        await Database.DropGuardsAsync();

        var error = await Assert.ThrowsAsync<JournalNotOpenedException>(() => DeskAsync());
        Assert.Contains("journal_refuses_update", error.Message);
        Assert.Contains("journal_refuses_delete", error.Message);
        var verdict = await VerifyAsync();
        Assert.Contains(verdict.Faults, fault => fault.Kind == JournalFaultKind.Unguarded);
        Assert.Equal(2, verdict.EntriesSound);

        await (await JournalAsync()).RestoreGuardsAsync(Cancellation);
        using var reopened = await DeskAsync();
        Assert.Equal(2, reopened.Study.Position);
        Assert.True((await VerifyAsync()).IsSound);
    }
}
