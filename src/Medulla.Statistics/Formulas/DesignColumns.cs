using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Formulas;

/// <summary>The terms of a formula as columns of numbers.</summary>
/// <remarks>
/// Treatment contrasts against the first level. As in R, a category is coded by contrasts where the term without it is in the
/// model too, and by all its levels where it is not.
/// </remarks>
/// <param name="formula">Names the terms.</param>
/// <param name="data">Complete rows.</param>
/// <param name="whole">All rows: where the knots of a spline lie is decided by everybody measured, as in R.</param>
sealed class DesignColumns(Formula formula, DataFrame data, DataFrame whole)
{
    readonly Dictionary<string, ImmutableArray<Covariate>> coded = new(StringComparer.Ordinal);

    public ImmutableArray<DesignTerm> Terms() => [.. formula.Terms.Select(term => new DesignTerm(term.Label, Columns(term)))];

    /// <summary>The value of every row.</summary>
    /// <exception cref="FormulaException">A value is not finite.</exception>
    public double[] Finite(Expression expression)
    {
        var values = expression.Values(data);
        for (var row = 0; row < values.Length; row++)
            if (!double.IsFinite(values[row]))
                throw new FormulaException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {values[row]} for '{expression.Source}' in {data.PlaceOf(row)}. Expected a finite number: leave the row out."));
        return values;
    }

    ImmutableArray<Covariate> Columns(FormulaTerm term)
    {
        ImmutableArray<Covariate> product = [];
        foreach (var variable in term.Variables)
        {
            var columns = Coded(variable, byContrasts: HasTermWithout(term, variable));
            // The first variable runs fastest, as in R.
            product = product.IsEmpty ? columns
                : [.. columns.SelectMany(outer => product.Select(inner => new Covariate(
                    $"{inner.Name}:{outer.Name}", [.. inner.Values.Zip(outer.Values, (one, other) => one * other)])))];
        }
        return product;
    }

    bool HasTermWithout(FormulaTerm term, FormulaVariable variable)
    {
        var rest = term.Variables.Select(other => other.Label).Where(label =>
            label != variable.Label).ToHashSet(StringComparer.Ordinal);
        return rest.Count == 0 || formula.Terms.Any(other => rest.SetEquals(other.Variables.Select(part => part.Label)));
    }

    ImmutableArray<Covariate> Coded(FormulaVariable variable, bool byContrasts)
    {
        var key = $"{byContrasts}{variable.Label}";
        if (!coded.TryGetValue(key, out var columns))
            coded[key] = columns = variable.Kind switch
            {
                FormulaVariableKind.Category => Category(variable, byContrasts),
                FormulaVariableKind.Spline => Spline(variable),
                _ when variable.Value.SingleColumn is { } column && !data.IsNumeric(column) => Category(variable, byContrasts),
                _ => [new Covariate(variable.Label, Finite(variable.Value))],
            };
        return columns;
    }

    ImmutableArray<Covariate> Category(FormulaVariable variable, bool byContrasts)
    {
        string[] labels;
        string[] levels;
        if (variable.Value.SingleColumn is { } column && !data.IsNumeric(column))
        {
            if (variable.Kind == FormulaVariableKind.AsIs)
                data.RequireNoStrayText(column);
            labels = [.. Enumerable.Range(0, data.Count).Select(row => data.Text(column, row)!)];
            levels = [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        else
        {
            var values = Finite(variable.Value);
            labels = [.. values.Select(Text)];
            levels = [.. values.Distinct().Order().Select(Text)];
        }
        if (levels.Length < 2)
            throw new FormulaException($"Found one value only, '{levels[0]}', of {variable.Label} in {data.Count} rows. Expected two "
                + "or more: leave it out of the formula.");
        return [.. levels.Skip(byContrasts ? 1 : 0).Select(level => new Covariate(
            variable.Label + level, [.. labels.Select(label => label == level ? 1.0 : 0.0)]))];
    }

    ImmutableArray<Covariate> Spline(FormulaVariable variable)
    {
        var measured = whole.Complete(variable.Value.Columns);
        var knots = RestrictedCubicSpline.AtQuantiles(variable.Value.Values(measured), variable.Knots);
        return knots.Expand(new Covariate(variable.Label + variable.Value.Source, Finite(variable.Value)));
    }

    static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
