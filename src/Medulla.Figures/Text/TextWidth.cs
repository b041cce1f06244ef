using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Medulla.Figures.Text;

/// <summary>How wide a text will be, without a font engine.</summary>
/// <remarks>
/// Advance widths of Liberation Sans, which are those of Arial, in thousandths of the font size. Kerning is left out, so
/// the table errs on the wide side: against Chromium's <c>getComputedTextLength</c> 0.997 to 1.056.
/// </remarks>
public static class TextWidth
{
    const int Wide = 1000;
    const int Unknown = 600;

    // Chinese fonts draw these a full square; Latin fonts do not.
    const string WideInChinese = "“”‘’·…°—";

    static readonly FrozenDictionary<Rune, int> Regular = Read(
        "191 '; 222 ijl‘’; 260 |; 278  !,./:;I[\\]ft·\u00A0; 333 ()-`r²³“”; 334 {}; 355 \"; 389 *; 400 °; 446 ε; 469 ^; " +
        "500 Jckvxyszγκλ↑↓; 525 χ; 549 ±≤≥≈√; 556 0123456789#$?L_abdeghnopqu–†‡§; 557 δ; 575 β; 576 µμ; 578 α; " +
        "584 +<=>~×−; 604 ●○; 611 FTZß; 617 σ; 667 &ABEKPSVXY; 690 π; 713 ∞; 722 CDHNRUw; 778 GOQ; 833 Mm; 834 ½; 889 %; " +
        "944 W; 990 ▲▼; 1000 —…™‰→←; 1015 @");

    static readonly FrozenDictionary<Rune, int> Bold = Read(
        "238 '; 278 ijl‘’; 280 |; 333 !:;[]ft; 389 r{}; 474 \"; 475 ε; 500 “”; 556 Jcksvxyγλ; 558 κ; 576 χ; 584 ^; 606 δ; " +
        "610 β; 611 ?Lbdghnopqu; 612 µμ; 615 α; 684 σ; 722 &ABK; 766 π; 778 w; 889 m; 975 @");

    // An accented letter is as wide as its base. By table: without ICU the runtime does not take letters apart.
    static readonly FrozenDictionary<Rune, Rune> Accented = new (char Letter, string With)[]
    {
        ('A', "ÀÁÂÃÄÅĀĂĄ"), ('C', "ÇĆĈĊČ"), ('D', "ĎĐ"), ('E', "ÈÉÊËĒĔĖĘĚ"), ('G', "ĜĞĠĢ"), ('H', "ĤĦ"), ('I', "ÌÍÎÏĨĪĬĮİ"),
        ('J', "Ĵ"), ('K', "Ķ"), ('L', "ĹĻĽŁ"), ('N', "ÑŃŅŇ"), ('O', "ÒÓÔÕÖØŌŎŐ"), ('R', "ŔŖŘ"), ('S', "ŚŜŞŠ"), ('T', "ŢŤŦ"),
        ('U', "ÙÚÛÜŨŪŬŮŰŲ"), ('W', "Ŵ"), ('Y', "ÝŶŸ"), ('Z', "ŹŻŽ"),
        ('a', "àáâãäåāăą"), ('c', "çćĉċč"), ('d', "ďđ"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģ"), ('h', "ĥħ"), ('i', "ìíîïĩīĭįı"),
        ('j', "ĵ"), ('k', "ķ"), ('l', "ĺļľł"), ('n', "ñńņň"), ('o', "òóôõöøōŏő"), ('r', "ŕŗř"), ('s', "śŝşš"), ('t', "ţťŧ"),
        ('u', "ùúûüũūŭůűų"), ('w', "ŵ"), ('y', "ýŷÿ"), ('z', "źżž"),
    }.SelectMany(letters => letters.With.EnumerateRunes(), (letters, accented) => (accented, Base: new Rune(letters.Letter)))
        .ToFrozenDictionary(pair => pair.accented, pair => pair.Base);

    /// <param name="sizeMm">Of the font.</param>
    /// <returns>Millimetres.</returns>
    public static double Of(string text, double sizeMm, bool bold = false, Language language = Language.English)
    {
        var thousandths = 0;
        foreach (var rune in text.EnumerateRunes())
            thousandths += Advance(rune, bold, language);
        return thousandths * sizeMm / 1000;
    }

    /// <summary>Italic advances are those of upright letters.</summary>
    public static double Of(RichText text, double sizeMm, bool bold = false, Language language = Language.English) =>
        text.Runs.Sum(run => Of(run.Text, sizeMm, bold, language));

    /// <summary>Thousandths of the font size that one character moves the pen.</summary>
    public static int Advance(Rune rune, bool bold, Language language)
    {
        if (IsWide(rune) || (language == Language.Chinese && rune.IsBmp && WideInChinese.Contains((char)rune.Value)))
            return Wide;
        if (rune.Value == 0x200B
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        if (bold && Bold.TryGetValue(rune, out var heavy))
            return heavy;
        if (Regular.TryGetValue(rune, out var advance))
            return advance;

        return Accented.TryGetValue(rune, out var letter) ? Advance(letter, bold, language) : Unknown;
    }

    /// <summary>True where Chinese, Japanese or Korean characters stand: they reach higher than Latin ones.</summary>
    public static bool HasWideCharacters(string text) => text.EnumerateRunes().Any(IsWide);

    /// <summary>A character that fills a square.</summary>
    public static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x20000 and <= 0x3FFFF);

    // "278 ijl; 333 !:;" — a semicolon parts two entries only when a space follows it.
    static FrozenDictionary<Rune, int> Read(string table)
    {
        var widths = new Dictionary<Rune, int>();
        foreach (var entry in table.Split("; "))
        {
            var width = int.Parse(entry[..entry.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
            foreach (var rune in entry[(entry.IndexOf(' ', StringComparison.Ordinal) + 1)..].EnumerateRunes())
                widths[rune] = width;
        }
        return widths.ToFrozenDictionary();
    }
}
