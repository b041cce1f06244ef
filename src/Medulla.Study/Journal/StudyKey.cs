using System.Text.Json.Serialization;

namespace Medulla.Study.Journal;

/// <summary>Names one study in a journal, such as <c>nct07163728</c>.</summary>
[JsonConverter(typeof(IdentifierConverter<StudyKey>))]
public readonly record struct StudyKey(string Value) : IIdentifier<StudyKey>
{
    public static StudyKey Of(string value) => new(value);
    public int CompareTo(StudyKey other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}
