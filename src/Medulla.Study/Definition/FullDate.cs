using System.Globalization;

namespace Medulla.Study.Definition;

/// <summary>Complete calendar dates as people type them: 2025-08-01, 20250801, 2025/8/1, 2025年8月1日.</summary>
public static class FullDate
{
    static readonly string[] Formats = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>Null when the text is not a complete date of the calendar.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
