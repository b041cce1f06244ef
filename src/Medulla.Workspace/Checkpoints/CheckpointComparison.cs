using System.Collections.Immutable;
using Medulla.Study.Journal;
using Medulla.Workspace.Journals;

namespace Medulla.Workspace.Checkpoints;

/// <summary>Holds checkpoints against a journal while it is read.</summary>
sealed class CheckpointComparison
{
    readonly ImmutableArray<Checkpoint> checkpoints;
    readonly Dictionary<long, JournalRow> seen = [];
    readonly HashSet<long> positions;

    public CheckpointComparison(StudyKey study, ImmutableArray<Checkpoint> checkpoints)
    {
        this.checkpoints =
            [.. checkpoints.Where(checkpoint => checkpoint.Study == study).OrderBy(checkpoint => checkpoint.Position)];
        positions = [.. this.checkpoints.Select(checkpoint => checkpoint.Position)];
    }

    public void See(JournalRow row)
    {
        if (positions.Contains(row.Position))
            seen[row.Position] = row;
    }

    /// <returns>How many checkpoints agree.</returns>
    /// <param name="isBroken">Entries behind the head are not sound: nothing there to hold a checkpoint against.</param>
    public int Close(JournalHead head, bool isBroken, ImmutableArray<JournalFault>.Builder faults)
    {
        var (agreeing, lastAgreed) = (0, 0L);
        foreach (var checkpoint in checkpoints)
        {
            if (seen.GetValueOrDefault(checkpoint.Position) is not { } row)
            {
                if (!isBroken)
                    faults.Add(Truncated(checkpoint, head));
            }
            else if (Seal.Text(row.Seal) == checkpoint.Seal)
            {
                (agreeing, lastAgreed) = (agreeing + 1, checkpoint.Position);
            }
            else
            {
                faults.Add(Contradicted(checkpoint, row, lastAgreed));
            }
        }
        return agreeing;
    }

    static JournalFault Truncated(Checkpoint checkpoint, JournalHead head) => new(
        JournalFaultKind.Truncated, checkpoint.Study, head.Position + 1,
        $"Study {checkpoint.Study} ends at entry {head.Position}, but {checkpoint.Name} saw {checkpoint.Position}: "
        + "the tail was cut or an older copy was put back.",
        $"研究 {checkpoint.Study} 止于第 {head.Position} 条，而检查点 {checkpoint.Name} 曾见到第 {checkpoint.Position} 条："
        + "末尾被截去，或换回了旧副本。");

    // What was written anew can carry any time; what was only continued tells the truth about when.
    static JournalFault Contradicted(Checkpoint checkpoint, JournalRow row, long lastAgreed) =>
        string.CompareOrdinal(row.RecordedAt, JournalRow.Format(checkpoint.TakenAt)) > 0
            ? new(JournalFaultKind.RolledBack, checkpoint.Study, lastAgreed + 1,
                $"Entry {row.Position} of study {checkpoint.Study} was recorded after {checkpoint.Name} had already sealed "
                + $"that position: an older copy was put back and continued, somewhere from entry {lastAgreed + 1} on.",
                $"研究 {checkpoint.Study} 第 {row.Position} 条的记录时间晚于检查点 {checkpoint.Name}："
                + $"自第 {lastAgreed + 1} 条起某处换回旧副本后继续写入。")
            : new(JournalFaultKind.Rewritten, checkpoint.Study, lastAgreed + 1,
                $"Entry {row.Position} of study {checkpoint.Study} has a seal other than {checkpoint.Name}: "
                + $"entries were written anew, somewhere from entry {lastAgreed + 1} on.",
                $"研究 {checkpoint.Study} 第 {row.Position} 条的封印与检查点 {checkpoint.Name} 不符："
                + $"自第 {lastAgreed + 1} 条起某处被重写。");
}
