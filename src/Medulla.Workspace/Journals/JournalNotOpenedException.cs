using Medulla.Figures;

namespace Medulla.Workspace.Journals;

/// <summary>The journal cannot be used as it is found: network share, newer program, guards taken away.</summary>
public sealed class JournalNotOpenedException(Bilingual reason, Exception? cause = null) : Exception(reason.En, cause)
{
    public const string Rule = "journal-not-opened";

    public Bilingual Reason { get; } = reason;
}
