using System.Collections.Immutable;
using System.Text;

namespace Medulla.Assays.PlateFiles;

/// <summary>Bytes of a plate file as text, with the encoding that the bytes themselves betray.</summary>
/// <remarks>
/// Marks at the start decide first; then bytes that are all ASCII, or well-formed UTF-8. What is left is taken for
/// Mac Roman, in which older SoftMax Pro writes the degree sign as byte A1.
/// </remarks>
sealed record PlateText(string Text, TextEncoding Encoding)
{
    const int MacRomanCodePage = 10000;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public ImmutableArray<string> Lines => [.. Text.ReplaceLineEndings("\n").Split('\n')];

    public static PlateText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return new(System.Text.Encoding.Unicode.GetString(bytes[2..]), TextEncoding.Utf16LittleEndian);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return new(System.Text.Encoding.UTF8.GetString(bytes[3..]), TextEncoding.Utf8WithMark);
        if (bytes.IndexOfAnyInRange<byte>(0x80, 0xFF) < 0)
            return new(System.Text.Encoding.ASCII.GetString(bytes), TextEncoding.Ascii);

        try
        {
            return new(StrictUtf8.GetString(bytes), TextEncoding.Utf8);
        }
        catch (DecoderFallbackException)
        {
            var macRoman = CodePagesEncodingProvider.Instance.GetEncoding(MacRomanCodePage)
                ?? System.Text.Encoding.Latin1;
            return new(macRoman.GetString(bytes), TextEncoding.MacRoman);
        }
    }
}
