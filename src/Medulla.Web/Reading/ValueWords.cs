using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Definition;
using Medulla.Web.Doors;
using Medulla.Web.Words;

namespace Medulla.Web.Reading;

/// <summary>Saved values as people read them: labels for codes, units beside numbers.</summary>
public static class ValueWords
{
    public static string Of(Item item, string value, PageScope here)
    {
        ArgumentNullException.ThrowIfNull(here);
        return Of(item, value, here.Language);
    }

    public static string Of(Item item, string value, Language language)
    {
        ArgumentNullException.ThrowIfNull(item);
        var terms = Texts.In(language).Terms;
        return item.Type switch
        {
            ItemType.YesNo => value == "Y" ? terms.Yes : value == "N" ? terms.No : value,
            ItemType.Choice => item.FindCode(value)?.Label.In(language) ?? value,
            ItemType.Number or ItemType.WholeNumber => $"{value.Replace('-', '−')} {Unit(item.Unit)}".TrimEnd(),
            _ => value,
        };
    }

    /// <summary>A UCUM unit as it is printed: <c>10*9/L</c> becomes 10⁹/L, <c>umol/L</c> becomes µmol/L.</summary>
    public static string Unit(string? ucum)
    {
        if (ucum is null)
            return "";
        var text = ucum.Replace("Cel", "°C", StringComparison.Ordinal).Replace("[IU]", "IU", StringComparison.Ordinal)
            .Replace("m2", "m²", StringComparison.Ordinal);
        if (text.StartsWith('u'))
            text = "µ" + text[1..];
        return text is ['1', '0', '*', >= '0' and <= '9' and var power, .. var rest] ? $"10{Superscript(power)}{rest}" : text;
    }

    /// <summary>A number with as many significant digits as a reader needs.</summary>
    public static string Number(double? value, string format = "0.###")
    {
        if (value is not { } number)
            return "–";
        var text = number.ToString(format, CultureInfo.InvariantCulture);

        // −0.04 with one decimal would read "−0.0".
        return text.Any(character => character is >= '1' and <= '9') ? text.Replace('-', '−') : text.TrimStart('-');
    }

    static char Superscript(char digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
