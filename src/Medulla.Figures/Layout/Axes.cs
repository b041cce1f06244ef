using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Layout;

/// <summary>Draws axes: a line, ticks outward, labels that leave each other air. No box, no grid.</summary>
static class Axes
{
    const double AirBetweenLabels = 0.8;

    /// <summary>The width that tick labels, ticks and air take to the left of an upright axis.</summary>
    public static double LeftRoom(Sheet sheet, IEnumerable<Tick> ticks) =>
        ticks.Where(tick => tick.IsMajor).Max(tick => sheet.WidthOf(tick.Label)) + 1.5 + 0.3;

    public static void Bottom(Layer layer, Scale scale, double y, IReadOnlyList<Tick> ticks, bool labels = true)
    {
        if (scale is BrokenLogScale broken)
        {
            layer.Line(broken.StubStartMm, y, broken.BreakMm - 0.6, y, Sizes.AxisLine);
            layer.Line(broken.BreakMm + 0.6, y, broken.EndMm, y, Sizes.AxisLine);
            foreach (var middle in (double[])[broken.BreakMm - 0.6, broken.BreakMm + 0.6])
                layer.Line(middle - 0.4, y + 0.8, middle + 0.4, y - 0.8, Sizes.AxisLine);
        }
        else
        {
            layer.Line(scale.StartMm, y, scale.EndMm, y, Sizes.AxisLine);
        }

        foreach (var tick in ticks)
        {
            var x = scale.Place(tick.Value);
            layer.Line(x, y, x, y + (tick.IsMajor ? Sizes.Tick : Sizes.MinorTick), Sizes.AxisLine);
        }
        if (!labels)
            return;

        foreach (var label in Thinned(ticks, tick =>
            layer.Label(scale.Place(tick.Value), y + Sizes.TickLabelDrop, tick.Label, anchor: Anchor.Middle), across: true))
            layer.Add(label);
    }

    public static void Left(Layer layer, Scale scale, double x, IReadOnlyList<Tick> ticks)
    {
        layer.Line(x, scale.StartMm, x, scale.EndMm, Sizes.AxisLine);
        foreach (var tick in ticks)
        {
            var y = scale.Place(tick.Value);
            layer.Line(x - (tick.IsMajor ? Sizes.Tick : Sizes.MinorTick), y, x, y, Sizes.AxisLine);
        }
        foreach (var label in Thinned(ticks, tick => layer.Label(
            x - 1.5, scale.Place(tick.Value) + Sizes.Centred(Sizes.Small), tick.Label, anchor: Anchor.End), across: false))
            layer.Add(label);
    }

    /// <summary>The title of the x axis, kept on the page; returns the last baseline.</summary>
    public static double BottomTitle(Sheet sheet, Layer layer, Scale scale, double y, string title)
    {
        var baseline = y + Sizes.AxisTitleDrop;
        var available = sheet.Right - sheet.Left;
        foreach (var line in sheet.Wrap(title, available, Sizes.Axis))
        {
            var half = sheet.WidthOf(line, Sizes.Axis) / 2;
            var start = scale is BrokenLogScale broken ? broken.StubStartMm : scale.StartMm;
            var middle = Math.Clamp((start + scale.EndMm) / 2, sheet.Left + half,
                Math.Max(sheet.Left + half, sheet.Right - half));
            layer.Text(middle, baseline, line, Sizes.Axis, Anchor.Middle);
            baseline += Sizes.LinePitch;
        }
        return baseline - Sizes.LinePitch;
    }

    /// <summary>The title of the y axis, upright to read, in lines above the panel; returns the last baseline.</summary>
    public static double TopTitle(Sheet sheet, Layer layer, double top, string title, double? left = null, double? right = null)
    {
        var start = left ?? sheet.Left;
        var baseline = top + 0.74 * Sizes.Axis;
        foreach (var line in sheet.Wrap(title, (right ?? sheet.Right) - start, Sizes.Axis))
        {
            layer.Text(start, baseline, line, Sizes.Axis);
            baseline += Sizes.LinePitch;
        }
        return baseline - Sizes.LinePitch;
    }

    // Both ends first, then the ones, then fives and tens of a decade, then the rest where air remains.
    static List<Primitive.Label> Thinned(IReadOnlyList<Tick> ticks, Func<Tick, Primitive.Label> place, bool across)
    {
        var majors = ticks.Where(tick => tick.IsMajor).ToList();
        var kept = new List<Primitive.Label>();
        foreach (var tick in majors
            .OrderByDescending(tick => tick == majors[0] || tick == majors[^1])
            .ThenBy(tick => tick.Label.TrimStart('0', '.', '−').FirstOrDefault() switch { '1' => 0, '5' => 1, _ => 2 }))
        {
            var label = place(tick);
            var box = across ? label.Box.Grown(AirBetweenLabels / 2, 0) : label.Box.Grown(0, -0.1);
            if (!kept.Exists(other =>
                box.Overlaps(across ? other.Box.Grown(AirBetweenLabels / 2, 0) : other.Box.Grown(0, -0.1))))
                kept.Add(label);
        }
        return [.. kept.OrderBy(label => label.At.X).ThenBy(label => label.At.Y)];
    }
}
