using System.Collections.Immutable;
using System.Data.Common;
using Medulla.Study.Journal;
using Medulla.Workspace.Checkpoints;

namespace Medulla.Workspace.Journals;

/// <summary>Recomputes every seal of a study and names the first entry that is not what was written.</summary>
/// <remarks>
/// Seals alone prove the journal as it stands: a tail that was cut and a journal written anew with new seals are found by a
/// checkpoint kept elsewhere, and by nothing else.
/// </remarks>
public static class JournalVerifier
{
    public static Task<JournalVerdict> VerifyAsync(IJournal journal, StudyKey study, CancellationToken cancellation) =>
        VerifyAsync(journal, study, CheckpointReading.None, cancellation);

    /// <param name="checkpoints">Those of other studies are left out of account.</param>
    public static async Task<JournalVerdict> VerifyAsync(
        IJournal journal, StudyKey study, CheckpointReading checkpoints, CancellationToken cancellation)
    {
        var faults = ImmutableArray.CreateBuilder<JournalFault>();
        var guards = await journal.MissingGuardsAsync(cancellation);
        foreach (var guard in guards)
            faults.Add(new(JournalFaultKind.Unguarded, study, 0,
                $"Trigger {guard} is gone from {journal.Place}: entries could be changed.",
                $"{journal.Place} 缺少触发器 {guard}，记录可能被改动。"));

        var comparison = new CheckpointComparison(study, checkpoints.Genuine);
        var head = JournalHead.Origin;
        JournalFault? broken = null;
        try
        {
            await foreach (var row in journal.RowsAsync(study, 1, long.MaxValue, cancellation))
            {
                if (SealChain.FaultOf(row, head) is { } fault)
                {
                    broken = fault.Kind == JournalFaultKind.Altered
                        ? await OriginAsync(journal, row, head, fault, cancellation)
                        : fault;
                    break;
                }
                head = JournalHead.Of(row);
                comparison.See(row);
            }
        }
        catch (JournalAlteredException altered)
        {
            broken = altered.Fault;
        }
        catch (DbException damage)
        {
            broken = new JournalFault(JournalFaultKind.Unreadable, study, head.Position + 1,
                $"{journal.Place} cannot be read behind entry {head.Position} of study {study}: {damage.Message}",
                $"{journal.Place} 在研究 {study} 第 {head.Position} 条之后无法读取：{damage.Message}");
        }

        if (broken is not null)
            faults.Add(broken);
        faults.AddRange(checkpoints.Faults.Where(fault => fault.Study == study || fault.Study == default));
        var agreeing = comparison.Close(head, broken is not null, faults);
        return new JournalVerdict(study, head.Position, head, agreeing, faults.ToImmutable());
    }

    // Only once something is wrong: where does the row that stands here come from, and where is the one that belongs here?
    static async Task<JournalFault> OriginAsync(
        IJournal journal, JournalRow row, JournalHead before, JournalFault altered, CancellationToken cancellation)
    {
        var study = altered.Study;
        await foreach (var later in journal.RowsAsync(study, row.Position + 1, long.MaxValue, cancellation))
            if (SealChain.IsSealed(later with { Position = row.Position }, before))
                return new(JournalFaultKind.Reordered, study, row.Position,
                    $"Entry {row.Position} of study {study} stands at position {later.Position}: the order was changed.",
                    $"研究 {study} 第 {row.Position} 条记录位于第 {later.Position} 位：记录顺序被改动。");

        foreach (var other in await journal.StudiesAsync(cancellation))
            if (other != study && await PlaceInAsync(journal, row, other, cancellation) is { } place)
                return new(JournalFaultKind.Foreign, study, row.Position,
                    $"Entry {row.Position} of study {study} is entry {place} of study {other}.",
                    $"研究 {study} 第 {row.Position} 条记录其实是研究 {other} 的第 {place} 条。");
        return altered;
    }

    /// <summary>The position at which a row was sealed in another study; null when it was not.</summary>
    static async Task<long?> PlaceInAsync(IJournal journal, JournalRow row, StudyKey other, CancellationToken cancellation)
    {
        var before = JournalHead.Origin;
        await foreach (var known in journal.RowsAsync(other, 1, long.MaxValue, cancellation))
        {
            if (IsSealedBehind(before))
                return before.Position + 1;
            before = JournalHead.Of(known);
        }
        return IsSealedBehind(before) ? before.Position + 1 : null;

        bool IsSealedBehind(JournalHead head) =>
            SealChain.IsSealed(row with { Study = other.Value, Position = head.Position + 1 }, head);
    }
}
