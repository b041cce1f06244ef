using System.Text.Json;
using System.Text.Json.Serialization;

namespace Medulla.Study.Journal;

/// <summary>A text that names one thing; ordered by code point, so that lists come out the same everywhere.</summary>
public interface IIdentifier<TSelf> : IComparable<TSelf> where TSelf : struct, IIdentifier<TSelf>
{
    string Value { get; }
    static abstract TSelf Of(string value);
}

/// <summary>Writes an identifier as its bare text.</summary>
public sealed class IdentifierConverter<T> : JsonConverter<T> where T : struct, IIdentifier<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? throw new JsonException($"Found null. Expected the text of a {typeof(T).Name}."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(reader.GetString() ?? "");

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
