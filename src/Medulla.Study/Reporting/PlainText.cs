using System.Globalization;

namespace Medulla.Study.Reporting;

/// <summary>How days, instants, numbers and hashes stand in a line of text: ISO 8601, no grouping, no culture.</summary>
public static class PlainText
{
    const int HashDigits = 12;

    /// <summary>Empty for a day that does not exist.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>With the offset of the site's clock.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits, for people; empty for what does not exist.</summary>
    public static string Number(double? number) => number?.ToString("G4", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As many digits as the number has; empty for what does not exist.</summary>
    public static string Exact(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first digits of a hash: enough to tell apart, short enough to read.</summary>
    public static string Short(string hash) => hash.Length > HashDigits ? hash[..HashDigits] : hash;
}
