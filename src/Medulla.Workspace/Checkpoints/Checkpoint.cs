using System.Globalization;
using Medulla.Study.Journal;

namespace Medulla.Workspace.Checkpoints;

/// <summary>How far a journal had come at a moment; kept outside the database, it finds what seals alone cannot.</summary>
/// <param name="Position">Of the last entry then.</param>
/// <param name="Seal">Of that entry: 64 lower-case hexadecimal digits.</param>
public sealed record Checkpoint(StudyKey Study, long Position, string Seal, DateTimeOffset TakenAt)
{
    const string Format = "medulla-checkpoint-1";
    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>By which people find it among others.</summary>
    public string Name => string.Create(
        CultureInfo.InvariantCulture, $"checkpoint {Position} of {TakenAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    /// <summary>The text that is signed: one line, five words.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Format} {Uri.EscapeDataString(Study.Value)} {Position} {Seal} {JournalRow.Format(TakenAt)}");

    /// <summary>The reverse of <see cref="Line"/>; null when the text is not such a line.</summary>
    public static Checkpoint? Parse(string line) =>
        line.Split(' ') is [Format, var study, var position, { Length: 64 } seal, var time]
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var takenAt)
            ? new Checkpoint(new StudyKey(Uri.UnescapeDataString(study)), number, seal, takenAt)
            : null;
}
