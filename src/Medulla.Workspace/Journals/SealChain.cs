using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>Whether one stored row follows another.</summary>
public static class SealChain
{
    /// <summary>Null when <paramref name="row"/> is the entry sealed behind <paramref name="before"/>.</summary>
    public static JournalFault? FaultOf(JournalRow row, JournalHead before)
    {
        var study = new StudyKey(row.Study);
        var expected = before.Position + 1;
        if (row.Position != expected)
            return new(JournalFaultKind.Missing, study, expected,
                $"Entry {expected} of study {study} is missing: entry {row.Position} follows entry {before.Position}.",
                $"研究 {study} 缺少第 {expected} 条记录：第 {before.Position} 条之后是第 {row.Position} 条。");
        if (!IsSealed(row, before))
            return new(JournalFaultKind.Altered, study, expected,
                $"Entry {expected} of study {study} does not carry its seal: "
                + $"it was altered, or entry {before.Position} was resealed.",
                $"研究 {study} 第 {expected} 条记录与封印不符：该条被改动，或第 {before.Position} 条被重新封印。");
        return null;
    }

    public static bool IsSealed(JournalRow row, JournalHead before) =>
        Seal.Over(before.Seal, row).AsSpan().SequenceEqual(row.Seal);
}
