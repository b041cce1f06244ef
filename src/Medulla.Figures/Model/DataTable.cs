using System.Collections.Immutable;

namespace Medulla.Figures;

/// <summary>The numbers of a figure as a table: for readers who cannot see it, and for those who want to copy them.</summary>
public sealed record DataTable
{
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are headers.</exception>
    public DataTable(string caption, ImmutableArray<string> headers, ImmutableArray<ImmutableArray<string>> rows)
    {
        foreach (var (number, row) in rows.Index())
            if (row.Length != headers.Length)
                throw new ArgumentException(
                    $"Found {row.Length} cells in row {number} of \"{caption}\". Expected {headers.Length}, one a header.",
                    nameof(rows));
        (Caption, Headers, Rows) = (caption, headers, rows);
    }

    public string Caption { get; }

    public ImmutableArray<string> Headers { get; }

    public ImmutableArray<ImmutableArray<string>> Rows { get; }
}
