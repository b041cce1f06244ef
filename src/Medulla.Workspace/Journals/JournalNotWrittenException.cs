using Medulla.Figures;

namespace Medulla.Workspace.Journals;

/// <summary>The journal could not store what was decided: nothing is stored, and the study in memory is as before.</summary>
public sealed class JournalNotWrittenException(Bilingual reason, Exception? cause = null) : Exception(reason.En, cause)
{
    /// <summary>Stable name by which pages and tests find this.</summary>
    public const string Rule = "journal-not-written";

    public Bilingual Reason { get; } = reason;
}
