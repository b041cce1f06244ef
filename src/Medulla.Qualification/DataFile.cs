using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Medulla.Statistics.Formulas;

namespace Medulla.Qualification;

/// <summary>A table as text (CSV): one row per participant, names of the columns in the first line.</summary>
/// <remarks>
/// UTF-8, with or without its mark; fields apart by comma, or by semicolon or tab where the first line has those and no comma;
/// quoted as CSV quotes. An empty field and <c>NA</c> are missing. Numbers have a decimal point; a decimal comma is read
/// where commas do not part the fields, and said in <see cref="Notes"/>.
/// </remarks>
/// <param name="Data">Columns of numbers or texts.</param>
/// <param name="Notes">What was understood that a reader might not expect.</param>
public sealed partial record DataFile(DataFrame Data, ImmutableArray<string> Notes)
{
    /// <summary>The most rows that are read.</summary>
    public const int MostRows = 10_000_000;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="DataFileException">The content is not such a table.</exception>
    public static DataFile Read(string path)
    {
        try
        {
            return Parse(path, Utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            throw new DataFileException($"Found bytes in {path} that are not UTF-8. Expected a table saved as UTF-8.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException($"Found no file {path}. Expected a table there.");
        }
    }

    /// <param name="name">As messages call it.</param>
    /// <param name="text">Of the whole file.</param>
    /// <exception cref="DataFileException">The content is not such a table.</exception>
    public static DataFile Parse(string name, string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var firstLine = end < 0 ? text : text[..end];
        var separator = firstLine.Contains(',', StringComparison.Ordinal) ? ','
            : firstLine.Contains(';', StringComparison.Ordinal) ? ';'
            : firstLine.Contains('\t', StringComparison.Ordinal) ? '\t' : ',';
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = true,
            Separator = separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            PoolStrings = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            OnMalformedRecord = bad => throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                $"Found a row that is not CSV ({bad.Reason}) at line {bad.LineNumber} of {name}. Expected quotes to be closed.")),
        });
        if (string.IsNullOrWhiteSpace(text))
            throw new DataFileException($"Found nothing in {name}. Expected the names of its columns in the first line.");
        csv.ReadHeader();
        string[] names = [.. csv.Headers];
        RequireNames(name, names);

        var cells = names.Select(_ => new List<string?>()).ToArray();
        var lines = new List<int>();
        while (csv.Read())
        {
            if (csv.FieldCount != names.Length)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {csv.FieldCount} fields at line {csv.LineNumber} of {name}. Expected {names.Length}, one for each of "
                        + $"{string.Join(", ", names)}."));
            if (lines.Count == MostRows)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                    $"Found more than {MostRows} rows in {name}. Expected no more: choose rows or sum them up first."));
            lines.Add((int)csv.LineNumber);
            for (var column = 0; column < names.Length; column++)
                cells[column].Add(csv.GetString(column));
        }

        if (lines.Count == 0)
            throw new DataFileException($"Found a header and no rows in {name}. Expected one row per participant.");
        var notes = ImmutableArray.CreateBuilder<string>();
        return new DataFile(
            new DataFrame([.. names.Select((column, place) => ColumnOf(column, cells[place], separator, lines, notes))], lines),
            notes.ToImmutable());
    }

    static DataColumn ColumnOf(
        string name, List<string?> cells, char separator, List<int> lines, ImmutableArray<string>.Builder notes)
    {
        if (separator == ',' || cells.FindIndex(cell => cell is not null
            && DecimalComma().IsMatch(cell)) is not (>= 0 and var row)
            || !cells.TrueForAll(cell => cell is null or "" or "NA" || DecimalNumber().IsMatch(cell)))
            return DataColumn.OfCells(name, cells);
        var first = cells[row]!;
        notes.Add(string.Create(CultureInfo.InvariantCulture,
            $"Found decimal commas in the column {name}, such as '{first}' at line {lines[row]}: read as {WithPoint(first)}."));
        return DataColumn.OfCells(name, cells.Select(cell => cell is null ? null : WithPoint(cell)));
    }

    static string WithPoint(string cell) => cell.Replace(',', '.');

    static void RequireNames(string name, string[] names)
    {
        for (var column = 0; column < names.Length; column++)
        {
            if (names[column].Length == 0)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                    $"Found no name for column {column + 1} in the first line of {name}. Expected a name for each column."));
            if (Array.IndexOf(names, names[column]) is var first && first < column)
                throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the name '{names[column]}' for columns {first + 1} and {column + 1} of {name}. Expected each name once."));
        }
    }

    [GeneratedRegex(@"^[-+]?[0-9]+,[0-9]+([eE][-+]?[0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[-+]?[0-9]+(,[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex DecimalNumber();
}
