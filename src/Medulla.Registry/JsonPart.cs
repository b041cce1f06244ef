using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Medulla.Registry;

/// <summary>A part of a record's JSON, or of what is missing from it.</summary>
/// <remarks>
/// Missing, null and empty read alike. A value of another shape that can only mean one thing, such as "86" for a number
/// or a list of one for a text, is taken, and told as a finding.
/// </remarks>
readonly record struct JsonPart(List<RecordFinding> Findings, JsonElement? Element, string Path)
{
    public bool IsThere => Element is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined };

    public JsonPart Part(string name)
    {
        var path = Path == "" ? name : $"{Path}.{name}";
        if (Element is not { } element || !IsThere)
            return new(Findings, null, path);
        if (element.ValueKind == JsonValueKind.Object)
            return new(Findings, element.TryGetProperty(name, out var found) ? found : null, path);
        Report(element, "named members", atPath: Path);
        return new(Findings, null, path);
    }

    /// <summary>Null when missing or empty.</summary>
    public string? Text(string name) => Part(name).AsText();

    public ImmutableArray<string> Texts(string name) =>
        [.. Part(name).Members().Select(member => member.AsText()).OfType<string>()];

    public ImmutableArray<T> List<T>(string name, Func<JsonPart, T?> read) where T : class =>
        [.. Part(name).Members().Select(read).OfType<T>()];

    public int? WholeNumber(string name)
    {
        var part = Part(name).Scalar();
        if (part.Element is not { } element || !part.IsThere)
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number))
            return number;
        part.Report(element, "a whole number");
        return element.ValueKind == JsonValueKind.String
            && int.TryParse(JsonText.Of(element), NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    public bool? Flag(string name)
    {
        var part = Part(name).Scalar();
        if (part.Element is not { } element || !part.IsThere)
            return null;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        part.Report(element, "true or false");
        return element.ValueKind != JsonValueKind.String ? null : JsonText.Of(element).ToUpperInvariant() switch
        {
            "YES" or "TRUE" => true,
            "NO" or "FALSE" => false,
            _ => null,
        };
    }

    public IEnumerable<JsonPart> Members()
    {
        if (Element is not { } element || !IsThere)
            return [];
        if (element.ValueKind != JsonValueKind.Array)
        {
            Report(element, "a list");
            return [this];
        }
        var (findings, path) = (Findings, Path);
        return element.EnumerateArray().Select((member, index) =>
            new JsonPart(findings, member, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]"));
    }

    string? AsText()
    {
        var part = Scalar();
        if (part.Element is not { } element || !part.IsThere)
            return null;
        if (element.ValueKind == JsonValueKind.String)
            return JsonText.Of(element).Trim() is { Length: > 0 } text ? text : null;
        part.Report(element, "text");
        return element.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : element.GetRawText();
    }

    // R's jsonlite, asked for no unboxing, writes every scalar as a list of one.
    JsonPart Scalar()
    {
        if (Element is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() != 1)
            return this;
        Report(list, "one value");
        return this with { Element = list[0] };
    }

    void Report(JsonElement found, string expected, string? atPath = null)
    {
        var described = found.ValueKind switch
        {
            JsonValueKind.Object => "named members",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"the text '{JsonText.Of(found)}'",
            _ => found.GetRawText(),
        };
        Findings.Add(new(atPath ?? Path, described, expected));
    }
}
