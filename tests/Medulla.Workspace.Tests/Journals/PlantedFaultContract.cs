using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Journal;
using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests.Journals;

/// <summary>Whoever owns the database changes something; verifying names it.</summary>
public abstract class PlantedFaultContract(Func<ValueTask<TestDatabase>> make) : OnDatabase(make)
{
    const int Entries = 12;

    [Fact]
    public async Task A_journal_nobody_touched_is_sound()
    {
        var head = await FilledAsync();

        var verdict = await VerifyAsync(await CheckpointAsync(5), await CheckpointAsync(Entries));

        Assert.True(verdict.IsSound);
        Assert.Equal((Entries, 2), (verdict.EntriesSound, verdict.CheckpointsAgreeing));
        Assert.True(verdict.Head.IsAt(head));
        Assert.Equal($"aml: 12 entries, seal {Seal.Text(head.Seal)}", verdict.ToString());
    }

    [Theory]
    [InlineData("payload = replace(payload, '54', '55')")]
    [InlineData("actor = 'somebody else'")]
    [InlineData("recorded_at = '2025-07-31T08:00:00.0000000Z'")]
    [InlineData("fact_name = 'ParticipantEnrolled'")]
    [InlineData("fact_version = 2")]
    public async Task An_edited_entry_is_named(string edit)
    {
        await FilledAsync();
        await AttackAsync($"UPDATE journal SET {edit} WHERE study = 'aml' AND position = 7");

        await ShouldFindAsync(
            JournalFaultKind.Altered, 7, "Entry 7 of study aml does not carry its seal", "aml: entry 7 altered");
    }

    [Fact]
    public async Task A_first_entry_that_was_edited_is_named()
    {
        await FilledAsync();
        await AttackAsync("UPDATE journal SET actor = 'x' WHERE study = 'aml' AND position = 1");

        await ShouldFindAsync(JournalFaultKind.Altered, 1, "Entry 1 of study aml", "aml: entry 1 altered");
    }

    [Fact]
    public async Task An_edited_entry_with_a_new_seal_breaks_the_one_behind_it()
    {
        await FilledAsync();
        await ResealAsync(from: 7, to: 7);

        await ShouldFindAsync(
            JournalFaultKind.Altered, 8, "it was altered, or entry 7 was resealed.", "aml: entry 8 altered");
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        await FilledAsync();
        await AttackAsync("DELETE FROM journal WHERE study = 'aml' AND position = 4");

        await ShouldFindAsync(
            JournalFaultKind.Missing, 4, "Entry 4 of study aml is missing: entry 5 follows entry 3.", "aml: entry 4 missing");
    }

    [Fact]
    public async Task Swapped_entries_are_told_from_altered_ones()
    {
        await FilledAsync();
        await AttackAsync(
            "UPDATE journal SET position = 99 WHERE study = 'aml' AND position = 3",
            "UPDATE journal SET position = 3 WHERE study = 'aml' AND position = 9",
            "UPDATE journal SET position = 9 WHERE study = 'aml' AND position = 99");

        await ShouldFindAsync(
            JournalFaultKind.Reordered, 3, "Entry 3 of study aml stands at position 9", "aml: entry 3 reordered");
    }

    [Fact]
    public async Task An_entry_of_another_study_is_named_with_where_it_comes_from()
    {
        await FilledAsync();
        using (var other = await DeskAsync(Other))
            await other.FillAsync(6);
        await AttackAsync($"UPDATE journal SET study = 'aml', position = 13 WHERE study = '{Other}' AND position = 5");

        await ShouldFindAsync(
            JournalFaultKind.Foreign, 13, "Entry 13 of study aml is entry 5 of study aml-二期.", "aml: entry 13 foreign");
    }

    [Fact]
    public async Task A_cut_tail_is_found_by_a_checkpoint_and_by_nothing_else()
    {
        await FilledAsync();
        var checkpoint = await CheckpointAsync(Entries);
        await AttackAsync("DELETE FROM journal WHERE study = 'aml' AND position > 10");
        await RestoreAsync();

        Assert.True((await VerifyAsync()).IsSound);
        var fault = Assert.Single((await VerifyAsync(checkpoint)).Faults);
        Assert.Equal((JournalFaultKind.Truncated, 11), (fault.Kind, fault.Position));
        Assert.StartsWith("Study aml ends at entry 10, but checkpoint 12 of 2025-08-01T09:00:00Z saw 12:", fault.Message.En);
    }

    [Fact]
    public async Task A_desk_that_knows_a_checkpoint_does_not_open_an_older_copy()
    {
        await FilledAsync();
        var known = new CheckpointReading([await CheckpointAsync(5), await CheckpointAsync(Entries)], []);
        using (var desk = await StudyDesk.OpenAsync(await JournalAsync(), Key, SetClock.Start(), known, Cancellation))
            Assert.Equal(Entries, desk.Study.Position);
        await AttackAsync("DELETE FROM journal WHERE study = 'aml' AND position > 10");
        await RestoreAsync();

        var journal = await JournalAsync();
        var error = await Assert.ThrowsAsync<JournalAlteredException>(() =>
            StudyDesk.OpenAsync(journal, Key, SetClock.Start(), known, Cancellation));

        Assert.Equal((JournalFaultKind.Truncated, 11), (error.Fault.Kind, error.Fault.Position));
    }

