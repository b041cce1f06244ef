using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Statistics.Formulas;

/// <summary>Columns of equal length by name, one row per participant; a cell is a number, a text, or missing.</summary>
/// <remarks>Rows are chosen without copying the columns. R: <c>data.frame</c>.</remarks>
public sealed class DataFrame
{
    readonly ImmutableDictionary<string, DataColumn> columns;
    readonly int[] rows;
    readonly IReadOnlyList<int>? lines;

    /// <param name="columns">Of one length.</param>
    /// <param name="lines">Of a file, one per row, so that messages can name them; null where there is no file.</param>
    /// <exception cref="ArgumentException">No column, two of one name, or columns of different length.</exception>
    public DataFrame(IReadOnlyList<DataColumn> columns, IReadOnlyList<int>? lines = null)
    {
        if (columns.Count == 0)
            throw new ArgumentException("Found no columns. Expected at least one.", nameof(columns));
        foreach (var column in columns)
            if (column.Count != columns[0].Count)
                throw new ArgumentException(
                    $"Found {column.Count} cells in the column {column.Name} and {columns[0].Count} in the column "
                        + $"{columns[0].Name}. Expected one length.", nameof(columns));
        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(name =>
            name.Count() > 1) is { } twice)
            throw new ArgumentException($"Found two columns {twice.Key}. Expected each name once.", nameof(columns));

        this.columns = columns.ToImmutableDictionary(column => column.Name, StringComparer.Ordinal);
        ColumnNames = [.. columns.Select(column => column.Name)];
        rows = [.. Enumerable.Range(0, columns[0].Count)];
        this.lines = lines;
    }

    DataFrame(DataFrame whole, int[] rows) =>
        (columns, ColumnNames, lines, this.rows) = (whole.columns, whole.ColumnNames, whole.lines, rows);

    /// <summary>Number of rows.</summary>
    public int Count => rows.Length;

    /// <summary>In the order given.</summary>
    public ImmutableArray<string> ColumnNames { get; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>Where the row stood, counted from 1, before any were left out.</summary>
    public int OriginalRow(int row) => rows[row] + 1;

    /// <summary>Where the row stands, for people: "line 17" of a file, else "row 16".</summary>
    public string PlaceOf(int row) => lines is null
        ? string.Create(CultureInfo.InvariantCulture, $"row {rows[row] + 1}")
        : string.Create(CultureInfo.InvariantCulture, $"line {lines[rows[row]]}");

    public bool IsMissing(string column, int row) => Column(column).IsMissing(rows[row]);

    /// <summary>Null where missing.</summary>
    /// <exception cref="FormulaException">There is no such column, or it holds a text there.</exception>
    public double? Number(string column, int row)
    {
        var (cells, place) = (Column(column), rows[row]);
        return cells.HoldsText(place) ? throw cells.NotANumber(place, PlaceOf(row)) : cells.Number(place);
    }

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

    /// <summary>The first text of a column that otherwise holds numbers for the most part: as good as never meant.</summary>
    /// <exception cref="FormulaException">There is one.</exception>
    internal void RequireNoStrayText(string column)
    {
        var cells = Column(column);
        if (cells.IsNumeric || !cells.IsNumericForTheMostPart)
            return;
        for (var row = 0; row < rows.Length; row++)
            if (cells.HoldsText(rows[row]))
                throw cells.NotANumber(rows[row], PlaceOf(row));
    }

    /// <summary>What is said where a column is not there.</summary>
    internal FormulaException Unknown(string name, string where = "", int? at = null) => new(
        $"Found no column {name}{where}. Expected one of {string.Join(", ", ColumnNames)}"
            + $"{(NearestName.To(name, ColumnNames) is { } nearest ? $"; nearest: {nearest}" : "")}.", at);

    DataColumn Column(string name) => columns.TryGetValue(name, out var column) ? column : throw Unknown(name);
}
