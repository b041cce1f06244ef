using System.Collections.Immutable;

namespace Medulla.Statistics.Formulas;

/// <summary>R's arithmetic and conditions over the columns of a <see cref="DataFrame"/>.</summary>
/// <remarks>
/// <c>+ - * / ^ ( )</c>, <c>log log2 log10 exp sqrt I</c>, comparisons with numbers and with quoted texts, <c>&amp; | !</c>,
/// <c>is.na(column)</c>, <c>seq_along(column)</c>, and <c>a:b</c> for a product. True is 1 and false is 0; what is computed
/// from something missing is missing.
/// </remarks>
public sealed class Expression
{
    readonly ExpressionNode root;

    internal Expression(string text, ExpressionNode root) => (Source, this.root) = (text, root);

    /// <summary>As written.</summary>
    public string Source { get; }

    /// <summary>The column that it is, if it is one and nothing more.</summary>
    internal string? SingleColumn => (root as ExpressionNode.Cell)?.Column;

    /// <summary>The columns it reads, each once.</summary>
    public ImmutableArray<string> Columns => [.. root.Columns().Distinct(StringComparer.Ordinal)];

    internal static Expression OfColumn(string column) => new(column, new ExpressionNode.Cell(column));

    /// <exception cref="FormulaException">The text is not an expression; the message points at the column.</exception>
    public static Expression Parse(string text)
    {
        var tokens = new FormulaTokens(text);
        var condition = ExpressionParser.Condition(tokens);
        return tokens.AtEnd ? new Expression(text, condition) : throw tokens.Problem("the end of the expression");
    }

    /// <summary>The value per row, counted from 0; null where something it needs is missing.</summary>
    /// <exception cref="FormulaException">The data have no such column.</exception>
    public Func<int, double?> Over(DataFrame data)
    {
        foreach (var column in Columns)
            if (!data.Has(column))
                throw data.Unknown(column, $", which '{Source}' names");
        return root.Over(data);
    }

    /// <summary>The value of every row.</summary>
    /// <exception cref="FormulaException">The data have no such column, or something is missing in a row.</exception>
    public double[] Values(DataFrame data)
    {
        var value = Over(data);
        return [.. Enumerable.Range(0, data.Count).Select(row => value(row) ?? throw new FormulaException(
            $"Found nothing for '{Source}' in {data.PlaceOf(row)}. Expected a number: leave the row out."))];
    }
}
