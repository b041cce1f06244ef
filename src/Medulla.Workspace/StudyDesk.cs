using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Workspace.Checkpoints;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace;

/// <summary>Where one study is worked on: follows its journal, lets the study decide, appends what it decided.</summary>
/// <remarks>
/// Several desks, also on several machines, may work on one study: the journal's key judges between them, and the one that
/// comes second folds what is new and decides again. Await starts here; everything that decides is below and pure.
/// </remarks>
public sealed class StudyDesk : IDisposable
{
    const int MostAttempts = 200;

    readonly IJournal journal;
    readonly StudyKey key;
    readonly TimeProvider clock;
    readonly SemaphoreSlim gate = new(1, 1);
    volatile Folded current;
    long conflicts;

    StudyDesk(IJournal journal, StudyKey key, TimeProvider clock, Folded current)
    {
        (this.journal, this.key, this.clock, this.current) = (journal, key, clock, current);
    }

    /// <summary>The study as last followed.</summary>
    public StudyState Study => current.Study;

    /// <summary>The last entry folded.</summary>
    public JournalHead Head => current.Head;

    /// <summary>How often somebody else was first since this desk was opened.</summary>
    public long Conflicts => Interlocked.Read(ref conflicts);

    /// <summary>Folds the journal of a study from its first entry, verifying every seal.</summary>
    /// <exception cref="JournalAlteredException">Names the first entry that is not what was sealed.</exception>
    /// <exception cref="JournalNotOpenedException">A guard is gone, or an entry is of a newer program.</exception>
    public static Task<StudyDesk> OpenAsync(
        IJournal journal, StudyKey study, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(journal, study, clock, CheckpointReading.None, cancellation);

    /// <param name="checkpoints">A journal that contradicts a genuine one does not open: yesterday's copy was put back.</param>
    /// <inheritdoc cref="OpenAsync(IJournal, StudyKey, TimeProvider, CancellationToken)"/>
    public static async Task<StudyDesk> OpenAsync(
        IJournal journal, StudyKey study, TimeProvider clock, CheckpointReading checkpoints, CancellationToken cancellation)
    {
        if (await journal.MissingGuardsAsync(cancellation) is [_, ..] missing)
            throw new JournalNotOpenedException(new Bilingual(
                $"Found no {string.Join(", ", missing)} in {journal.Place}. Expected the triggers that refuse changes: "
                + "verify the journal against its checkpoints, then restore them.",
                $"{journal.Place} 缺少触发器 {string.Join("、", missing)}，无法拒绝改动；先用检查点核验日志，再恢复触发器。"));

        var comparison = new CheckpointComparison(study, checkpoints.Genuine);
        var folded = Folded.Empty(study);
        await foreach (var row in journal.RowsAsync(study, 1, long.MaxValue, cancellation))
        {
            folded = Fold(folded, row);
            comparison.See(row);
        }
        var faults = ImmutableArray.CreateBuilder<JournalFault>();
        comparison.Close(folded.Head, isBroken: false, faults);
        return faults.Count == 0
            ? new StudyDesk(journal, study, clock, folded)
            : throw new JournalAlteredException(faults[0]);
    }

    /// <summary>Asks the study, and stores what it decides: all of its facts or none.</summary>
    /// <returns>Accepted: the facts are on the disk and folded. Refused: nothing has changed.</returns>
    /// <exception cref="JournalNotWrittenException">Not acknowledged; <see cref="Study"/> is as before.</exception>
    /// <exception cref="JournalAlteredException">The journal changed under this desk.</exception>
    public async Task<Decision> SubmitAsync(ICommand command, Actor actor, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor.Name, nameof(actor));
        await gate.WaitAsync(cancellation);
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var decision = current.Study.Decide(command);
                if (decision is Decision.Accepted accepted)
                {
                    if (await TryAppendAsync(accepted.Facts, actor))
                        return accepted;
                    Interlocked.Increment(ref conflicts);
                }
                // A refusal holds only for the study as it is now: what is new may have removed the reason.
                else if (await FollowInsideAsync(cancellation) == 0)
                {
                    return decision;
                }
            }
        }
        finally
        {
            gate.Release();
        }

        throw new JournalNotWrittenException(new Bilingual(
            $"Others were first {MostAttempts} times. Nothing was stored in study {key}; submit again.",
            $"连续 {MostAttempts} 次被其他写入抢先，研究 {key} 没有存入任何内容；再次提交即可。"));
    }

    /// <summary>Folds what others have written.</summary>
    public async Task<StudyState> FollowAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            await FollowInsideAsync(cancellation);
            return Study;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The study as it was once the entry at <paramref name="position"/> had been written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The journal does not reach that far.</exception>
    public async Task<StudyState> StudyAtAsync(long position, CancellationToken cancellation) =>
        (await AtAsync(position, cancellation)).Study;

    /// <summary>The same, with the seal of that entry.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The journal does not reach that far.</exception>
    public async Task<StudyAt> AtAsync(long position, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        var latest = current;
        if (position == latest.Head.Position)
            return new StudyAt(latest.Study, latest.Head);
        var folded = await FoldAsync(journal, Folded.Empty(key), position, cancellation);
        return folded.Head.Position == position
            ? new StudyAt(folded.Study, folded.Head)
            : throw new ArgumentOutOfRangeException(
                nameof(position), position, $"Study {key} has {folded.Head.Position} entries.");
    }

    /// <summary>Entries as the audit page shows them, both ends included, each with its seal verified.</summary>
    public async IAsyncEnumerable<JournalEntry> EntriesAsync(
        long from, long to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = Math.Max(from, 1);
        var before = first == 1 ? JournalHead.Origin : null;
        await foreach (var row in journal.RowsAsync(key, Math.Max(first - 1, 1), to, cancellation))
        {
            if (before is not null)
            {
                if (SealChain.FaultOf(row, before) is { } fault)
                    throw new JournalAlteredException(fault);
                yield return new JournalEntry(
                    key, row.Position, JournalRow.ParseTime(row.RecordedAt), Actor.Parse(row.Actor), ReadFact(row));
            }
            before = JournalHead.Of(row);
        }
    }

    public void Dispose() => gate.Dispose();

    async Task<bool> TryAppendAsync(ImmutableArray<Fact> facts, Actor actor)
    {
        // Folded first: a fact that could not be read back or applied must not reach the journal.
        var (rows, after) = Seal(facts, actor);
        Appending appending;
        try
        {
            // Not cancelled half-way: whoever waits learns whether it was stored.
            appending = await journal.AppendAsync(current.Head, rows, CancellationToken.None);
        }
        catch (JournalNotWrittenException)
        {
            // A connection may break after the commit and before the answer. The last seal covers the whole group.
            if (await IsStoredAsync(rows[^1]))
                appending = new Appending.Written();
            else
                throw;
        }

        current = appending is Appending.PositionTaken taken ? taken.Newer.Aggregate(current, Fold) : after;
        return appending is Appending.Written;
    }

    (ImmutableArray<JournalRow> Rows, Folded After) Seal(ImmutableArray<Fact> facts, Actor actor)
    {
        var (after, name) = (current, actor.ToString());
        var recordedAt = Later(JournalRow.Format(clock.GetUtcNow()), after.RecordedAt);
        var rows = ImmutableArray.CreateBuilder<JournalRow>(facts.Length);
        foreach (var fact in facts)
        {
            var (factName, factVersion, payload) = FactCatalogue.Write(fact);
            var position = after.Head.Position + 1;
            var seal = Medulla.Study.Journal.Seal.Over(
                after.Head.Seal, key.Value, position, recordedAt, name, factName, factVersion, payload);
            var row = new JournalRow(key.Value, position, recordedAt, name, factName, factVersion, payload, seal);
            rows.Add(row);
            after = after.With(row, ReadFact(row));
        }
        return (rows.MoveToImmutable(), after);
    }

    // A clock that was set back must not put an entry before the one it follows.
    static string Later(string now, string previous) => string.CompareOrdinal(now, previous) < 0 ? previous : now;

    async Task<long> FollowInsideAsync(CancellationToken cancellation)
    {
        var before = current.Head.Position;
        current = await FoldAsync(journal, current, long.MaxValue, cancellation);
        return current.Head.Position - before;
    }

    async Task<bool> IsStoredAsync(JournalRow row)
    {
        try
        {
            await foreach (var stored in journal.RowsAsync(key, row.Position, row.Position, CancellationToken.None))
                return stored.Seal.AsSpan().SequenceEqual(row.Seal);
        }
        catch (System.Data.Common.DbException)
        {
            return false; // not to be reached: the first failure is the one to tell
        }
        return false;
    }

    static async Task<Folded> FoldAsync(IJournal journal, Folded folded, long to, CancellationToken cancellation)
    {
        await foreach (var row in journal.RowsAsync(folded.Study.Key, folded.Head.Position + 1, to, cancellation))
            folded = Fold(folded, row);
        return folded;
    }

    static Folded Fold(Folded before, JournalRow row) => SealChain.FaultOf(row, before.Head) is { } fault
        ? throw new JournalAlteredException(fault)
        : before.With(row, ReadFact(row));

    static Fact ReadFact(JournalRow row)
    {
        try
        {
            return FactCatalogue.Read(row.FactName, row.FactVersion, row.Payload);
        }
        catch (FormatException error)
        {
            throw new JournalNotOpenedException(new Bilingual(
                $"Entry {row.Position} of study {row.Study}: {error.Message}",
                $"研究 {row.Study} 第 {row.Position} 条记录无法读取：{error.Message}"), error);
        }
    }

    /// <param name="RecordedAt">Of the last entry, as stored; empty before the first.</param>
    sealed record Folded(StudyState Study, JournalHead Head, string RecordedAt)
    {
        public static Folded Empty(StudyKey key) => new(StudyState.Empty(key), JournalHead.Origin, "");

        public Folded With(JournalRow row, Fact fact) => new(Study.Apply(fact), JournalHead.Of(row), row.RecordedAt);
    }
}

/// <summary>A study as it stood at an entry, with that entry's place and seal.</summary>
public sealed record StudyAt(StudyState Study, JournalHead Head);
