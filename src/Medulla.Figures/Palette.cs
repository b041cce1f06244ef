using System.Collections.Immutable;

namespace Medulla.Figures;

/// <summary>The only colours a figure may have; each is tested for contrast on white and in grey.</summary>
public static class Palette
{
    public const string Navy = "#10375E";
    public const string Rust = "#B4460F";
    public const string Sky = "#2F9BC8";
    public const string Grey = "#6B6B6B";

    /// <summary>Text of the sky series: the line colour itself is too light to read.</summary>
    public const string SkyText = "#1C6E92";

    public const string Ink = "#1A1A1A";
    public const string Quiet = "#5C5C5C";
    public const string Rule = "#8A8A8A";
    public const string Hairline = "#D9D9D9";
    public const string Flag = "#8F3508";
    public const string Paper = "#FFFFFF";

    /// <summary>On coloured cells only: with the ink colour the worst cell would fall under 4.5:1.</summary>
    public const string Black = "#000000";

    /// <summary>From low to high; linear in sRGB between neighbours.</summary>
    public static readonly ImmutableArray<string> Sequential =
        ["#F7FBFF", "#DCE9F4", "#BCD3E8", "#93B8D9", "#6698C4", "#3F77A8", "#235788", "#10375E"];
}
