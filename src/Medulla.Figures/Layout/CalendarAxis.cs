using System.Globalization;
using Medulla.Figures.Scales;

namespace Medulla.Figures.Layout;

/// <summary>A calendar in two rows: months, and years in bold with a hairline at each 1 January.</summary>
static class CalendarAxis
{
    const double Air = 1;
    const double DaysPerYear = 365.25;

    /// <returns>The last baseline.</returns>
    public static double Draw(Sheet sheet, Layer layer, CalendarScale scale, double y, Func<int, string> monthName)
    {
        layer.Line(scale.StartMm, y, scale.EndMm, y, Sizes.AxisLine);
        foreach (var month in scale.Months())
            layer.Line(scale.Place(month), y, scale.Place(month),
                y + (month.Month % 3 == 1 ? Sizes.Tick : Sizes.MinorTick), Sizes.AxisLine);

        // Every quarter if the names leave air, else January and July, else January alone, else the years must do.
        foreach (var every in (int[])[3, 6, 12])
        {
            var labels = scale.Months().Where(month => month.Month % every == 1)
                .Select(month => layer.Label(scale.Place(month), y + Sizes.TickLabelDrop, monthName(month.Month),
                    anchor: Anchor.Middle))
                .Where(label => label.Box.Right <= sheet.Right).ToList();
            if (labels.Zip(labels.Skip(1)).Any(pair => pair.Second.Box.Left - pair.First.Box.Right < Air))
                continue;
            var first = layer.Label(scale.StartMm, y + Sizes.TickLabelDrop, monthName(scale.First.Month),
                anchor: Anchor.Middle);
            if (labels.TrueForAll(label => label.Box.Left - first.Box.Right >= Air))
                labels.Add(first);
            labels.ForEach(layer.Add);
            break;
        }
        return Years(sheet, layer, scale, y);
    }

    static double Years(Sheet sheet, Layer layer, CalendarScale scale, double y)
    {
        var baseline = y + 2 * Sizes.TickLabelDrop - 0.2;
        var width = sheet.WidthOf("0000", bold: true) + Air;
        // Where a year is narrower than its name, every second, fifth or tenth is named.
        var yearMm = scale.LengthMm / Math.Max(1, scale.To - scale.From) * DaysPerYear;
        var every = ((int[])[1, 2, 5, 10]).FirstOrDefault(years => years * yearMm >= width, 20);
        for (var year = scale.First.Year; year <= scale.Last.Year; year++)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            var left = scale.Place(first < scale.First ? scale.First : first);
            var right = scale.Place(next > scale.Last ? scale.Last : next);
            if (every == 1 ? right - left >= width : year % every == 0 && right - left >= 0.9 * yearMm)
                layer.Text((left + right) / 2, baseline, year.ToString(CultureInfo.InvariantCulture),
                    anchor: Anchor.Middle, bold: true);
            if (first > scale.First && first < scale.Last && (every == 1 || year % every == 0))
                layer.Line(left, y + Sizes.TickLabelDrop + 0.9, left, every == 1 ? baseline + 0.4 : baseline - 2.2,
                    new(Palette.Hairline, 0.25));
        }
        return baseline;
    }
}
