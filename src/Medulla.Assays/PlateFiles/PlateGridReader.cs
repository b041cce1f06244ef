using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Assays.PlateFiles;

/// <summary>One pass over a grid file. See <see cref="PlateGridFile"/> for the form.</summary>
sealed class PlateGridReader(string fileName, PlateText source)
{
    const char LastRowOf384 = 'P';

    readonly Findings findings = new(fileName);
    readonly ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();
    readonly List<PlateRead> reads = [];
    ImmutableArray<TextRow> rows;
    string? plate;
    int? wavelengthNm;
    int? wellCount;
    int position;

    public Parsed<PlateFileContent> Read()
    {
        rows = [.. TextTable.Rows(source.Lines, ',').Where(row => !row.IsBlank)];
        if (rows.Any(row => row.Cells is [var only] && only.StartsWith("Plate;", StringComparison.Ordinal)))
        {
            findings.Fail("separator", 1, 1,
                "Found semicolons between cells. Expected commas, and decimals with a point: "
                + "export as CSV with English settings.");
            return findings.Give<PlateFileContent>(null);
        }

        while (position < rows.Length)
        {
            if (IsColumnNumbers(rows[position]))
                ReadGrid();
            else
                ReadHeader(rows[position++]);
        }

        if (plate is null)
            findings.Fail("barcode-missing", 1, 1, "Found no line 'Plate,<barcode>'. Expected one.");
        if (reads.Count == 0)
            findings.Fail("grid-missing", 1, 1, "Found no column numbers 1 to 12. Expected a grid of readings.");
        if (wavelengthNm is not null && reads.Count > 0)
            findings.Fail("grid-missing", rows[^1].Number, 1,
                $"Found wavelength {wavelengthNm} nm without a grid below it. Expected one.");

        var content = new PlateContent(plate, wellCount, [.. reads], Groups: []);
        return findings.Give(new PlateFileContent(
            fileName, PlateFileFormat.Grid, source.Encoding, DecimalSign.Point, [content], notes.ToImmutable()));
    }

    void ReadHeader(TextRow row)
    {
        switch (row.Cells)
        {
            case [{ Length: > 0 } first, ..] when first[0] == PlateGridFile.NoteMark:
                notes.Add(string.Join(", ", row.Cells.Where(cell => cell.Length > 0)).TrimStart(PlateGridFile.NoteMark).Trim());
                break;
            case [PlateGridFile.SimulatedHeader, var value, ..]:
                notes.Add($"{PlateGridFile.SimulatedHeader}: {value}");
                break;
            case [PlateGridFile.PlateHeader, { Length: > 0 } value, ..] when plate is null:
                plate = value;
                break;
            case [PlateGridFile.PlateHeader, { Length: > 0 } value, ..]:
                findings.Fail("plate-twice", row.Number, 1,
                    $"Found a second plate '{value}' after '{plate}'. Expected one plate in a file.");
                break;
            case [PlateGridFile.WavelengthHeader, var value, ..]:
                ReadWavelength(row, value);
                break;
            default:
                findings.Warn("header-not-read", row.Number, 1, $"Found '{string.Join(",", row.Cells)}'. It was not read.");
                break;
        }
    }

