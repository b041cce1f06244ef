using System.Text.Json;
using Medulla.Tests;
using YamlDotNet.RepresentationModel;

namespace Medulla.Study.Tests.Definition;

/// <summary>A file and the schema that tells editors its fields, walked side by side.</summary>
sealed class SchemaWalk
{
    readonly JsonElement schema;

    SchemaWalk(string schemaName)
    {
        var path = Path.Combine(ReferenceFolder.ProjectRoot, "schemas", $"{schemaName}.schema.json");
        schema = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
    }

    /// <summary>Named fields of the file, with the part of the schema that describes them.</summary>
    /// <param name="Definition">Name in the schema; empty for the file itself.</param>
    /// <param name="Path">As findings name it.</param>
    internal sealed record Part(string Definition, string Path, YamlMappingNode Node, JsonElement Schema)
    {
        /// <summary>As messages name it.</summary>
        public string Name => Path == "" ? "the file" : Path;

        public IEnumerable<string> Fields =>
            Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);

        public IEnumerable<string> Required =>
        [
            .. Schema.TryGetProperty("required", out var names) ? Texts(names) : [],
            .. Schema.TryGetProperty("dependentRequired", out var pairs)
                ? pairs.EnumerateObject().Where(pair => Node.Children.ContainsKey(pair.Name))
                    .SelectMany(pair => Texts(pair.Value))
                : [],
        ];

        static IEnumerable<string> Texts(JsonElement names) => names.EnumerateArray().Select(name => name.GetString()!);
    }

    /// <summary>Every part of the file, its owner before it.</summary>
    public static (YamlStream File, List<Part> Parts) Of(string schemaName, string yaml)
    {
        var file = new YamlStream();
        file.Load(new StringReader(yaml));
        var walk = new SchemaWalk(schemaName);
        return (file, [.. walk.Parts(file.Documents[0].RootNode, walk.schema, "", "")]);
    }

    /// <summary>Every named object of the schema, and the file itself.</summary>
    public static IEnumerable<string> Definitions(string schemaName) =>
    [
        "",
        .. new SchemaWalk(schemaName).schema.GetProperty("$defs").EnumerateObject()
            .Where(definition => definition.Value.TryGetProperty("properties", out _)).Select(definition => definition.Name),
    ];

    public static string Write(YamlStream file)
    {
        using var writer = new StringWriter();
        file.Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    /// <summary>The words that a field may hold; empty where it may hold anything.</summary>
    public static List<string> Words(string schemaName, Part part, string field)
    {
        var described = part.Schema.GetProperty("properties").GetProperty(field);
        if (described.TryGetProperty("enum", out var words))
            return [.. words.EnumerateArray().Select(word => word.GetString()!)];
        return described.TryGetProperty("const", out _)
            ? [.. new SchemaWalk(schemaName).schema.GetProperty("$defs").EnumerateObject()
                .Where(other => other.Value.TryGetProperty("properties", out var fields)
                    && fields.TryGetProperty(field, out var value)
                    && value.TryGetProperty("const", out _))
                .Select(other => other.Name)]
            : [];
    }

    IEnumerable<Part> Parts(YamlNode node, JsonElement described, string name, string path)
    {
        (described, name) = Resolve(node, described, name);
        switch (node)
        {
            case YamlMappingNode fields:
                var part = new Part(name, path, fields, described);
                return part.Fields
                    .Where(field => fields.Children.ContainsKey(field))
                    .SelectMany(field => Parts(
                        fields.Children[field], described.GetProperty("properties").GetProperty(field), name,
                        path == "" ? field : $"{path}.{field}"))
                    .Prepend(part);
            case YamlSequenceNode members:
                return members.Children.SelectMany((member, index) =>
                    Parts(member, described.GetProperty("items"), name, PathOfMember(path, member, index)));
            default:
                return [];
        }
    }

    (JsonElement Described, string Name) Resolve(YamlNode node, JsonElement described, string name)
    {
        while (true)
        {
            if (described.TryGetProperty("$ref", out var reference))
                (described, name) = Target(reference);
            else if (described.TryGetProperty("oneOf", out var cases))
                described = cases.EnumerateArray().First(choice => Fits(node, choice));
            else
                return (described, name);
        }
    }

    (JsonElement Described, string Name) Target(JsonElement reference)
    {
        var name = reference.GetString()!["#/$defs/".Length..];
        return (schema.GetProperty("$defs").GetProperty(name), name);
    }

    bool Fits(YamlNode node, JsonElement choice)
    {
        if (node is not YamlMappingNode fields)
            return !choice.TryGetProperty("$ref", out _);
        if (!choice.TryGetProperty("$ref", out var reference))
            return false;
        return !Target(reference).Described.GetProperty("properties").TryGetProperty("kind", out var kind)
            || kind.GetProperty("const").GetString() == fields.Children["kind"].ToString();
    }

    static string PathOfMember(string path, YamlNode member, int index)
    {
        foreach (var key in new[] { "code", "id", "column", "value" })
            if (member is YamlMappingNode fields && fields.Children.TryGetValue(key, out var code))
                return $"{path}.{code}";
        return $"{path}[{index + 1}]";
    }
}
