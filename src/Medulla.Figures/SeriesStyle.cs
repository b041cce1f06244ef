namespace Medulla.Figures;

enum MarkerShape
{
    Circle,
    Triangle,
    Diamond,
    Square,
}

/// <summary>How the series at one place of a definition looks everywhere: colour is never its only sign.</summary>
sealed record SeriesStyle(string Colour, string TextColour, string? Dash, MarkerShape Shape, bool Filled)
{
    const string Dashed = "2.2 0.7";
    const string Dotted = "0.6 0.6";

    static readonly SeriesStyle[] All =
    [
        new(Palette.Navy, Palette.Navy, null, MarkerShape.Circle, Filled: false),
        new(Palette.Rust, Palette.Rust, null, MarkerShape.Triangle, Filled: true),
        new(Palette.Sky, Palette.SkyText, null, MarkerShape.Diamond, Filled: true),
        new(Palette.Grey, Palette.Quiet, Dashed, MarkerShape.Square, Filled: false),
        new(Palette.Navy, Palette.Navy, Dashed, MarkerShape.Triangle, Filled: false),
        new(Palette.Rust, Palette.Rust, Dotted, MarkerShape.Circle, Filled: false),
    ];

    /// <summary>At most six: beyond that, small panels read better than more colours.</summary>
    public static int Most => All.Length;

    public static SeriesStyle At(int place) => All[place];

    /// <summary>Of a piece of line in a key: two dashes where a dashed series is among them, else short.</summary>
    public static double SwatchMm(int series) =>
        Enumerable.Range(0, series).Any(place => At(place).Dash is not null) ? 5.1 : 2.6;

    public Stroke Line(double widthMm) => new(Colour, widthMm, Dash);
}
