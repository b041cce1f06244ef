using System.Globalization;
using Medulla.Figures;
using Medulla.Figures.Text;
using Medulla.Statistics.Distributions;

namespace Medulla.Cli.Stats;

/// <summary>Numbers as a paper prints them.</summary>
static class StatsNumbers
{
    public const string None = "–";

    public static string Number(double? value) => value switch
    {
        null => None,
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        { } number when Math.Abs(number) >= 1e7 => number.ToString("0.###E+0", CultureInfo.InvariantCulture),
        { } number => NumberText.Significant(number),
    };

    /// <summary>Two decimals, more below 0.1 so that a small ratio does not become 0.</summary>
    public static string Ratio(double? value) =>
        value is { } number && double.IsFinite(number) && Math.Abs(number) is >= 0.1 and < 1e4 ? NumberText.Ratio(number)
            : Number(value);

    /// <summary>A share in per cent with one decimal.</summary>
    public static string Percent(double? value) => value is { } share ? NumberText.Fixed(100 * share, 1) : None;

    /// <summary>From 0 to 1 with three decimals.</summary>
    public static string Share(double? value) => value is { } share ? NumberText.Fixed(share, 3) : None;

    public static string P(double? value) => value is { } p ? NumberText.PValue(p) : None;

    /// <summary>"p = 0.36" or "p &lt; 0.001".</summary>
    public static string PEquals(double? value) => P(value) is ['<' or '>', ..] text ? $"p {text}" : $"p = {P(value)}";

    /// <summary>A number that was read or typed, not estimated: as short as it allows.</summary>
    public static string Exact(double? value) =>
        value is { } number && Math.Abs(number) < 1e15 && Math.Abs(number) is 0 or > 1e-9 ? NumberText.Shortest(number)
            : Number(value);

    public static string Whole(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string With(double? value, Interval? interval, Func<double?, string> format) =>
        interval is { } found ? With(value, found.Lower, found.Upper, format) : format(value);

    /// <summary>"1.85 (1.20–2.86)"; an end that does not exist is a dash.</summary>
    public static string With(double? value, double? lower, double? upper, Func<double?, string> format) =>
        lower is null && upper is null ? format(value) : $"{format(value)} ({format(lower)} to {format(upper)})";

    public static Bilingual Interval(double level) => new(
        string.Create(CultureInfo.InvariantCulture, $"{100 * level:0.##} % CI"),
        string.Create(CultureInfo.InvariantCulture, $"{100 * level:0.##}% 置信区间"));
}
