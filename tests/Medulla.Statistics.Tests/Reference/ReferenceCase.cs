using System.Text.Json;
using Medulla.Tests;

namespace Medulla.Statistics.Tests.Reference;

/// <summary>One question put to R, with its answer: an entry of a topic file in the reference folder.</summary>
public sealed record ReferenceCase(string Id, string Dataset, string Subset, JsonElement Arguments, JsonElement Result)
{
    public string Method => Arguments.GetProperty("method").GetString()!;

    public static IReadOnlyList<ReferenceCase> Topic(string name)
    {
        using var stream = File.OpenRead(ReferenceFolder.Require($"reference/statistics/{name}.json"));
        var topic = JsonDocument.Parse(stream).RootElement;
        ReferenceCase[] cases = [.. topic.GetProperty("cases").EnumerateArray().Select(entry => new ReferenceCase(
            entry.GetProperty("id").GetString()!,
            entry.GetProperty("dataset").GetString()!,
            entry.GetProperty("subset").GetString()!,
            entry.GetProperty("args"),
            entry.GetProperty("result")))];
        Assert.Equal(topic.GetProperty("n_cases").GetInt32(), cases.Length);
        return cases;
    }

    public bool Has(string argument) =>
        Arguments.TryGetProperty(argument, out var value) && value.ValueKind != JsonValueKind.Null;

    public string Text(string argument) => Arguments.GetProperty(argument).GetString()!;

    public double Number(string argument, double absent) =>
        Has(argument) ? Arguments.GetProperty(argument).GetDouble() : absent;

    public bool Flag(string argument) => Has(argument) && Arguments.GetProperty(argument).GetBoolean();

    public double[] Numbers(string argument) =>
        Has(argument) ? [.. Arguments.GetProperty(argument).EnumerateArray().Select(item => item.GetDouble())] : [];

    public string[] Texts(string argument) =>
        !Has(argument) ? []
        : Arguments.GetProperty(argument) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : [Text(argument)];
}
