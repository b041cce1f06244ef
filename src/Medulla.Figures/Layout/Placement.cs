using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>Finds places for labels where nothing else is drawn.</summary>
static class Placement
{
    const double LabelPadding = 0.15;
    const double NotePadding = 0.6;
    const double FromAxes = 1.6;

    static readonly double[] Above = [-1.1, -1.6];
    static readonly double[] Below = [3.2, 3.7];

    /// <summary>Names a curve at the right end of its own data, sliding left; null when no place is free.</summary>
    /// <param name="curve">Corners from left to right.</param>
    /// <param name="prefersBelow">True for the lowest curve.</param>
    public static Primitive.Label? Direct(
        Sheet sheet, Layer layer, string name, IReadOnlyList<Point> curve, SeriesStyle style, bool prefersBelow,
        TextBox panel)
    {
        var width = sheet.WidthOf(name, Sizes.Axis, bold: true);
        double[] offsets = prefersBelow ? [.. Below, .. Above] : [.. Above, .. Below];
        for (var right = Math.Min(curve[^1].X, panel.Right); right - width >= panel.Left + FromAxes; right -= 1)
        {
            var height = HeightAt(curve, right);
            foreach (var offset in offsets)
            {
                var label = layer.Label(right, height + offset, name, Sizes.Axis, Anchor.End, bold: true, style.TextColour);
                var box = label.Box;
                if (box.Top >= panel.Top && box.Bottom <= panel.Bottom && !sheet.Obstacles.Hit(box.Grown(LabelPadding)))
                    return label;
            }
        }
        return null;
    }

    /// <summary>Where a block this large fits nearest to a corner of the panel: its upper left corner, or null.</summary>
    /// <param name="onGround">True when the block may stand on a band.</param>
    public static Point? Note(
        Sheet sheet, double width, double height, TextBox panel, bool preferTop, bool onGround = false,
        bool preferLeft = false)
    {
        Point? best = null;
        var least = double.MaxValue;
        for (var across = 0; panel.Right - across - width >= panel.Left + FromAxes; across++)
            for (var along = 0; along <= panel.Height - height - FromAxes; along++)
            {
                if (across + along >= least)
                    break;
                var left = preferLeft ? panel.Left + FromAxes + across : panel.Right - across - width;
                var top = preferTop ? panel.Top + along : panel.Bottom - FromAxes - along - height;
                var box = new TextBox(left, top, left + width, top + height).Grown(NotePadding);
                if (onGround ? sheet.Obstacles.Hit(box) : sheet.Obstacles.HitOrGround(box))
                    continue;
                (best, least) = (new(left, top), across + along);
            }
        return best;
    }

    /// <summary>Writes lines downward from an upper left corner; returns the last baseline.</summary>
    public static double Lines(Layer layer, Point corner, IEnumerable<RichText> lines, string colour = Palette.Ink)
    {
        var baseline = corner.Y + 0.8 * Sizes.Small;
        foreach (var line in lines)
        {
            layer.Text(corner.X, baseline, line, colour: colour);
            baseline += Sizes.LinePitch;
        }
        return baseline - Sizes.LinePitch;
    }

    /// <summary>The height a block of this many lines takes.</summary>
    public static double Height(int lines) => (lines - 1) * Sizes.LinePitch + Sizes.Small;

    /// <summary>The curve's height at this place: of the last corner not beyond it.</summary>
    static double HeightAt(IReadOnlyList<Point> curve, double x)
    {
        var height = curve[0].Y;
        for (var corner = 1; corner < curve.Count && curve[corner].X <= x; corner++)
            height = curve[corner].Y;
        return height;
    }
}
