using System.Buffers;
using System.Text.Json.Serialization;

namespace Medulla.Study.Journal;

/// <summary>Names one study in a journal, such as <c>nct07163728</c>.</summary>
[JsonConverter(typeof(IdentifierConverter<StudyKey>))]
public readonly record struct StudyKey(string Value) : IIdentifier<StudyKey>
{
    const int LongestCharacters = 64;

    static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    public static StudyKey Of(string value) => new(value);

    /// <summary>Whether a text can stand in an address and in the name of a file on every machine.</summary>
    public static bool IsUsable(string text) =>
        text.Length is > 0 and <= LongestCharacters && char.IsAsciiLetterOrDigit(text[0])
        && !text.AsSpan().ContainsAnyExcept(Characters) && !text.EndsWith('.');

    public int CompareTo(StudyKey other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}
