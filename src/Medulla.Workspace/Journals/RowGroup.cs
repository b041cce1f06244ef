using System.Collections.Immutable;
using System.Text;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Journals;

/// <summary>Rows that are stored together: what every journal requires of them before it starts.</summary>
static class RowGroup
{
    /// <summary>Throws for bytes and texts that are not well formed, instead of replacing a character in silence.</summary>
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">Names the row and what it lacks.</exception>
    public static void Require(JournalHead after, ImmutableArray<JournalRow> rows)
    {
        if (rows.IsDefaultOrEmpty)
            throw new ArgumentException("Found no row. Expected at least one.", nameof(rows));
        for (var index = 0; index < rows.Length; index++)
        {
            var (row, expected) = (rows[index], after.Position + 1 + index);
            if (row.Study != rows[0].Study)
                throw new ArgumentException(
                    $"Found study {row.Study} at index {index}. Expected {rows[0].Study}.", nameof(rows));
            if (row.Position != expected)
                throw new ArgumentException(
                    $"Found position {row.Position} at index {index}. Expected {expected}.", nameof(rows));
            RequireStorable(row);
        }
    }

    // Both databases must give back the very bytes that were sealed; PostgreSQL has no NUL in a text.
    static void RequireStorable(JournalRow row)
    {
        foreach (var text in (ReadOnlySpan<string>)[row.Study, row.RecordedAt, row.Actor, row.FactName, row.Payload])
        {
            if (text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException(
                    $"Found the character NUL in entry {row.Position}. Expected none in any text.", nameof(row));
            try
            {
                Utf8.GetByteCount(text);
            }
            catch (EncoderFallbackException half)
            {
                throw new ArgumentException(
                    $"Found half a surrogate pair in entry {row.Position}. Expected whole characters.", nameof(row), half);
            }
        }
    }
}
