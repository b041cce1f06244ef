using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>A UCUM unit as it is printed: <c>10*9/L</c> becomes 10⁹/L, <c>umol/L</c> becomes µmol/L.</summary>
public static class UnitText
{
    /// <summary>Empty for a count, which UCUM writes as 1, and for what has no unit.</summary>
    public static Bilingual Of(string? ucum) => ucum switch
    {
        null or "1" => Bilingual.Same(""),
        "a" => new("years", "岁"),
        _ => Bilingual.Same(Printed(ucum)),
    };

    static string Printed(string ucum)
    {
        var text = ucum.Replace("Cel", "°C", StringComparison.Ordinal).Replace("[IU]", "IU", StringComparison.Ordinal)
            .Replace("m2", "m²", StringComparison.Ordinal);
        if (text is ['u', 'm' or 'g' or 'L' or 'I', ..])
            text = "µ" + text[1..];
        if (!text.StartsWith("10*", StringComparison.Ordinal))
            return text;
        var power = text[3..].TakeWhile(char.IsAsciiDigit).ToArray();
        return $"10{string.Concat(power.Select(Superscript))}{text[(3 + power.Length)..]}";
    }

    static char Superscript(char digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
