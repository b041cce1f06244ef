using System.Collections.Immutable;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>What became of an attempt to append.</summary>
public abstract record Appending
{
    Appending() { }

    /// <summary>All rows are stored.</summary>
    public sealed record Written : Appending;

    /// <summary>Somebody else was first; nothing of ours is stored.</summary>
    /// <param name="Newer">What stands behind the entry we started from. Never empty.</param>
    public sealed record PositionTaken(ImmutableArray<JournalRow> Newer) : Appending;
}
