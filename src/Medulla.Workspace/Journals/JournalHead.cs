using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>The entry after which the next one is sealed.</summary>
/// <param name="Position">0 before the first entry.</param>
/// <param name="Seal">32 bytes; zeros before the first entry.</param>
public sealed record JournalHead(long Position, byte[] Seal)
{
    public static JournalHead Origin { get; } = new(0, Study.Journal.Seal.Origin.ToArray());

    public static JournalHead Of(JournalRow row) => new(row.Position, row.Seal);

    public bool IsAt(JournalHead other) => Position == other.Position && Seal.AsSpan().SequenceEqual(other.Seal);
}
