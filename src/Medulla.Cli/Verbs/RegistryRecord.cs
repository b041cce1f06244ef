using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Medulla.Assays;

namespace Medulla.Cli.Verbs;

/// <summary>A registry record on its way into the journal, which never forgets: personal contacts stay outside.</summary>
static class RegistryRecord
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // As ClinicalTrials.gov names them: people to call, and how.
    static readonly ImmutableArray<string> Contacts = ["centralContacts", "contacts", "pointOfContact", "phone", "phoneExt", "email"];

    public static Parsed<string> WithoutContacts(string fileName, string json)
    {
        try
        {
            var record = JsonNode.Parse(json);
            Remove(record);
            return new(record?.ToJsonString(Readable) ?? "null", []);
        }
        catch (JsonException broken)
        {
            return new(null,
            [
                new(Severity.Error, "record-not-json", fileName,
                    checked((int)(broken.LineNumber ?? 0) + 1), checked((int)(broken.BytePositionInLine ?? 0) + 1),
                    "Found text that is not JSON. Expected the record as ClinicalTrials.gov gives it."),
            ]);
        }
    }

    static void Remove(JsonNode? node)
    {
        if (node is JsonObject members)
            foreach (var contact in Contacts)
                members.Remove(contact);
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject parent => parent.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in children)
            Remove(child);
    }
}
