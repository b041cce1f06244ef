using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Medulla.Assays.PlateFiles;

/// <summary>The plain grid that most microplate readers export: one plate of 96 or 384 wells, a grid per wavelength.</summary>
/// <remarks>
/// Header lines (name, value), then for each wavelength its line, the column numbers and the rows:
/// <code>
/// # SIMULATED for the built-in example
/// Plate,LEP-0007
/// Simulated,yes
/// Wavelength (nm),450
/// ,1,2,…,12
/// A,0.052,0.049,…
/// Wavelength (nm),570
/// ,1,2,…,12
/// A,0.041,0.040,…
/// </code>
/// Lines that start with <c>#</c>, and the line <c>Simulated</c>, are kept as notes. An empty cell is a well without a
/// reading. What <see cref="Write"/> writes is read back the same.
/// </remarks>
public static class PlateGridFile
{
    internal const string PlateHeader = "Plate";
    internal const string WavelengthHeader = "Wavelength (nm)";
    internal const string SimulatedHeader = "Simulated";
    internal const char NoteMark = '#';

    /// <summary>Whether a header of this format stands before the first column numbers.</summary>
    internal static bool Recognises(ImmutableArray<string> lines) =>
        lines.TakeWhile(line => !StartsWithCell(line, "") || !line.AsSpan(1).StartsWith("1"))
            .Any(line => StartsWithCell(line, PlateHeader) || StartsWithCell(line, WavelengthHeader));

    static bool StartsWithCell(string line, string cell) =>
        line.StartsWith(cell, StringComparison.Ordinal) && line.Length > cell.Length && line[cell.Length] is ',' or ';';

    internal static Parsed<PlateFileContent> Read(string fileName, PlateText source) =>
        new PlateGridReader(fileName, source).Read();

    /// <summary>One plate with its raw reads; groups and printed concentrations have no place in this format.</summary>
    /// <param name="notes">One comment line each, before the plate.</param>
    /// <exception cref="ArgumentException">
    /// The plate has no name, a read has no wavelength, a well is off the plate, or a text would break a line or a cell.
    /// </exception>
    public static string Write(PlateContent plate, params ReadOnlySpan<string> notes)
    {
        var text = new StringBuilder();
        foreach (var note in notes)
            text.Append(NoteMark).Append(' ').Append(OneLine(note, nameof(notes))).Append('\n');
        var name = plate.Name ?? throw new ArgumentException("Found a plate without a name. Expected one.", nameof(plate));
        text.Append(PlateHeader).Append(',').Append(OneCell(name)).Append('\n');

        var (rows, columns) = plate.WellCount == 384 ? (16, 24) : (8, 12);
        foreach (var read in plate.Reads)
        {
            var wavelengthNm = read.WavelengthNm ?? throw new ArgumentException(
                $"Found a read '{read.Label}' without a wavelength. Expected one.", nameof(plate));
            foreach (var well in read.Values.Keys.Concat(read.Flags.Keys))
                if (well.Row - 'A' >= rows || well.Column > columns)
                    throw new ArgumentException($"Found well {well} on a plate of {rows * columns} wells.", nameof(plate));

            text.Append(CultureInfo.InvariantCulture, $"{WavelengthHeader},{wavelengthNm}\n");
            for (var column = 1; column <= columns; column++)
                text.Append(CultureInfo.InvariantCulture, $",{column}");
            text.Append('\n');
            for (var row = 'A'; row < 'A' + rows; row++)
            {
                text.Append(row);
                for (var column = 1; column <= columns; column++)
                    text.Append(',').Append(CellOf(read, new Well(row, column)));
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    static string CellOf(PlateRead read, Well well) => read.Values.TryGetValue(well, out var value)
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : OneCell(read.Flags.GetValueOrDefault(well, ""));

    static string OneCell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? text
        : throw new ArgumentException(
            $"Found '{text}'. Expected a cell without comma, quotation mark or line break.", nameof(text));

    static string OneLine(string text, string name) => text.AsSpan().IndexOfAny("\r\n") < 0
        ? text
        : throw new ArgumentException($"Found a line break in note '{text}'. Expected one line.", name);
}
