using System.Globalization;

namespace Medulla.Figures.Layout;

/// <summary>A colour of the sequential palette and the text colour that reads on it.</summary>
sealed record SequentialColour(string Hex, string TextColour)
{
    // Black and white text contrast equally, 4.58 : 1, at this luminance: sqrt(1.05 × 0.05) − 0.05.
    const double EqualContrastLuminance = 0.179;

    public static SequentialColour Paper { get; } = new(Palette.Paper, Palette.Black);

    /// <param name="share">From 0, palest, to 1, darkest.</param>
    public static SequentialColour At(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (Palette.Sequential.Length - 1);
        var low = Math.Min((int)place, Palette.Sequential.Length - 2);
        var channels = new int[3];
        for (var channel = 0; channel < 3; channel++)
        {
            var (from, to) = (Channel(Palette.Sequential[low], channel), Channel(Palette.Sequential[low + 1], channel));
            channels[channel] = (int)Math.Round(from + (place - low) * (to - from), MidpointRounding.AwayFromZero);
        }
        var hex = string.Create(CultureInfo.InvariantCulture, $"#{channels[0]:X2}{channels[1]:X2}{channels[2]:X2}");
        return new(hex, Luminance(hex) > EqualContrastLuminance ? Palette.Black : Palette.Paper);
    }

    /// <summary>Relative luminance as WCAG 2 defines it, 0 to 1.</summary>
    public static double Luminance(string hex)
    {
        double Linear(int channel)
        {
            var share = Channel(hex, channel) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Linear(0) + 0.7152 * Linear(1) + 0.0722 * Linear(2);
    }

    static int Channel(string hex, int channel) =>
        int.Parse(hex.AsSpan(1 + 2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
