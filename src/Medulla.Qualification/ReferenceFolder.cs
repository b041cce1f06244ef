using System.Globalization;
using System.Text.Json;

namespace Medulla.Qualification;

/// <summary>A folder of reference cases: every <c>*.json</c> directly in it holds one topic.</summary>
public static class ReferenceFolder
{
    /// <summary>The topics in the order of their file names.</summary>
    /// <exception cref="ReferenceFolderException">No such folder, a file that cannot be read, or no case in it.</exception>
    public static IReadOnlyList<(string Topic, IReadOnlyList<ReferenceCase> Cases)> Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ReferenceFolderException($"Found no folder '{folder}'. Expected a folder of reference cases (*.json).");

        (string Topic, IReadOnlyList<ReferenceCase> Cases)[] topics =
            [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(ReadTopic)];
        return topics.Sum(topic => topic.Cases.Count) > 0
            ? topics
            : throw new ReferenceFolderException(
                $"Found no reference case in '{folder}'. Expected files *.json with topic and cases.");
    }

    static (string Topic, IReadOnlyList<ReferenceCase> Cases) ReadTopic(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var root = JsonDocument.Parse(stream).RootElement;
            var topic = Text(root.GetProperty("topic"), "topic");
            return (topic, [.. root.GetProperty("cases").EnumerateArray().Select((entry, place) => Case(topic, entry, place))]);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException
            or IOException or UnauthorizedAccessException)
        {
            throw new ReferenceFolderException(
                $"Found no topic in '{path}': {problem.Message} Expected {{topic, cases: [{{id, dataset, subset, args, result}}]}}.");
        }
    }

    static ReferenceCase Case(string topic, JsonElement entry, int place)
    {
        var where = string.Create(CultureInfo.InvariantCulture, $"cases[{place}]");
        var arguments = Object("args");
        Text(arguments.TryGetProperty("method", out var method) ? method : default, $"{where}.args.method");
        return new ReferenceCase(
            topic, Text(entry.GetProperty("id"), $"{where}.id"), Text(entry.GetProperty("dataset"), $"{where}.dataset"),
            entry.TryGetProperty("subset", out var subset) && subset.ValueKind == JsonValueKind.String ? subset.GetString()! : "",
            arguments, Object("result"));

        JsonElement Object(string name) => entry.GetProperty(name) is { ValueKind: JsonValueKind.Object } member
            ? member
            : throw new InvalidOperationException($"Found no object as {where}.{name}.");
    }

    static string Text(JsonElement member, string name) => member.ValueKind == JsonValueKind.String
        ? member.GetString()!
        : throw new InvalidOperationException($"Found no text as {name}.");
}

/// <summary>A folder that holds no reference cases one can run.</summary>
public sealed class ReferenceFolderException(string message) : Exception(message);
