namespace Medulla.Figures.Layout;

/// <summary>The key above a panel, for when names find no place beside their curves.</summary>
static class KeyStrip
{
    const double SwatchMm = 5.1;
    const double Gap = 1;
    const double BetweenMm = 4;

    /// <summary>Draws the names in lines from left to right; returns the lowest millimetre used.</summary>
    public static double Draw(
        Sheet sheet, Layer layer, double top, double right, IEnumerable<(string Name, SeriesStyle Style)> series)
    {
        var (x, baseline) = (sheet.Left, top + 0.88 * Sizes.Small);
        foreach (var (name, style) in series)
        {
            var lines = sheet.Wrap(name, right - sheet.Left - SwatchMm - Gap);
            var width = SwatchMm + Gap + lines.Max(line => sheet.WidthOf(line));
            if (x > sheet.Left && x + width > right)
                (x, baseline) = (sheet.Left, baseline + Sizes.LinePitch);
            layer.Line(x, baseline - Sizes.Centred(Sizes.Small), x + SwatchMm, baseline - Sizes.Centred(Sizes.Small),
                style.Line(0.6));
            foreach (var (row, line) in lines.Index())
                layer.Text(x + SwatchMm + Gap, baseline + row * Sizes.LinePitch, line, colour: style.TextColour);
            baseline += (lines.Length - 1) * Sizes.LinePitch;
            x += width + BetweenMm;
        }
        return baseline + 0.25 * Sizes.Small;
    }
}
