using System.Globalization;

namespace Medulla.Statistics.Formulas;

/// <summary>One named column of a <see cref="DataFrame"/>.</summary>
public sealed class DataColumn
{
    readonly double?[] numbers;
    readonly string?[]? texts;

    DataColumn(string name, double?[] numbers, string?[]? texts) => (Name, this.numbers, this.texts) = (name, numbers, texts);

    public string Name { get; }

    public int Count => numbers.Length;

    /// <summary>Whether every cell that is not missing is a number.</summary>
    public bool IsNumeric => texts is null;

    /// <param name="name">Of the column.</param>
    /// <param name="numbers">Null where missing.</param>
    public static DataColumn OfNumbers(string name, IEnumerable<double?> numbers) => new(name, [.. numbers], null);

    /// <summary>Cells as written in a file: numbers where all that are present are numbers, else texts.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="cells">Null, empty or <c>NA</c> where missing.</param>
    public static DataColumn OfCells(string name, IEnumerable<string?> cells)
    {
        string?[] present = [.. cells.Select(cell => cell is null or "" or "NA" ? null : cell)];
        double?[] values = [.. present.Select(cell => double.TryParse(
            cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : (double?)null)];
        return new DataColumn(name, values,
            present.Zip(values, (cell, number) => cell is not null && number is null).Any(text => text) ? present : null);
    }

    internal bool IsMissing(int row) => texts is null ? numbers[row] is null : texts[row] is null;

    internal double? Number(int row) =>
        texts is null || texts[row] is null || numbers[row] is not null
            ? numbers[row]
            : throw new FormulaException(
                $"Found the text '{texts[row]}' in row {row + 1} of the column {Name}. Expected a number: name the column "
                    + "only where categories are allowed, or leave the row out.");

    internal string? Text(int row) => texts is null ? numbers[row]?.ToString(CultureInfo.InvariantCulture) : texts[row];
}
