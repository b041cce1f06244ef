using System.Text;

namespace Medulla.Cli.Output;

/// <summary>Columns aligned with spaces. Chinese characters take two places, as terminals and editors show them.</summary>
static class PlainTable
{
    const string Gap = "  ";

    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Widths(rows);
        foreach (var row in rows)
        {
            var line = new StringBuilder();
            foreach (var (column, cell) in row.Index())
                line.Append(column == 0 ? "" : Gap).Append(cell).Append(' ', widths[column] - WidthOf(cell));
            yield return line.ToString().TrimEnd();
        }
    }

    /// <summary>In places of a terminal.</summary>
    public static int WidthOf(IReadOnlyList<IReadOnlyList<string>> rows) =>
        Widths(rows).Sum() + Gap.Length * (rows[0].Count - 1);

    static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => WidthOf(row[column])))];

    static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    static bool IsWide(int rune) => rune
        is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0x20000 and <= 0x3FFFD;
}
