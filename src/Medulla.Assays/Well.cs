using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Medulla.Assays;

/// <summary>A position on a microplate: row A to P, column 1 to 24, written <c>A1</c>.</summary>
/// <remarks>Ordered as a plate is read: along row A, then row B.</remarks>
public readonly record struct Well : IComparable<Well>
{
    const char FirstRow = 'A';
    const char LastRow = 'P';
    const int LastColumn = 24;

    /// <exception cref="ArgumentOutOfRangeException">No 96- or 384-well plate has this row or column.</exception>
    public Well(char row, int column)
    {
        if (row is < FirstRow or > LastRow)
            throw new ArgumentOutOfRangeException(nameof(row), row, "Expected a row from A to P.");
        if (column is < 1 or > LastColumn)
            throw new ArgumentOutOfRangeException(nameof(column), column, "Expected a column from 1 to 24.");
        (Row, Column) = (row, column);
    }

    public char Row { get; }

    public int Column { get; }

    /// <summary>Reads <c>A1</c>, <c>a1</c> and <c>A01</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Well well)
    {
        well = default;
        if (text is not { Length: 2 or 3 })
            return false;
        var row = char.ToUpperInvariant(text[0]);
        if (row is < FirstRow or > LastRow)
            return false;
        if (!int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var column))
            return false;
        if (column is < 1 or > LastColumn)
            return false;

        well = new Well(row, column);
        return true;
    }

    /// <exception cref="FormatException">The text names no well.</exception>
    public static Well Parse(string text) =>
        TryParse(text, out var well) ? well : throw new FormatException($"Found '{text}'. Expected a well such as A1.");

    public int CompareTo(Well other) => (Row, Column).CompareTo((other.Row, other.Column));

    public static bool operator <(Well left, Well right) => left.CompareTo(right) < 0;

    public static bool operator <=(Well left, Well right) => left.CompareTo(right) <= 0;

    public static bool operator >(Well left, Well right) => left.CompareTo(right) > 0;

    public static bool operator >=(Well left, Well right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Row}{Column}");
}