    void ReadWavelength(TextRow row, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var nanometres)
            || nanometres is < 200 or > 1100)
        {
            findings.Fail("wavelength", row.Number, 2,
                $"Found wavelength '{value}'. Expected whole nanometres from 200 to 1100.");
            return;
        }

        if (reads.Any(read => read.WavelengthNm == nanometres))
            findings.Fail("wavelength-twice", row.Number, 2, $"Found wavelength {nanometres} nm twice. Expected each once.");
        wavelengthNm = nanometres;
    }

    void ReadGrid()
    {
        var titles = rows[position++];
        var columns = titles.Cells.Skip(1).TakeWhile(cell => cell.Length > 0).Count();
        if (columns is not (12 or 24) || !titles.Cells.Skip(1).Take(columns).SequenceEqual(ColumnNumbers(columns)))
        {
            findings.Fail("column-numbers", titles.Number, 2,
                $"Found {columns} column numbers. Expected 1 to 12, or 1 to 24, without a gap.");
            columns = columns > 12 ? 24 : 12;
        }

        if (wavelengthNm is null)
            findings.Fail("wavelength-missing", titles.Number, 1,
                "Found no line 'Wavelength (nm),<whole number>' before this grid. Expected one.");

        var rowCount = columns == 24 ? 16 : 8;
        if (wellCount is { } known && known != rowCount * columns)
            findings.Fail("grid-size", titles.Number, 1,
                $"Found a grid of {rowCount * columns} wells after one of {known}. Expected the same.");
        wellCount = rowCount * columns;

        var values = ImmutableSortedDictionary.CreateBuilder<Well, double>();
        var flags = ImmutableSortedDictionary.CreateBuilder<Well, string>();
        var read = rows.Skip(position).TakeWhile(IsGridRow).ToList();
        position += read.Count;
        if (read.Count != rowCount)
            findings.Fail("row-count", titles.Number, 1,
                $"Found {read.Count} rows below the column numbers. Expected {rowCount}, A to {(char)('A' + rowCount - 1)}.");
        foreach (var (index, row) in read.Take(rowCount).Index())
            ReadRow(row, (char)('A' + index), columns, values, flags);

        reads.Add(new PlateRead($"Absorbance {wavelengthNm}", wavelengthNm, values.ToImmutable(), flags.ToImmutable()));
        wavelengthNm = null;
    }

    void ReadRow(
        TextRow row, char letter, int columns,
        ImmutableSortedDictionary<Well, double>.Builder values, ImmutableSortedDictionary<Well, string>.Builder flags)
    {
        if (row[0] != letter.ToString())
            findings.Fail("row-letter", row.Number, 1, $"Found row '{row[0]}'. Expected row {letter}.");

        var readings = row.Cells.Length - 1;
        if (readings != columns)
        {
            var remedy = readings > columns ? " Is the decimal sign a comma? Export with a point." : "";
            findings.Fail("column-count", row.Number, row.Cells.Length,
                $"Found {readings} readings in row {letter}. Expected {columns}.{remedy}");
            return;
        }

        for (var column = 1; column <= columns; column++)
            ReadWell(row, new Well(letter, column), values, flags);
    }

    void ReadWell(
        TextRow row, Well well,
        ImmutableSortedDictionary<Well, double>.Builder values, ImmutableSortedDictionary<Well, string>.Builder flags)
    {
        var cell = row[well.Column];
        if (cell.Length == 0)
            return;

        if (TextTable.TryReadNumber(cell, out var value))
        {
            values[well] = value;
        }
        else if (TextTable.TryReadDecimalComma(cell, out _))
        {
            findings.Fail("decimal-comma", row.Number, well.Column + 1,
                $"Found '{cell}' in well {well}. Expected a decimal point: export with English settings.");
        }
        else if (Calibration.Response.IsSaturationMark(cell))
        {
            flags[well] = cell;
            findings.Warn("well-saturated", row.Number, well.Column + 1,
                $"Found '{cell}' in well {well}. The well is saturated.");
        }
        else
        {
            findings.Fail("reading-not-a-number", row.Number, well.Column + 1,
                $"Found '{cell}' in well {well}. Expected an optical density such as 0.052, or OVRFLW.");
        }
    }

    static bool IsColumnNumbers(TextRow row) => row.Cells is ["", "1", ..];

    static bool IsGridRow(TextRow row) => row.Cells is [[>= 'A' and <= LastRowOf384], ..];

    static IEnumerable<string> ColumnNumbers(int columns) =>
        Enumerable.Range(1, columns).Select(column => column.ToString(CultureInfo.InvariantCulture));
}
