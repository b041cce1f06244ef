using System.Collections.Immutable;
using System.Text;

namespace Medulla.Registry;

/// <summary>The registry's markdown, made ready to be shown as plain text.</summary>
public static class MarkupText
{
    /// <summary>Without backslash escapes (<c>\></c> is <c>></c>) and without marks that steer how text is shown.</summary>
    /// <remarks>A backslash before punctuation is an escape, any other is itself, as CommonMark says.</remarks>
    public static string Plain(string markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        var plain = new StringBuilder(markup.Length);
        for (var at = 0; at < markup.Length; at++)
        {
            if (markup[at] == '\\' && at + 1 < markup.Length && char.IsAscii(markup[at + 1]) && IsPunctuation(markup[at + 1]))
                at++;
            if (!IsControl(markup[at]))
                plain.Append(markup[at]);
        }
        return plain.ToString();
    }

    /// <summary>A text that is no markdown, such as a title, without characters that steer how text is shown.</summary>
    public static string Visible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Concat(text.Where(letter => !IsControl(letter)));
    }

    /// <summary>What stands between blank lines, each on one line.</summary>
    public static ImmutableArray<string> Paragraphs(string markup) =>
    [
        .. Plain(markup).ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => string.Join(' ', paragraph.Split('\n', StringSplitOptions.TrimEntries))),
    ];

    static bool IsPunctuation(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);

    // Marks of writing direction can make a text read otherwise than it is written.
    static bool IsControl(char letter) => (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
        || letter is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
