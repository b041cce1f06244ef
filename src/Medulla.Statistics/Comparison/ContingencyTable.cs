using System.Collections.Immutable;

namespace Medulla.Statistics.Comparison;

/// <summary>Participants counted by two categories.</summary>
public sealed class ContingencyTable
{
    readonly int[,] counts;

    ContingencyTable(int[,] counts)
    {
        this.counts = counts;
        var (rows, columns) = (Enumerable.Range(0, Rows), Enumerable.Range(0, Columns));
        RowTotals = [.. rows.Select(row => columns.Sum(column => counts[row, column]))];
        ColumnTotals = [.. columns.Select(column => rows.Sum(row => counts[row, column]))];
    }

    public int Rows => counts.GetLength(0);

    public int Columns => counts.GetLength(1);

    public int this[int row, int column] => counts[row, column];

    public ImmutableArray<int> RowTotals { get; }

    public ImmutableArray<int> ColumnTotals { get; }

    public int Total => RowTotals.Sum();

    /// <param name="rows">At least two, all of one length, at least two columns, counts 0 or more.</param>
    /// <exception cref="ArgumentException">
    /// The table is smaller or ragged, holds a negative count, or a row or column of zeros.
    /// </exception>
    public static ContingencyTable Of(params IReadOnlyList<int>[] rows)
    {
        if (rows.Length < 2 || rows[0].Count < 2 || rows.Any(row => row.Count != rows[0].Count))
            throw new ArgumentException(
                "Found a table that is ragged or smaller than 2 × 2. Expected at least two rows and two columns.",
                nameof(rows));

        var cells = new int[rows.Length, rows[0].Count];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < rows[0].Count; column++)
                cells[row, column] = rows[row][column] >= 0
                    ? rows[row][column]
                    : throw new ArgumentException(
                        $"Found {rows[row][column]} in row {row}, column {column}. Expected 0 or more.", nameof(rows));

        var table = new ContingencyTable(cells);
        if (table.RowTotals.Contains(0) || table.ColumnTotals.Contains(0))
            throw new ArgumentException(
                "Found a row or column without participants. Expected none: leave it out.", nameof(rows));
        return table;
    }

    /// <summary>Counts participants by two columns, each category in rising order.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or there are fewer than two categories in a column.</exception>
    public static ContingencyTable Of<TRow, TColumn>(IReadOnlyList<TRow> rowOf, IReadOnlyList<TColumn> columnOf)
        where TRow : notnull
        where TColumn : notnull
    {
        if (rowOf.Count != columnOf.Count)
            throw new ArgumentException(
                $"Found {rowOf.Count} and {columnOf.Count} values. Expected one of each per participant.", nameof(columnOf));

        var columns = columnOf.Distinct().Order().ToArray();
        var cells = rowOf.Zip(columnOf).CountBy(pair => pair).ToDictionary(cell => cell.Key, cell => cell.Value);
        return Of([.. rowOf.Distinct().Order().Select(row =>
            (IReadOnlyList<int>)[.. columns.Select(column => cells.GetValueOrDefault((row, column)))])]);
    }
}
