using System.Collections.Immutable;
using System.Text;

namespace Medulla.Figures.Text;

/// <summary>Breaks a text into lines that fit: Latin at spaces, Chinese between any two characters.</summary>
public static class TextWrap
{
    const string NeverFirst = "，。：；）、！？」』》,.:;)";
    const string NeverLast = "（「『《(";

    // The advance table may err by 2 % where a fallback font draws.
    const double Safety = 1.02;

    /// <returns>At least one line; a word wider than the line is broken inside.</returns>
    public static ImmutableArray<string> Lines(
        string text, double sizeMm, double availableMm, bool bold = false, Language language = Language.English)
    {
        bool Fits(string line) => TextWidth.Of(line.TrimEnd(), sizeMm, bold, language) * Safety <= availableMm;

        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var piece in Pieces(text))
        {
            if (Fits(line + piece))
            {
                line += piece;
                continue;
            }
            if (line.TrimEnd().Length > 0)
                lines.Add(line.TrimEnd());
            line = "";
            foreach (var rune in piece.EnumerateRunes())
            {
                if (line.Length > 0 && !Fits(line + rune))
                {
                    lines.Add(line);
                    line = "";
                }
                line += rune;
            }
        }
        if (line.TrimEnd().Length > 0 || lines.Count == 0)
            lines.Add(line.TrimEnd());
        return lines.ToImmutable();
    }

    // A piece is what must stay together: a Latin word with its space, one Chinese character with its punctuation.
    static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var mayBreak = piece.Length > 0
                && (previous.Value == ' ' || TextWidth.IsWide(rune) || TextWidth.IsWide(previous))
                && rune.Value != ' ' && !Contains(NeverFirst, rune) && !Contains(NeverLast, previous);
            if (mayBreak)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(rune);
            previous = rune;
        }
        if (piece.Length > 0)
            pieces.Add(piece.ToString());
        return pieces;
    }

    static bool Contains(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value);
}