    [Fact]
    public async Task An_older_copy_that_was_continued_is_told_from_one_written_anew()
    {
        await FilledAsync();
        var (early, late) = (await CheckpointAsync(8), await CheckpointAsync(Entries));
        await AttackAsync("DELETE FROM journal WHERE study = 'aml' AND position > 10");
        await RestoreAsync();
        using (var desk = await DeskAsync(clock: new SetClock(late.TakenAt.AddDays(1))))
            await desk.SubmitAsync(new ScreenNext(Criteria: 3), Nurse, Cancellation);

        var verdict = await VerifyAsync(late, early);

        var fault = Assert.Single(verdict.Faults);
        Assert.Equal((JournalFaultKind.RolledBack, 9), (fault.Kind, fault.Position));
        Assert.Contains("an older copy was put back and continued, somewhere from entry 9 on.", fault.Message.En);
        Assert.Equal(1, verdict.CheckpointsAgreeing);
    }

    [Fact]
    public async Task A_journal_written_anew_with_new_seals_is_found_by_a_checkpoint_and_by_nothing_else()
    {
        await FilledAsync();
        var (early, late) = (await CheckpointAsync(4), await CheckpointAsync(Entries));
        await ResealAsync(from: 7, to: Entries);
        await RestoreAsync();

        Assert.True((await VerifyAsync()).IsSound);
        var fault = Assert.Single((await VerifyAsync(early, late)).Faults);
        Assert.Equal((JournalFaultKind.Rewritten, 5), (fault.Kind, fault.Position));
        Assert.Contains("entries were written anew, somewhere from entry 5 on.", fault.Message.En);
    }

    [Fact]
    public async Task An_altered_journal_does_not_open_and_the_entry_is_named()
    {
        await FilledAsync();
        await AttackAsync("UPDATE journal SET actor = 'x' WHERE study = 'aml' AND position = 7");
        await RestoreAsync();

        var error = await Assert.ThrowsAsync<JournalAlteredException>(() => DeskAsync());

        Assert.Equal(7, error.Fault.Position);
        Assert.StartsWith("Entry 7 of study aml does not carry its seal", error.Message);
    }

    [Fact]
    public async Task An_entry_altered_later_is_not_shown_on_the_audit_page()
    {
        await FilledAsync();
        using var desk = await DeskAsync();
        await AttackAsync("UPDATE journal SET actor = 'x' WHERE study = 'aml' AND position = 7");

        var error = await Assert.ThrowsAsync<JournalAlteredException>(async () =>
        {
            await foreach (var entry in desk.EntriesAsync(7, 7, Cancellation))
                Assert.Fail($"Shown: {entry}");
        });

        Assert.Equal(7, error.Fault.Position);
    }

    async Task<JournalHead> FilledAsync()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(Entries);
        return desk.Head;
    }

    async Task AttackAsync(params ImmutableArray<string> statements)
    {
        await Database.DropGuardsAsync();
        foreach (var statement in statements)
            await Database.RunSqlAsync(statement);
    }

    async Task RestoreAsync() => await (await JournalAsync()).RestoreGuardsAsync(Cancellation);

    async Task<Checkpoint> CheckpointAsync(long position) => new(
        Key, position, Seal.Text((await RowsAsync(position, position))[0].Seal), SetClock.Start().Now.AddHours(1));

    /// <summary>Changes one entry and seals it and those behind it anew, as somebody would who knows how.</summary>
    async Task ResealAsync(long from, long to)
    {
        var before = JournalHead.Of((await RowsAsync(from - 1, from - 1))[0]);
        var statements = ImmutableArray.CreateBuilder<string>();
        foreach (var row in await RowsAsync(from, to))
        {
            var forged = row with { Actor = "forger" };
            before = new JournalHead(row.Position, Seal.Over(before.Seal, forged));
            statements.Add(string.Create(CultureInfo.InvariantCulture,
                $"UPDATE journal SET actor = 'forger', seal = {Database.Literal(before.Seal)} "
                + $"WHERE position = {row.Position}"));
        }
        await AttackAsync(statements.ToImmutable());
    }

    async Task ShouldFindAsync(JournalFaultKind kind, long position, string message, string line)
    {
        await RestoreAsync();
        var verdict = await VerifyAsync();
        var fault = Assert.Single(verdict.Faults);
        Assert.Equal((kind, position), (fault.Kind, fault.Position));
        Assert.Contains(message, fault.Message.En);
        Assert.Equal(line, verdict.ToString());
        Assert.Equal(position - 1, verdict.EntriesSound);
    }
}

public sealed class SqlitePlantedFaultTests() : PlantedFaultContract(SqliteDatabase.MakeAsync);
