using System.Collections.Immutable;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>The stored truth: rows that are added at the end and never change. One journal holds several studies.</summary>
/// <remarks>
/// The key (study, position) judges between writers: of two that append at one position, the second learns what the first
/// wrote and decides again. Nothing is locked between reading and writing.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>Where it is, as people call it: a path, or host and database. Without passwords.</summary>
    string Place { get; }

    /// <summary>Triggers that should refuse UPDATE and DELETE and are not there; empty in a sound journal.</summary>
    Task<ImmutableArray<string>> MissingGuardsAsync(CancellationToken cancellation);

    /// <summary>Adds rows behind <paramref name="after"/>: all or none. When the task ends, they are on the disk.</summary>
    /// <param name="after">The entry on which the first row's seal stands.</param>
    /// <param name="rows">Of one study, positions without a gap; at least one.</param>
    /// <exception cref="ArgumentException">The rows do not follow, or hold a text that cannot be stored.</exception>
    /// <exception cref="JournalNotWrittenException">Disk full, read-only, connection lost.</exception>
    /// <exception cref="JournalAlteredException">The entry <paramref name="after"/> is no longer in the journal.</exception>
    Task<Appending> AppendAsync(JournalHead after, ImmutableArray<JournalRow> rows, CancellationToken cancellation);

    /// <summary>The stored rows in the order of their positions, both ends included.</summary>
    /// <exception cref="JournalAlteredException">A row holds bytes that are not UTF-8.</exception>
    IAsyncEnumerable<JournalRow> RowsAsync(StudyKey study, long from, long to, CancellationToken cancellation);

    /// <summary>The last entry of a study; <see cref="JournalHead.Origin"/> when it has none.</summary>
    Task<JournalHead> HeadAsync(StudyKey study, CancellationToken cancellation);

    /// <summary>Every study with an entry, in the order of their keys.</summary>
    Task<ImmutableArray<StudyKey>> StudiesAsync(CancellationToken cancellation);

    /// <summary>Puts missing guards back.</summary>
    /// <remarks>Verify against the checkpoints first: whoever took them away may have changed entries.</remarks>
    Task RestoreGuardsAsync(CancellationToken cancellation);
}
