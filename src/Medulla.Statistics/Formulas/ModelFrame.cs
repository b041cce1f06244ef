using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Formulas;

/// <summary>The rows of a data frame that a <see cref="Formula"/> can be asked of, and its columns as numbers.</summary>
/// <remarks>
/// Rows with a missing value in any column that the formula names are left out. R: <c>model.frame</c>, <c>model.matrix</c>.
/// </remarks>
public sealed class ModelFrame
{
    readonly DesignColumns design;

    internal ModelFrame(Formula formula, DataFrame data)
    {
        (Formula, Data) = (formula, data.Complete(formula.Columns));
        Missing = [.. formula.Columns
            .Select(column => new MissingValues(column, Enumerable.Range(0, data.Count).Count(row => data.IsMissing(column,
                row))))
            .Where(column => column.Rows > 0)];
        LeftOut = data.Count - Data.Count;
        if (Data.Count == 0)
            throw new FormulaException(data.Count == 0
                ? $"Found no rows for '{formula.Source}'. Expected at least one: the condition may leave none."
                : $"Found no row of {data.Count} with a value in each of {string.Join(", ", formula.Columns)}. Expected at least one.");
        design = new DesignColumns(formula, Data, data);
    }

    public Formula Formula { get; }

    /// <summary>The rows that were kept.</summary>
    public DataFrame Data { get; }

    public int Count => Data.Count;

    /// <summary>Number of rows left out for missing values.</summary>
    public int LeftOut { get; }

    /// <summary>Per column with missing values, in order of first mention; a row may miss several.</summary>
    public ImmutableArray<MissingValues> Missing { get; }

    /// <summary>The design: a column per coefficient, without intercept, strata and offset; named as R names them.</summary>
    /// <exception cref="FormulaException">A category has one value only, or a value is not a number.</exception>
    public ImmutableArray<Covariate> Covariates() => [.. Terms().SelectMany(term => term.Columns)];

    /// <summary>The design by term: several columns where a category or a spline takes part.</summary>
    public ImmutableArray<DesignTerm> Terms() => design.Terms();

    /// <summary>A label per row: R's <c>arm=A, sex=1</c>. One label for all where the formula has no terms.</summary>
    public ImmutableArray<string> Groups() => LabelsBy([.. Formula.Terms.SelectMany(term => term.Variables)
        .Select(variable => (variable.Label, variable.Value))]);

    /// <summary>The different labels of <see cref="Groups"/>: numbers ascending, texts alphabetical.</summary>
    public ImmutableArray<string> GroupOrder() => OrderOf(Groups(), [.. Formula.Terms
        .SelectMany(term => term.Variables).Select(variable => variable.Value)]);

    /// <summary>A label per row; null where the formula has no strata.</summary>
    public ImmutableArray<string>? Strata() => Formula.Strata.IsEmpty
        ? null
        : LabelsBy([.. Formula.Strata.Select(column => (column, Expression.OfColumn(column)))]);

    /// <summary>A label per row; null where the formula has no cluster.</summary>
    public ImmutableArray<string>? Clusters() => Formula.Cluster is { } cluster
        ? [.. Enumerable.Range(0, Count).Select(row => Data.Text(cluster, row)!)]
        : null;

    /// <summary>The sum of the offsets per row; null where the formula has none.</summary>
    public ImmutableArray<double>? Offset() => Formula.Offsets.IsEmpty
        ? null
        : [.. Formula.Offsets.Select(design.Finite).Aggregate((sum, next) => [.. sum.Zip(next, (one, other) => one + other)])];

    /// <summary>The response where it is one expression.</summary>
    /// <exception cref="FormulaException">It is not, or is not a number in some row.</exception>
    public double[] Response() => Formula.Response is FormulaResponse.Value { Expression: var value }
        ? design.Finite(value)
        : throw Wants("one column left of ~, such as outcome ~ marker");

    /// <summary>The response as text where it is one column: how categories are compared.</summary>
    public ImmutableArray<string> ResponseLabels() => Formula.Response is FormulaResponse.Value { Expression: var value }
        ? LabelsOf(value)
        : throw Wants("one column left of ~, such as outcome ~ marker");

