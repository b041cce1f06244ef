using Medulla.Figures;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>What was done to a journal, as far as its seals and checkpoints tell.</summary>
public enum JournalFaultKind
{
    /// <summary>The entry is not what was sealed, or the one before it was resealed.</summary>
    Altered,

    /// <summary>No entry stands at the position, yet later ones do.</summary>
    Missing,

    /// <summary>The entry sealed for the position stands at another one.</summary>
    Reordered,

    /// <summary>The entry was sealed for another study.</summary>
    Foreign,

    /// <summary>The file itself is damaged from here on.</summary>
    Unreadable,

    /// <summary>A checkpoint saw entries behind the last one: the tail was cut or an older copy was put back.</summary>
    Truncated,

    /// <summary>An older copy was put back and then continued.</summary>
    RolledBack,

    /// <summary>The seals agree with one another, but not with a checkpoint: all was written anew.</summary>
    Rewritten,

    /// <summary>A trigger that refuses changes is gone.</summary>
    Unguarded,

    /// <summary>A checkpoint cannot be relied on: its signature is not by the key, or its text cannot be read.</summary>
    CheckpointNotGenuine,
}

/// <param name="Position">Of the first entry concerned; 0 when it is about no entry.</param>
public sealed record JournalFault(JournalFaultKind Kind, StudyKey Study, long Position, Bilingual Message)
{
    public JournalFault(JournalFaultKind kind, StudyKey study, long position, string en, string zh)
        : this(kind, study, position, new Bilingual(en, zh)) { }
}
