using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;
using Medulla.Tests;

namespace Medulla.Statistics.Tests.Reference;

/// <summary>The rows a reference case works on: a data set, its subset, and those complete in every column used.</summary>
public sealed class Cohort
{
    static readonly ConcurrentDictionary<string, Cohort> Files = new(StringComparer.Ordinal);

    static readonly string[] ColumnArguments =
    [
        "time", "status", "start", "stop", "group", "strata", "weights", "offset", "covariates", "cluster",
        "outcome", "marker", "markers", "x", "y", "given", "row", "column", "complete",
    ];

    readonly Dictionary<string, double?[]> columns;
    readonly int[] rows;

    Cohort(Dictionary<string, double?[]> columns, int[] rows) => (this.columns, this.rows) = (columns, rows);

    public int Count => rows.Length;

    /// <summary>By the conventions of the reference folder: subset first, then complete cases.</summary>
    public static Cohort Of(ReferenceCase reference)
    {
        var cohort = reference.Dataset.StartsWith("(inline", StringComparison.Ordinal)
            ? Inline(reference.Arguments.GetProperty("data"))
            : Files.GetOrAdd(reference.Dataset, Read);
        if (reference.Subset.Length > 0)
            cohort = cohort.Where(reference.Subset);

        var used = ColumnArguments.SelectMany(reference.Texts).SelectMany(Formula.Names).ToHashSet(StringComparer.Ordinal);
        return cohort.Keep(row =>
            used.All(name => !cohort.columns.TryGetValue(name, out var column) || column[row] is not null));
    }

    public Cohort Where(string condition)
    {
        var holds = Formula.Compile(condition, Cell);
        return Keep(row => holds(row) is 1);
    }

    /// <summary>Rows by their places among these, from 1.</summary>
    public Cohort At(IEnumerable<int> places) => new(columns, [.. places.Select(place => rows[place - 1])]);

    public double[] Values(string formula)
    {
        var value = Formula.Compile(formula, Cell);
        return [.. rows.Select(row => value(row)!.Value)];
    }

    /// <summary>Follow-up with an event wherever the status is the event's code.</summary>
    public FollowUp[] FollowUps(ReferenceCase reference)
    {
        var code = reference.Number("event", absent: 1);
        var status = Values(reference.Text("status"));
        var entries = reference.Has("start") ? Values(reference.Text("start")) : null;
        return [.. Values(reference.Text(entries is null ? "time" : "stop"))
            .Select((time, row) => new FollowUp(time, status[row] == code, entries?[row]))];
    }

    /// <summary>The cohorts of each value of a column, in the order of the values.</summary>
    public IReadOnlyList<(double Value, Cohort Cohort)> GroupedBy(string column)
    {
        var values = Values(column);
        return [.. values.Distinct().Order().Select(value =>
            (value, new Cohort(columns, [.. rows.Where((_, place) => values[place] == value)])))];
    }

    /// <summary>Design columns; a factor gives one column per value but the smallest.</summary>
    public IReadOnlyList<Covariate> Covariates(IEnumerable<string> terms) =>
        [.. terms.SelectMany(term => term.StartsWith("factor(", StringComparison.Ordinal)
            ? Values(term[7..^1]).Distinct().Order().Skip(1).Select(level => new Covariate(
                $"{term}{level.ToString(CultureInfo.InvariantCulture)}",
                [.. Values(term[7..^1]).Select(value => value == level ? 1.0 : 0.0)]))
            : [new Covariate(term, Values(term))])];

    Cohort Keep(Func<int, bool> condition) => new(columns, [.. rows.Where(condition)]);

    double? Cell(string column, int row) =>
        columns.TryGetValue(column, out var values)
            ? values[row]
            : throw new KeyNotFoundException($"Found no column {column}. Expected one of {string.Join(", ", columns.Keys)}.");

    static Cohort Read(string dataset)
    {
        var lines = File.ReadAllLines(ReferenceFolder.Require($"cohorts/{dataset}.csv"))
            .Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        Assert.True(lines.Length > 1, $"Found no rows in {dataset}.");
        return new Cohort(
            lines[0].Select((name, place) => (name, values: lines.Skip(1).Select(line => Parse(line[place])).ToArray()))
                .ToDictionary(column => column.name, column => column.values, StringComparer.Ordinal),
            [.. Enumerable.Range(0, lines.Length - 1)]);

        // Texts, such as identifiers, are never computed with; a marker keeps them from counting as missing.
        static double? Parse(string cell) =>
            cell.Length == 0 ? null
            : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : double.NaN;
    }

    static Cohort Inline(JsonElement data)
    {
        var vectors = data.EnumerateObject().ToDictionary(
            column => column.Name,
            column => column.Value.EnumerateArray().Select(cell => (double?)cell.GetDouble()).ToArray(),
            StringComparer.Ordinal);
        return new Cohort(vectors, [.. Enumerable.Range(0, vectors.Values.First().Length)]);
    }
}
