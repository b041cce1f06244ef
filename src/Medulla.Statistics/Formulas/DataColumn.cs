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

    /// <summary>Whether more than half of the cells that are present are numbers.</summary>
    internal bool IsNumericForTheMostPart =>
        texts is null || 2 * numbers.Count(number => number is not null) > texts.Count(text => text is not null);

    internal bool HoldsText(int row) => texts is not null && texts[row] is not null && numbers[row] is null;

    internal double? Number(int row) => numbers[row];

    internal FormulaException NotANumber(int row, string place) => new(
        $"Found the text '{texts![row]}' in {place} of the column {Name}. Expected a number"
            + $"{(texts[row]!.Contains(',', StringComparison.Ordinal) ? " with a decimal point" : "")}: write NA or nothing where "
            + "it is missing, or name the column only where categories are allowed.");

    internal string? Text(int row) => texts is null ? numbers[row]?.ToString(CultureInfo.InvariantCulture) : texts[row];
}
