using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Medulla.Registry;

/// <summary>Texts of JSON, also of those that hold half a character.</summary>
static class JsonText
{
    /// <summary>The text of a string element. Half a surrogate pair becomes U+FFFD.</summary>
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone is JSON, but no text; the framework refuses the whole string for it.
            return WholeCharacters(Unescape(element.GetRawText().AsSpan()[1..^1]));
        }
    }

    /// <summary>The text with U+FFFD for every half of a surrogate pair.</summary>
    public static string WholeCharacters(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }
            at++;
            text.Append(raw[at] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var same => same,
            });
            if (raw[at] == 'u')
                at += 4;
        }
        return text.ToString();
    }
}
