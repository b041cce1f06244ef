using System.Collections.Immutable;

namespace Medulla.Study.Definition.Reading;

/// <summary>Where something stands in a file; both count from 1.</summary>
readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);
}

/// <summary>A node of a file, with its place.</summary>
abstract record YamlNode(Place Place)
{
    /// <param name="IsPlain">Written without quotes, so that it may be a number, a flag or nothing.</param>
    public sealed record Scalar(Place Place, string Text, bool IsPlain) : YamlNode(Place)
    {
        public bool IsNothing => IsPlain && Text is "" or "~" or "null";
    }

    public sealed record Sequence(Place Place, ImmutableArray<YamlNode> Members) : YamlNode(Place);

    /// <summary>In the order of the file.</summary>
    public sealed record Mapping(Place Place, ImmutableArray<Field> Fields) : YamlNode(Place)
    {
        public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name.Text == name);
    }

    public sealed record Field(Scalar Name, YamlNode Value);

    /// <summary>As a message names it.</summary>
    public string Describe() => this switch
    {
        Scalar { IsNothing: true } => "nothing",
        Scalar scalar => $"'{scalar.Text}'",
        Sequence => "a list",
        _ => "named fields",
    };
}
