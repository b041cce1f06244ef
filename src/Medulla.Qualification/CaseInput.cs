using System.Globalization;
using System.Text.Json;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification;

/// <summary>The request of a reference case, and the rows it is about. The expected result is not in reach.</summary>
public sealed class CaseInput
{
    // What may name columns; rows without a value in one of them are left out.
    static readonly string[] ColumnArguments =
    [
        "time", "status", "start", "stop", "group", "strata", "weights", "offset", "covariates", "covariates0", "cluster",
        "outcome", "marker", "markers", "x", "y", "given", "row", "column", "concentration", "response", "complete",
    ];

    readonly JsonElement arguments;

    CaseInput(JsonElement arguments, DataFrame subsetRows, DataFrame rows) =>
        (this.arguments, SubsetRows, Rows) = (arguments, subsetRows, rows);

    /// <summary>The rows of the subset, whether or not something is missing in them.</summary>
    public DataFrame SubsetRows { get; }

    /// <summary>The rows of the subset with a value in every column that the request names.</summary>
    public DataFrame Rows { get; }

    public int Count => Rows.Count;

    /// <exception cref="ReferenceFolderException">The cohort is not there.</exception>
    public static CaseInput Of(ReferenceCase reference, CohortFolder cohorts)
    {
        var request = reference.Arguments;
        var all = !reference.Inline ? cohorts.Read(reference.Dataset)
            : request.TryGetProperty("data", out var data) ? Inline(data)
            : new DataFrame([DataColumn.OfNumbers("none", [])]);
        var subset = reference.Subset.Length == 0 ? all : all.Where(reference.Subset);
        var whole = new CaseInput(request, subset, subset);
        var derived = whole.Texts("derived");
        var spline = whole.Has("spline") ? [request.GetProperty("spline").GetProperty("column").GetString()!] : Array.Empty<string>();
        var columns = ColumnArguments.SelectMany(whole.Texts).SelectMany(NamesIn).Except(derived).Concat(spline);
        return new CaseInput(request, subset, subset.Complete(columns.Where(subset.Has)));
    }

    /// <summary>The same request about the rows where a condition holds; a row where it is missing is left out.</summary>
    public CaseInput Where(string condition) => new(arguments, SubsetRows, Rows.Where(condition));

    public bool Has(string argument) =>
        arguments.TryGetProperty(argument, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The argument as it stands, for shapes of a single method.</summary>
    public JsonElement Argument(string argument) => arguments.GetProperty(argument);

    public string Text(string argument) => arguments.GetProperty(argument).GetString()!;

    public double Number(string argument) => ToNumber(arguments.GetProperty(argument));

    public double Number(string argument, double absent) => Has(argument) ? Number(argument) : absent;

    public int Whole(string argument, int absent = 0) => Has(argument) ? arguments.GetProperty(argument).GetInt32() : absent;

    /// <summary>False where absent.</summary>
    public bool Flag(string argument) => Has(argument) && arguments.GetProperty(argument).GetBoolean();

    /// <summary>A list, or one value as a list of one; empty where absent.</summary>
    public string[] Texts(string argument) => [.. Items(argument).Select(item => item.GetString()!)];

    public double[] Numbers(string argument) => [.. Items(argument).Select(ToNumber)];

    /// <summary>Lists of places, as resamples are given; counted from 0 here, from 1 in the request.</summary>
    public int[][] Places(string argument) =>
        [.. Items(argument).Select(list => list.EnumerateArray().Select(place => place.GetInt32() - 1).ToArray())];

    /// <summary>The value of a column or expression in every row of <see cref="Rows"/>.</summary>
    public double[] Values(string expression) => Expression.Parse(expression).Values(Rows);

    /// <summary>The value of a column as text in every row; numbers in their shortest form.</summary>
    public string[] Labels(string column) => [.. Enumerable.Range(0, Count).Select(row => Rows.Text(column, row)!)];

    /// <summary>Follow-up of every row; an event wherever the status is the event's code.</summary>
    public FollowUp[] FollowUps()
    {
        var code = Number("event", absent: 1);
        var status = Values(Text("status"));
        var entries = Has("start") ? Values(Text("start")) : null;
        return [.. Values(Text(entries is null ? "time" : "stop"))
            .Select((time, row) => new FollowUp(time, status[row] == code, entries?[row]))];
    }

    /// <summary>The rows of each value of a column: numbers ascending, texts in alphabetical order.</summary>
    public IReadOnlyList<(string Label, int[] Rows)> Groups(string column)
    {
        var labels = Labels(column);
        var groups = Enumerable.Range(0, Count).GroupBy(row => labels[row], StringComparer.Ordinal);
        return [.. (Rows.IsNumeric(column)
            ? groups.OrderBy(group => double.Parse(group.Key, CultureInfo.InvariantCulture))
            : groups.OrderBy(group => group.Key, StringComparer.Ordinal)).Select(group => (group.Key, group.ToArray()))];
    }

    /// <summary>Design columns in coefficient order; a factor gives one column per value but the smallest.</summary>
    public IReadOnlyList<Covariate> Covariates(string argument = "covariates") => [.. Texts(argument).SelectMany(Columns)];

    /// <summary>Design columns of one term.</summary>
    public IReadOnlyList<Covariate> Columns(string term) => term.StartsWith("factor(", StringComparison.Ordinal)
        ? [.. Values(term[7..^1]).Distinct().Order().Skip(1).Select(level => new Covariate(
            string.Create(CultureInfo.InvariantCulture, $"{term}{level}"),
            [.. Values(term[7..^1]).Select(value => value == level ? 1.0 : 0.0)]))]
        : [new Covariate(term, Values(term))];

    IEnumerable<JsonElement> Items(string argument) =>
        !Has(argument) ? []
        : arguments.GetProperty(argument) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray()
        : [arguments.GetProperty(argument)];

    static double ToNumber(JsonElement item) => item.ValueKind == JsonValueKind.String
        ? item.GetString() == "Inf" ? double.PositiveInfinity : double.NegativeInfinity
        : item.GetDouble();

    // The columns of an expression; of factor(x), x.
    static IEnumerable<string> NamesIn(string text) =>
        Expression.Parse(text.StartsWith("factor(", StringComparison.Ordinal) ? text[7..^1] : text).Columns;

    static DataFrame Inline(JsonElement data)
    {
        var vectors = data.EnumerateObject().Where(column => column.Value.ValueKind == JsonValueKind.Array).ToArray();
        var longest = vectors.Max(column => column.Value.GetArrayLength());
        return new DataFrame([.. vectors.Where(column => column.Value.GetArrayLength() == longest)
            .Select(column => DataColumn.OfNumbers(column.Name, column.Value.EnumerateArray().Select(
                cell => cell.ValueKind == JsonValueKind.Null ? (double?)null : ToNumber(cell))))]);
    }
}
