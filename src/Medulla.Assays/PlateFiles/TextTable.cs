using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Medulla.Assays.PlateFiles;

/// <summary>A line of a table, cut into trimmed cells.</summary>
/// <param name="Number">From 1, as an editor counts.</param>
sealed record TextRow(int Number, ImmutableArray<string> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.Length == 0);

    /// <summary>The cell at this position from 0; empty beyond the end of the line.</summary>
    public string this[int position] => position < Cells.Length ? Cells[position] : "";
}

/// <summary>Cuts text into rows and cells; a cell in double quotes may hold the separator.</summary>
static class TextTable
{
    public static ImmutableArray<TextRow> Rows(ImmutableArray<string> lines, char separator) =>
        [.. lines.Select((line, index) => new TextRow(index + 1, Cells(line, separator)))];

    /// <summary>A number with a decimal point, an optional sign and exponent; no thousands separator, no NaN.</summary>
    public static bool TryReadNumber(string cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>Whether the cell is a number written with a decimal comma.</summary>
    public static bool TryReadDecimalComma(string cell, out double number)
    {
        number = 0;
        return cell.Count(character => character == ',') == 1 && !cell.Contains('.', StringComparison.Ordinal)
            && TryReadNumber(cell.Replace(',', '.'), out number);
    }

    static ImmutableArray<string> Cells(string line, char separator)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return [.. line.Split(separator, StringSplitOptions.TrimEntries)];

        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (character == '"' && quoted && index + 1 < line.Length && line[index + 1] == '"')
            {
                cell.Append('"');
                index++;
            }
            else if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == separator && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells.ToImmutable();
    }
}
