using System.Globalization;

namespace Medulla.Figures.Text;

/// <summary>Numbers as journals print them: true minus, en dash, no P of zero.</summary>
public static class NumberText
{
    const char Minus = '\u2212';

    public static string Whole(int value) => Fixed(value, 0);

    /// <summary>With this many decimals, rounded half to even away from ties only where binary says so.</summary>
    public static string Fixed(double value, int decimals)
    {
        var text = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (!text.StartsWith('-'))
            return text;
        return text.AsSpan(1).ContainsAnyExcept('0', '.') ? Minus + text[1..] : text[1..];
    }

    /// <summary>Two decimals: hazard and odds ratios.</summary>
    public static string Ratio(double value) => Fixed(value, 2);

    /// <summary>A fraction as whole per cent, without the sign.</summary>
    public static string Percent(double fraction) => Fixed(fraction * 100, 0);

    /// <summary>Three significant digits without an exponent: 0.0215, 21.5, 1150.</summary>
    public static string Significant(double value, int digits = 3)
    {
        if (value == 0)
            return "0";
        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var decimals = Math.Max(0, digits - 1 - magnitude);
        return decimals > 15 ? value.ToString("0.##E+0", CultureInfo.InvariantCulture) : Fixed(value, decimals);
    }

    /// <summary>As short as the number allows: tick labels, nominal levels.</summary>
    public static string Shortest(double value)
    {
        var text = ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? Minus + text[1..] : text;
    }

    /// <summary>"0.004", "0.36", "&lt; 0.001", "&gt; 0.99": never zero, never one.</summary>
    public static string PValue(double p) => p switch
    {
        < 0.001 => "< 0.001",
        < 0.00995 => Fixed(p, 3),
        > 0.99 => "> 0.99",
        _ => Fixed(p, 2),
    };

    /// <summary>"<em>P</em> = 0.36" or "<em>P</em> &lt; 0.001".</summary>
    public static RichText PEquals(double p)
    {
        var text = PValue(p);
        return RichText.Italic("P") + (text[0] is '<' or '>' ? $" {text}" : $" = {text}");
    }

    /// <summary>"1.08–3.42"; an end that does not exist is written "NR".</summary>
    public static string Range(double? lower, double? upper, Func<double, string> format) =>
        $"{(lower is { } low ? format(low) : "NR")}–{(upper is { } high ? format(high) : "NR")}";
}
