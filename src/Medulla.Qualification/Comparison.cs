using System.Globalization;
using System.Text.Json;

namespace Medulla.Qualification;

/// <summary>Walks through a case's result and puts every number beside the one that was computed.</summary>
sealed class Comparison(ReferenceCase reference, CaseInput input)
{
    readonly List<ComparedNumber> numbers = [];
    readonly string method = $"{reference.Topic}/{reference.Method}";

    public static IReadOnlyList<ComparedNumber> Of(ReferenceCase reference, CaseInput input, Answer answer)
    {
        var comparison = new Comparison(reference, input);
        comparison.Members(reference.Result, answer, "", "");
        return comparison.numbers;
    }

    void Members(JsonElement expected, object? found, string pointer, string path)
    {
        var place = 0;
        foreach (var member in expected.EnumerateObject())
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}/{member.Name}";

            // Numbers named after columns are compared in their order: labels may be spelled otherwise.
            var part = found is object?[] list ? list.ElementAtOrDefault(place++) : (found as Answer)?.Find(member.Name);
            if (!Untested.Member(method, memberPath, reference.Arguments))
                Any(member.Value, part, $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}", memberPath);
        }
    }

    void Any(JsonElement expected, object? found, string pointer, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Members(expected, found, pointer, path);
                break;
            case JsonValueKind.Array:
                List(expected, found, pointer, path);
                break;
            case JsonValueKind.String when expected.GetString() is not ("Inf" or "-Inf"):
                break;
            default:
                // A list of one and a single number are the same to R, and so are nothing and a list of nothing.
                var one = found is object?[] { Length: 1 } single ? single[0]
                    : expected.ValueKind == JsonValueKind.Null && found is object?[] list && list.All(item =>
                        item is null) ? null
                    : found;
                Number(Wanted(expected), one, pointer, path);
                break;
        }
    }

    void List(JsonElement expected, object? found, string pointer, string path)
    {
        var items = found switch
        {
            object?[] list => list,
            double single when expected.GetArrayLength() == 1 => [single],
            _ => [],
        };
        var place = 0;
        foreach (var item in expected.EnumerateArray())
        {
            Any(item, items.ElementAtOrDefault(place), string.Create(CultureInfo.InvariantCulture, $"{pointer}/{place}"), path);
            place++;
        }

        // More than expected is as wrong as less.
        for (; place < items.Length; place++)
            if (items[place] is double surplus)
                Number(null, surplus, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{place}"), path);
    }

    void Number(double? expected, object? found, string pointer, string path)
    {
        var actual = found as double?;
        var tolerance = Tolerances.Of(input, method, path, expected);
        var distance = Distance(expected, actual, tolerance.Kind);
        var agrees = distance <= tolerance.Limit || AlsoRight.Accepts(method, pointer, reference, expected, actual, input);
        numbers.Add(new ComparedNumber(reference.Topic, reference.Id, pointer, expected, actual, tolerance, distance, agrees));
    }

    static double Distance(double? expected, double? found, DistanceKind kind)
    {
        if (kind == DistanceKind.UpperBound)
            return found ?? double.PositiveInfinity;
        if (expected is not { } right || found is not { } given)
            return expected is null && found is null ? 0 : double.PositiveInfinity;
        if (right == given)
            return 0;

        var distance = kind switch
        {
            DistanceKind.LogarithmOfProbability => Math.Abs(Math.Log10(given) / Math.Log10(right) - 1),
            DistanceKind.Relative => Math.Abs(right - given) / Math.Max(1, Math.Abs(right)),
            _ => Math.Abs(right - given),
        };
        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }

    static double? Wanted(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => expected.GetString() == "Inf" ? double.PositiveInfinity : double.NegativeInfinity,
        _ => expected.GetDouble(),
    };
}
