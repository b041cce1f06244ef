using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>One line of a key: a symbol drawn about a point, and what it means.</summary>
sealed record KeyEntry(Func<Point, IEnumerable<Primitive>> Symbol, RichText Text)
{
    /// <summary>A piece of line, with its band behind it where it has one.</summary>
    public static KeyEntry Line(Stroke stroke, RichText text, double bandOpacity = 0) => new(
        at =>
        [
            .. bandOpacity > 0
                ? [new Primitive.Rectangle(new(at.X - 2, at.Y - 1, at.X + 2, at.Y + 1), null, new(stroke.Colour, bandOpacity))]
                : Array.Empty<Primitive>(),
            new Primitive.Line(new(at.X - 2, at.Y), new(at.X + 2, at.Y), stroke),
        ], text);

    public static KeyEntry Marker(Func<Point, Primitive> marker, RichText text) => new(at => [marker(at)], text);
}

/// <summary>A key of symbols and words, one below the other.</summary>
static class KeyBlock
{
    const double SymbolMm = 4;
    const double Gap = 1;

    public const double Pitch = 3.7;

    public static double Width(Sheet sheet, IEnumerable<KeyEntry> entries) =>
        SymbolMm + Gap + entries.Max(entry => sheet.WidthOf(entry.Text));

    public static double Height(int entries) => (entries - 1) * Pitch + Sizes.Small;

    /// <returns>The last baseline.</returns>
    public static double Draw(Layer layer, Point corner, ImmutableArray<KeyEntry> entries)
    {
        var baseline = corner.Y + 0.8 * Sizes.Small;
        foreach (var entry in entries)
        {
            foreach (var primitive in entry.Symbol(new(corner.X + SymbolMm / 2, baseline - Sizes.Centred(Sizes.Small))))
                layer.Add(primitive);
            layer.Text(corner.X + SymbolMm + Gap, baseline, entry.Text);
            baseline += Pitch;
        }
        return baseline - Pitch;
    }
}
