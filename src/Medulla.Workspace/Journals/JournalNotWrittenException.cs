using Medulla.Figures;

namespace Medulla.Workspace.Journals;

/// <summary>The journal has not acknowledged what was decided; the study in memory is as before.</summary>
/// <remarks>
/// Nothing is stored. One case cannot tell: a database that went away between its commit and its answer and cannot be asked.
/// Then the entry may be there, and following the journal shows it.
/// </remarks>
public sealed class JournalNotWrittenException(Bilingual reason, Exception? cause = null) : Exception(reason.En, cause)
{
    /// <summary>Stable name by which pages and tests find this.</summary>
    public const string Rule = "journal-not-written";

    public Bilingual Reason { get; } = reason;
}
