using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Medulla.Registry;

/// <summary>Takes telephone numbers and e-mails out of a record.</summary>
/// <remarks>Members go by their name; everything else is copied as it was written, numbers to the last digit.</remarks>
static class PersonalContacts
{
    static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "phone", "phoneExt", "email", "fax", "telephone");

    static readonly JsonWriterOptions Written =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Remove(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var document = JsonDocument.Parse(JsonText.WholeCharacters(json).TrimStart('\uFEFF'));
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, Written))
            Copy(document.RootElement, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !Names.Contains(member.Name)))
                {
                    writer.WritePropertyName(member.Name);
                    Copy(member.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var member in element.EnumerateArray())
                    Copy(member, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(JsonText.Of(element));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
