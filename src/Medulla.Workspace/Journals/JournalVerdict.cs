using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>What verifying one study's journal found.</summary>
/// <param name="EntriesSound">Entries from the first one on whose seals agree.</param>
/// <param name="Head">The last of them.</param>
/// <param name="CheckpointsAgreeing">Checkpoints that are genuine and say the same as the journal.</param>
/// <param name="Faults">The first broken entry, and everything the checkpoints contradict; empty when all is sound.</param>
public sealed record JournalVerdict(
    StudyKey Study, long EntriesSound, JournalHead Head, int CheckpointsAgreeing, ImmutableArray<JournalFault> Faults)
{
    public bool IsSound => Faults.IsEmpty;

    /// <summary>One line, the same that <c>tools/verify_journal.py</c> prints about the entries.</summary>
    public override string ToString()
    {
        var broken = Faults.FirstOrDefault(fault => fault.Kind <= JournalFaultKind.Unreadable);
        return broken is null
            ? string.Create(CultureInfo.InvariantCulture, $"{Study}: {EntriesSound} entries, seal {Seal.Text(Head.Seal)}")
            : string.Create(CultureInfo.InvariantCulture, $"{Study}: entry {broken.Position} {Word(broken.Kind)}");
    }

    static string Word(JournalFaultKind kind) => kind switch
    {
        JournalFaultKind.Missing => "missing",
        JournalFaultKind.Reordered => "reordered",
        JournalFaultKind.Foreign => "foreign",
        JournalFaultKind.Unreadable => "unreadable",
        _ => "altered",
    };
}
