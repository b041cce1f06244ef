using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Medulla.Cli.Stats;

/// <summary>The library's records as JSON: its own names, null for what does not exist, never NaN.</summary>
static class StatsJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new Numbers(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static JsonNode? Of<T>(T value) => JsonSerializer.SerializeToNode(value, Options);

    public static JsonArray List<T>(IEnumerable<T> values) => [.. values.Select(value => Of(value))];

    /// <summary>Members of one record, and more.</summary>
    public static JsonObject With(this JsonNode? node, string name, JsonNode? value)
    {
        var members = node!.AsObject();
        members[name] = value;
        return members;
    }

    public static string Text(JsonNode node) => node.ToJsonString(Options);

    // JSON has no infinity: "Inf" and "-Inf", as the reference folder writes them.
    sealed class Numbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else if (double.IsNaN(value))
                writer.WriteNullValue();
            else
                writer.WriteStringValue(value > 0 ? "Inf" : "-Inf");
        }
    }
}
