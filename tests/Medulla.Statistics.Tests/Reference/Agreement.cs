using System.Globalization;
using System.Text.Json;

namespace Medulla.Statistics.Tests.Reference;

/// <summary>Compares what the library gives with what R gave, number by number, and keeps count.</summary>
/// <remarks>
/// Distances are relative to max(1, |R|). Members of a result that no test asked about are kept by name, so that a
/// comparison that is dropped shows.
/// </remarks>
public sealed class Agreement
{
    public const double Tolerance = 1e-8;

    readonly List<string> disagreements = [];
    readonly SortedDictionary<string, SortedSet<string>> untouched = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, int> notCovered = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, int> covered = new(StringComparer.Ordinal);
    readonly HashSet<string> touched = new(StringComparer.Ordinal);
    ReferenceCase? current;

    public int Numbers { get; private set; }

    public double Worst { get; private set; }

    public string WorstPlace { get; private set; } = "";

    public IReadOnlyDictionary<string, int> Covered => covered;

    /// <summary>Cases left out, by method and reason.</summary>
    public IReadOnlyDictionary<string, int> NotCovered => notCovered;

    /// <summary>Members of results never compared, by method.</summary>
    public IReadOnlyDictionary<string, string> Untouched =>
        untouched.Where(method => method.Value.Count > 0)
            .ToDictionary(method => method.Key, method => string.Join(' ', method.Value), StringComparer.Ordinal);

    public void LeaveOut(ReferenceCase reference, string reason)
    {
        var key = $"{reference.Method}: {reason}";
        notCovered[key] = notCovered.GetValueOrDefault(key) + 1;
    }

    public void Case(ReferenceCase reference, Action<Agreement> compare)
    {
        current = reference;
        touched.Clear();
        compare(this);
        covered[reference.Method] = covered.GetValueOrDefault(reference.Method) + 1;
        var rest = untouched.TryGetValue(reference.Method, out var known) ? known : untouched[reference.Method] = [];
        rest.UnionWith(Leaves(reference.Result, "").Where(leaf => !touched.Contains(leaf)));
    }

    /// <summary>One number, or none: null must meet null.</summary>
    public void Number(string path, double? actual, double tolerance = Tolerance) =>
        Compare(path, Find(path), actual, tolerance);

    /// <summary>A list, or a single number standing for a list of one.</summary>
    public void List(string path, IEnumerable<double?> actual, double tolerance = Tolerance)
    {
        var expected = Find(path);
        var items = expected.ValueKind == JsonValueKind.Array ? expected.EnumerateArray().ToArray() : [expected];
        var values = actual.ToArray();
        if (items.Length != values.Length)
        {
            disagreements.Add($"{current!.Id} {path}: {values.Length} numbers, R {items.Length}");
            return;
        }

        for (var index = 0; index < items.Length; index++)
            Compare($"{path}[{index}]", items[index], values[index], tolerance);
    }

    public void List(string path, IEnumerable<double> actual, double tolerance = Tolerance) =>
        List(path, actual.Select(value => (double?)value), tolerance);

    /// <summary>A list that R gives part by part and the library as a whole.</summary>
    public void Sum(string path, int from, int count, double actual)
    {
        Numbers++;
        var sum = Find(path).EnumerateArray().Skip(from).Take(count).Sum(item => item.GetDouble());
        if (sum != actual)
            disagreements.Add(Line($"{path}[{from}..]", sum, actual));
    }

    public void Table(string path, IEnumerable<IEnumerable<double?>> actual, double tolerance = Tolerance)
    {
        var rows = actual.ToArray();
        if (Find(path).GetArrayLength() != rows.Length)
            disagreements.Add($"{current!.Id} {path}: {rows.Length} rows, R {Find(path).GetArrayLength()}");
        else
            for (var row = 0; row < rows.Length; row++)
                List($"{path}/{row}", rows[row], tolerance);
    }

    /// <summary>Echoes of what was asked, and texts: there is nothing to compute in them.</summary>
    public void Echo(params string[] paths)
    {
        foreach (var path in paths)
            if (Exists(path))
                _ = Find(path);
    }

    public bool Exists(string path)
    {
        var element = current!.Result;
        foreach (var part in path.Split('/'))
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
                return false;
        return true;
    }

    /// <summary>A member of the result; it, and all below it, counts as asked about.</summary>
    public JsonElement Find(string path)
    {
        var element = current!.Result;
        var passed = "";
        foreach (var part in path.Split('/'))
        {
            // A list is one member, whatever element of it is asked for.
            passed = passed.Length == 0 ? part : $"{passed}/{part}";
            touched.Add(passed);
            element = element.ValueKind == JsonValueKind.Array
                ? element[int.Parse(part, CultureInfo.InvariantCulture)]
                : element.GetProperty(part);
        }

        if (element.ValueKind == JsonValueKind.Object)
            touched.UnionWith(Leaves(element, path));
        return element;
    }

    public void Report(string topic)
    {
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"{topic}: {covered.Values.Sum()} cases, {Numbers} numbers, worst {Worst:0.0e+0} at {WorstPlace}; left out "
                + $"{notCovered.Values.Sum()}"));
        Assert.True(disagreements.Count == 0,
            $"{disagreements.Count} disagreements:\n{string.Join('\n', disagreements.Take(40))}");
    }

    void Compare(string path, JsonElement expected, double? actual, double tolerance)
    {
        Numbers++;
        double? wanted = expected.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when expected.GetString() == "Inf" => double.PositiveInfinity,
            JsonValueKind.String when expected.GetString() == "-Inf" => double.NegativeInfinity,
            _ => expected.GetDouble(),
        };
        if (wanted == actual)
            return;
        if (wanted is not { } right || actual is not { } given)
        {
            disagreements.Add(Line(path, wanted, actual));
            return;
        }

        var distance = Math.Abs(right - given) / Math.Max(1, Math.Abs(right));
        var last = path.Split('/')[^1];
        if (last is "p" or "paired_p" or "unpaired_p")
        {
            // A small p-value would pass for any other one: compare its own digits, and below 1e-12 its logarithm.
            distance = right < 1e-12
                ? Math.Abs(Math.Log10(given) / Math.Log10(right) - 1) / 100
                : Math.Abs(right - given) / right;
        }

        if (distance > Worst && tolerance <= Tolerance)
            (Worst, WorstPlace) = (distance, $"{current!.Id} {path}");
        if (!(distance <= tolerance))
            disagreements.Add(Line(path, wanted, actual));
    }

    string Line(string path, double? wanted, double? actual)
    {
        return $"{current!.Id} {path}: {Show(actual)}, R {Show(wanted)}";

        static string Show(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
    }

    static IEnumerable<string> Leaves(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject()
                .Where(member => member.Name != "notes" && !member.Name.StartsWith("info_", StringComparison.Ordinal))
                .SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Name : $"{path}/{member.Name}"))
            : [path];
}
