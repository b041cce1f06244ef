using System.Collections.Immutable;

namespace Medulla.Statistics.Formulas;

/// <summary>Columns of equal length by name, one row per participant; a cell is a number, a text, or missing.</summary>
/// <remarks>Rows are chosen without copying the columns. R: <c>data.frame</c>.</remarks>
public sealed class DataFrame
{
    readonly ImmutableDictionary<string, DataColumn> columns;
    readonly int[] rows;

    /// <exception cref="ArgumentException">No column, two of one name, or columns of different length.</exception>
    public DataFrame(IReadOnlyList<DataColumn> columns)
    {
        if (columns.Count == 0)
            throw new ArgumentException("Found no columns. Expected at least one.", nameof(columns));
        foreach (var column in columns)
            if (column.Count != columns[0].Count)
                throw new ArgumentException(
                    $"Found {column.Count} cells in the column {column.Name} and {columns[0].Count} in the column "
                        + $"{columns[0].Name}. Expected one length.", nameof(columns));
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new ArgumentException($"Found two columns {twice.Key}. Expected each name once.", nameof(columns));

        this.columns = columns.ToImmutableDictionary(column => column.Name, StringComparer.Ordinal);
        ColumnNames = [.. columns.Select(column => column.Name)];
        rows = [.. Enumerable.Range(0, columns[0].Count)];
    }

    DataFrame(DataFrame whole, int[] rows) => (columns, ColumnNames, this.rows) = (whole.columns, whole.ColumnNames, rows);

    /// <summary>Number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>In the order given.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Where the row stood, counted from 1, before any were left out.</summary>
    public int OriginalRow(int row) => rows[row] + 1;

    public bool IsMissing(string column, int row) => Column(column).IsMissing(rows[row]);

    /// <summary>Null where missing.</summary>
    /// <exception cref="FormulaException">There is no such column, or it holds a text there.</exception>
    public double? Number(string column, int row) => Column(column).Number(rows[row]);

    /// <summary>The cell as written; a number in its shortest form; null where missing.</summary>
    public string? Text(string column, int row) => Column(column).Text(rows[row]);

    /// <summary>Whether every cell that is not missing is a number.</summary>
    public bool IsNumeric(string column) => Column(column).IsNumeric;

    /// <summary>The rows at these places, counted from 0; a place may come several times.</summary>
    public DataFrame At(IEnumerable<int> places) => new(this, [.. places.Select(place => rows[place])]);

    /// <summary>The rows where the condition is true; a row where it is missing is left out, as by R's <c>subset</c>.</summary>
    /// <param name="condition">R's language: <c>time &gt; 0 &amp; !is.na(marker)</c>.</param>
    /// <exception cref="FormulaException">The condition cannot be read, or names a column that is not there.</exception>
    public DataFrame Where(string condition)
    {
        var holds = Expression.Parse(condition).Over(this);
        return new DataFrame(this, [.. Enumerable.Range(0, Count).Where(row => holds(row) is { } value && value != 0)
            .Select(row => rows[row])]);
    }

    /// <summary>The rows without a missing cell in any of these columns. R: <c>complete.cases</c>.</summary>
    public DataFrame Complete(IEnumerable<string> inColumns)
    {
        DataColumn[] needed = [.. inColumns.Distinct(StringComparer.Ordinal).Select(Column)];
        return new DataFrame(this, [.. rows.Where(row => needed.All(column => !column.IsMissing(row)))]);
    }

    DataColumn Column(string name) => columns.TryGetValue(name, out var column)
        ? column
        : throw new FormulaException(
            $"Found no column {name}. Expected one of {string.Join(", ", ColumnNames)}.");
}
