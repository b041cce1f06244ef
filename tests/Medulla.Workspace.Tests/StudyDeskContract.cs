using Medulla.Study;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Workspace.Journals;
using Medulla.Workspace.Tests.Databases;
using static Medulla.Workspace.Tests.TestStudy;

namespace Medulla.Workspace.Tests;

/// <summary>What a desk does, whatever database its journal is in.</summary>
public abstract class StudyDeskContract(Func<ValueTask<TestDatabase>> make) : OnDatabase(make)
{
    [Fact]
    public async Task What_is_accepted_is_stored_and_folded()
    {
        using var desk = await DeskAsync();

        var decision = await desk.SubmitAsync(new OpenStudy(null), Nurse, Cancellation);
        await desk.SubmitAsync(new ScreenNext(Criteria: 2), Nurse, Cancellation);

        Assert.IsType<Decision.Accepted>(decision);
        Assert.Equal(4, desk.Study.Position);
        Assert.Equal(2, desk.Study.Participants[Participant(1)].Answers.Count);
        using var reopened = await DeskAsync();
        Assert.True(reopened.Head.IsAt(desk.Head));
        Assert.Equal(["I1", "I2"], reopened.Study.Participants[Participant(1)].Answers.Keys);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_trace()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(2);
        var before = desk.Study;

        var decision = await desk.SubmitAsync(new OpenStudy(null), Nurse, Cancellation);

        Assert.Equal("study-already-open", Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons).Rule);
        Assert.Same(before, desk.Study);
        Assert.Equal(2, (await RowsAsync()).Count);
    }

    [Fact]
    public async Task A_refusal_is_decided_on_what_others_have_written_since()
    {
        using var stale = await DeskAsync();
        using var other = await DeskAsync();
        await other.FillAsync(2);
        var command = new AnswerCriteria(Participant(1), Answered(1, "I1").Answers);

        var decision = await stale.SubmitAsync(command, Nurse, Cancellation);

        // Unknown to the desk when it was asked; known, with a definition that lacks the criterion, once it had followed.
        Assert.Equal("criterion-unknown", Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons).Rule);
    }

    [Fact]
    public async Task Follows_what_another_desk_wrote()
    {
        using var desk = await DeskAsync();
        using var other = await DeskAsync();
        await other.FillAsync(5);

        Assert.Equal(0, desk.Study.Position);
        Assert.Equal(5, (await desk.FollowAsync(Cancellation)).Position);
        Assert.True(desk.Head.IsAt(other.Head));
    }

    [Fact]
    public async Task Shows_the_study_as_it_was_at_a_position()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(6);

        var earlier = await desk.StudyAtAsync(3, Cancellation);

        Assert.Equal((3, 2), (earlier.Position, earlier.Participants.Count));
        Assert.Equal((6, 5), (desk.Study.Position, desk.Study.Participants.Count));
        Assert.Equal(0, (await desk.StudyAtAsync(0, Cancellation)).Position);
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.StudyAtAsync(7, Cancellation));
        Assert.StartsWith("Study aml has 6 entries.", error.Message);
    }

    [Fact]
    public async Task Gives_the_entries_of_the_audit_page()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(6);

        var entries = new List<JournalEntry>();
        await foreach (var entry in desk.EntriesAsync(2, 3, Cancellation))
            entries.Add(entry);

        Assert.Equal([2, 3], entries.Select(entry => entry.Position));
        Assert.Equal(new JournalEntry(Key, 2, SetClock.Start().Now, Nurse, Screened(1)), entries[0]);
    }

    [Fact]
    public async Task An_entry_is_never_recorded_before_the_one_it_follows()
    {
        var clock = SetClock.Start();
        using var desk = await DeskAsync(clock: clock);
        await desk.SubmitAsync(new Tell(Opened), Nurse, Cancellation);
        clock.Now = clock.Now.AddDays(-1);
        await desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation);
        clock.Now = clock.Now.AddDays(2);
        await desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation);

        Assert.Equal(
            ["2025-08-01T08:00:00.0000000Z", "2025-08-01T08:00:00.0000000Z", "2025-08-02T08:00:00.0000000Z"],
            (await RowsAsync()).Select(row => row.RecordedAt));
    }

    [Fact]
    public async Task A_fact_that_cannot_be_applied_does_not_reach_the_journal()
    {
        using var desk = await DeskAsync();
        await desk.FillAsync(2);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            desk.SubmitAsync(new Tell(Screened(9), Answered(number: 10, "I1")), Nurse, Cancellation));

        Assert.Equal((2, 1), (desk.Study.Position, desk.Study.Participants.Count));
        Assert.Equal(2, (await RowsAsync()).Count);
        Assert.IsType<Decision.Accepted>(await desk.SubmitAsync(new ScreenNext(), Nurse, Cancellation));
    }

    [Fact]
    public async Task Two_desks_that_race_with_groups_of_different_lengths_leave_one_unbroken_chain()
    {
        const int Commands = 60;
        using var first = await DeskAsync();
        using var second = await DeskAsync();
        await first.FillAsync(1);

        await Task.WhenAll(RaceAsync(first, index => index % 3), RaceAsync(second, index => 4 - (index % 5)));

        var stored = Enumerable.Range(0, Commands).Sum(index => 1 + (index % 3) + 1 + 4 - (index % 5));
        var verdict = await VerifyAsync();
        Assert.Empty(verdict.Faults);
        Assert.Equal(1 + stored, verdict.EntriesSound);
        Assert.Equal(2 * Commands, (await first.FollowAsync(Cancellation)).Participants.Count);
        Assert.True(first.Conflicts + second.Conflicts > 0, "The desks did not meet: the test proves nothing.");

        async Task RaceAsync(StudyDesk desk, Func<int, int> criteria)
        {
            await Task.Yield();
            for (var index = 0; index < Commands; index++)
                Assert.IsType<Decision.Accepted>(await desk.SubmitAsync(new ScreenNext(criteria(index)), Nurse, Cancellation));
        }
    }

    [Fact]
    public async Task Fifty_at_once_get_fifty_numbers_without_a_gap()
    {
        using var first = await DeskAsync();
        using var second = await DeskAsync();
        await first.FillAsync(1);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(index => Task.Run(() =>
            (index % 2 == 0 ? first : second).SubmitAsync(new ScreenNext(), Nurse, Cancellation))));

        var study = await second.FollowAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 50).Select(Participant), study.Participants.Keys);
        Assert.Equal(51, study.Position);
        Assert.True((await VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Two_who_change_one_value_both_stand_in_its_history()
    {
        using var first = await DeskAsync();
        using var second = await DeskAsync();
        await first.FillAsync(2);
        await second.FollowAsync(Cancellation);
        const int Each = 25;

        await Task.WhenAll(ChangeAsync(first), ChangeAsync(second));

        var study = await first.FollowAsync(Cancellation);
        Assert.Equal($"{2 * Each}", study.Participants[Participant(1)].AnswerTo("I1").Evidence);
        Assert.Equal(2 + (2 * Each), study.Position);

        async Task ChangeAsync(StudyDesk desk)
        {
            await Task.Yield();
            for (var change = 0; change < Each; change++)
                await desk.SubmitAsync(new CountOneMore(), Nurse, Cancellation);
        }
    }

    [Fact]
    public async Task Studies_in_one_journal_do_not_see_each_other()
    {
        using var desk = await DeskAsync();
        using var other = await DeskAsync(Other);
        await Task.WhenAll(desk.FillAsync(10), other.FillAsync(20));

        Assert.Equal((10, 20), (desk.Study.Position, other.Study.Position));
        Assert.True((await VerifyAsync()).IsSound);
    }

    /// <summary>Reads a number from the study and writes the next one: a lost update shows in the sum.</summary>
    sealed record CountOneMore : ICommand
    {
        public Decision Decide(StudyState study)
        {
            var evidence = study.Participants[Participant(1)].AnswerTo("I1").Evidence;
            var count = evidence.Length == 0 ? 0 : int.Parse(evidence);
            return Decision.Accept(Answered(1, "I1", $"{count + 1}"));
        }
    }
}

public sealed class SqliteStudyDeskTests() : StudyDeskContract(SqliteDatabase.MakeAsync);
