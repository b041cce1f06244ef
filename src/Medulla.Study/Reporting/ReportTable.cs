using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>A table of the report.</summary>
public sealed record ReportTable
{
    /// <param name="key">Its id in the report: lower-case letters, digits and hyphens.</param>
    /// <param name="note">Stands under it; null when the caption says it all.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
    public ReportTable(
        string key, Bilingual caption, ImmutableArray<ReportColumn> columns, ImmutableArray<ReportRow> rows,
        Bilingual? note = null)
    {
        foreach (var (place, row) in rows.Index())
            if (row.Cells.Length != columns.Length)
                throw new ArgumentException(
                    $"Found {row.Cells.Length} cells in row {place} of table {key}. Expected {columns.Length}, one a column.", nameof(rows));
        (Key, Caption, Columns, Rows, Note) = (key, caption, columns, rows, note);
    }

    public string Key { get; }

    public Bilingual Caption { get; }

    public ImmutableArray<ReportColumn> Columns { get; }

    public ImmutableArray<ReportRow> Rows { get; }

    public Bilingual? Note { get; }
}

/// <param name="IsNumeric">Set right-aligned.</param>
public sealed record ReportColumn(Bilingual Header, bool IsNumeric = false);

/// <param name="Cells">The first names the row.</param>
/// <param name="Anchor">Id of the row; null when nothing points at it.</param>
/// <param name="IsIndented">Under the row above: a level of a variable.</param>
public sealed record ReportRow(ImmutableArray<ReportCell> Cells, string? Anchor = null, bool IsIndented = false);
