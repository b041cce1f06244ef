namespace Medulla.Workspace.Journals;

/// <summary>The journal is not what was written.</summary>
public sealed class JournalAlteredException(JournalFault fault) : Exception(fault.Message.En)
{
    public const string Rule = "journal-altered";

    public JournalFault Fault { get; } = fault;
}