    /// <summary>Follow-up with one kind of event.</summary>
    /// <remarks>
    /// Status 0 is censored and 1 the event; where the codes are 1 and 2, 1 is censored and 2 the event, as in R.
    /// </remarks>
    /// <exception cref="FormulaException">The response is no <c>Surv()</c>, a time cannot be, or the codes are others.</exception>
    public ImmutableArray<FollowUp> FollowUps()
    {
        var (start, time, status) = Survival();
        var codes = status.Distinct().Order().ToArray();
        if (codes is not ([0] or [1] or [0, 1] or [1, 2] or [2]))
            throw new FormulaException(
                $"Found the codes {string.Join(", ", codes.Take(10).Select(Text))} in '{SurvivalResponse.Status.Source}'. Expected 0 for censored and 1 for "
                    + $"the event: name the event, such as Surv(time, {SurvivalResponse.Status.Source} == {Text(codes[^1])}).");
        return [.. time.Select((last, row) => new FollowUp(last, status[row] == Math.Max(1, codes[^1]), start?[row]))];
    }

    /// <summary>Times with a code per row where risks compete: 0 for censored, 1, 2, … for the causes.</summary>
    /// <exception cref="FormulaException">The response is no <c>Surv(time, status)</c>, or a code is not whole.</exception>
    public (double[] Times, int[] Codes) Competing()
    {
        var (start, time, status) = Survival();
        if (start is not null)
            throw Wants("Surv(time, status): competing risks are not estimated from delayed entry here");
        for (var row = 0; row < status.Length; row++)
            if (status[row] is not (>= 0 and <= 1000) || status[row] != Math.Floor(status[row]))
                throw new FormulaException(
                    $"Found the code {Text(status[row])} in {Data.PlaceOf(row)} of '{SurvivalResponse.Status.Source}'. Expected 0 for censored, and whole numbers for the causes.");
        return (time, [.. status.Select(code => (int)code)]);
    }

    FormulaResponse.Survival SurvivalResponse => Formula.Response as FormulaResponse.Survival
        ?? throw Wants("Surv(time, status) left of ~");

    (double[]? Start, double[] Time, double[] Status) Survival()
    {
        var response = SurvivalResponse;
        var (start, time) = (response.Start is null ? null : design.Finite(response.Start), design.Finite(response.Time));
        for (var row = 0; row < time.Length; row++)
        {
            if (time[row] < 0)
                throw new FormulaException($"Found the time {Text(time[row])} in {Data.PlaceOf(row)}. Expected 0 or more.");
            if (start is not null && !(start[row] >= 0 && start[row] < time[row]))
                throw new FormulaException($"Found the start {Text(start[row])} and the stop {Text(time[row])} in "
                    + $"{Data.PlaceOf(row)}. Expected a start of 0 or more, and earlier.");
        }
        return (start, time, design.Finite(response.Status));
    }

    FormulaException Wants(string expected) => new($"Found '{Formula.Source}'. Expected {expected}.", 1);

    ImmutableArray<string> LabelsBy((string Label, Expression Value)[] by)
    {
        var parts = by.Select(part => (part.Label, Values: LabelsOf(part.Value))).ToArray();
        return [.. Enumerable.Range(0, Count).Select(row =>
            parts.Length == 0 ? "all" : string.Join(", ", parts.Select(part => $"{part.Label}={part.Values[row]}")))];
    }

    ImmutableArray<string> LabelsOf(Expression value)
    {
        if (value.SingleColumn is { } column)
            return [.. Enumerable.Range(0, Count).Select(row => Data.Text(column, row)!)];
        return [.. design.Finite(value).Select(Text)];
    }

    ImmutableArray<string> OrderOf(ImmutableArray<string> labels, Expression[] by)
    {
        var keys = by.Select(value => value.SingleColumn is { } column && !Data.IsNumeric(column)
            ? (Texts: LabelsOf(value), Numbers: null)
            : (Texts: default(ImmutableArray<string>), Numbers: (double[]?)design.Finite(value))).ToArray();
        return [.. Enumerable.Range(0, Count).DistinctBy(row => labels[row],
            StringComparer.Ordinal).Order(Comparer<int>.Create((one, other) =>
        {
            foreach (var (texts, numbers) in keys)
                if ((numbers is null ? string.CompareOrdinal(texts[one], texts[other]) : numbers[one].CompareTo(numbers[other]))
                    is var sign and not 0)
                    return sign;
            return 0;
        })).Select(row => labels[row])];
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How many rows miss a column.</summary>
public sealed record MissingValues(string Column, int Rows);

/// <summary>The columns of the design that belong to one term.</summary>
public sealed record DesignTerm(string Label, ImmutableArray<Covariate> Columns);
