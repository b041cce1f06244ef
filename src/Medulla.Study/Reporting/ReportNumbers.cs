using System.Globalization;
using Medulla.Figures;
using Medulla.Figures.Text;
using Medulla.Statistics.Distributions;

namespace Medulla.Study.Reporting;

/// <summary>Numbers as the report prints them; what does not exist is a dash or NR, never an empty cell.</summary>
static class ReportNumbers
{
    const double DaysPerMonth = 30.4375;

    public const string Absent = "–";

    /// <summary>Two decimals; ∞ where a table is as extreme as its margins allow.</summary>
    public static string Ratio(double? ratio) => ratio switch
    {
        null => Absent,
        double.PositiveInfinity => "∞",
        { } number => NumberText.Ratio(number),
    };

    /// <summary>"0.36" or "&lt; 0.001".</summary>
    public static string P(double? probability) => probability is { } p ? NumberText.PValue(p) : Absent;

    /// <summary>"P = 0.36" or "P &lt; 0.001", never broken over two lines.</summary>
    public static string PEquals(double? probability) =>
        (P(probability) is var text && text[0] is '<' or '>' ? $"P {text}" : $"P = {text}").Replace(' ', '\u00A0');

    public static Bilingual Range(Interval? interval, Func<double?, string> format) =>
        interval is { } ends ? Range(ends.Lower, ends.Upper, format) : Bilingual.Same(Absent);

    /// <summary>"1.08–3.42"; "−0.31 to 0.12" where a dash would be taken for a minus.</summary>
    public static Bilingual Range(double? lower, double? upper, Func<double?, string> format)
    {
        var (low, high) = (lower is null ? "NR" : format(lower), upper is null ? "NR" : format(upper));
        return lower < 0 || upper < 0 ? new($"{low} to {high}", $"{low}～{high}") : Bilingual.Same($"{low}–{high}");
    }

    public static string Significant(double? value) => value is { } number ? NumberText.Significant(number) : Absent;

    public static string Two(double? value) => value is { } number ? NumberText.Fixed(number, 2) : Absent;

    /// <summary>Three significant digits; whole numbers, as years and counts are, with one decimal at most.</summary>
    public static Func<double?, string> Like(IEnumerable<double?> values) =>
        values.All(value => value is null || value == Math.Floor(value.Value))
            ? value => value is { } number ? NumberText.Shortest(Math.Round(number, 1)) : Absent
            : Significant;

    /// <summary>Days as months of 30.4375 days, one decimal; NR when not reached.</summary>
    public static string Months(double? days) => days is { } known ? NumberText.Fixed(known / DaysPerMonth, 1) : "NR";

    /// <summary>"24 (30 %)".</summary>
    public static string Share(int count, int total) => total == 0
        ? NumberText.Whole(count)
        : $"{NumberText.Whole(count)} ({NumberText.Percent((double)count / total)} %)";

    /// <summary>"95 % CI".</summary>
    public static Bilingual IntervalName(double level)
    {
        var percent = (100 * level).ToString("0.##", CultureInfo.InvariantCulture);
        return new($"{percent} % CI", $"{percent}% CI");
    }

    /// <summary>Every digit, as results are compared.</summary>
    public static string AllDigits(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? Absent;
}
