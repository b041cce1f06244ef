using System.Globalization;

namespace Medulla.Study.Journal;

/// <summary>One journal entry exactly as it is stored and sealed.</summary>
/// <param name="Position">1, 2, 3, … without a gap.</param>
/// <param name="RecordedAt">UTC, <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>.</param>
/// <param name="Payload">The fact as JSON text.</param>
/// <param name="Seal">SHA-256, 32 bytes; see <see cref="Journal.Seal"/>.</param>
public sealed record JournalRow(
    string Study, long Position, string RecordedAt, string Actor,
    string FactName, int FactVersion, string Payload, byte[] Seal)
{
    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The form in which <see cref="RecordedAt"/> is stored.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not in the stored form.</exception>
    public static DateTimeOffset ParseTime(string recordedAt) => new(
        DateTime.ParseExact(recordedAt, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), TimeSpan.Zero);
}
