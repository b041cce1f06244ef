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
            var topic = root.GetProperty("topic").GetString()!;
            return (topic, [.. root.GetProperty("cases").EnumerateArray().Select(entry => new ReferenceCase(
                topic,
                entry.GetProperty("id").GetString()!,
                entry.GetProperty("dataset").GetString()!,
                entry.TryGetProperty("subset", out var subset) ? subset.GetString() ?? "" : "",
                entry.GetProperty("args"),
                entry.GetProperty("result")))]);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new ReferenceFolderException(
                $"Found no topic in '{path}': {problem.Message} Expected {{topic, cases: [{{id, dataset, subset, args, result}}]}}.");
        }
    }
}

/// <summary>A folder that holds no reference cases one can run.</summary>
public sealed class ReferenceFolderException(string message) : Exception(message);
