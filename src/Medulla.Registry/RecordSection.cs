using System.Collections.Immutable;

namespace Medulla.Registry;

/// <summary>One section of a record's page. The words around the values belong to whoever shows it.</summary>
/// <param name="Key">Stable, such as <c>basic-information</c>.</param>
public sealed record RecordSection(string Key, ImmutableArray<RecordBlock> Blocks)
{
    /// <summary>Whether the record says anything here.</summary>
    public bool IsStated => Blocks.Any(block => block.IsStated);
}

/// <summary>A piece of a section, ready to be shown as plain text.</summary>
public abstract record RecordBlock
{
    RecordBlock() { }

    public abstract bool IsStated { get; }

    /// <param name="Key">Such as <c>recruitment-status</c>.</param>
    /// <param name="Value">Null when the record does not state it. Enumerated words as the registry writes them.</param>
    public sealed record Field(string Key, string? Value) : RecordBlock
    {
        public override bool IsStated => Value is not null;
    }

    public sealed record Paragraph(string Text) : RecordBlock
    {
        public override bool IsStated => true;
    }

    /// <param name="IsNumbered">Whether the order has numbers.</param>
    public sealed record Listing(string Key, ImmutableArray<string> Items, bool IsNumbered) : RecordBlock
    {
        public override bool IsStated => !Items.IsEmpty;
    }

    /// <summary>One of several of a kind, such as a site.</summary>
    /// <param name="Fields">Those that are stated; never empty.</param>
    public sealed record Entry(string Key, ImmutableArray<Field> Fields) : RecordBlock
    {
        public override bool IsStated => true;
    }
}
