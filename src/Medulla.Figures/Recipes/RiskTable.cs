using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>Numbers at risk under a panel; its columns stand at the panel's own ticks, so they cannot drift.</summary>
static class RiskTable
{
    const double Pitch = 3.2;

    public static double LabelWidth(Sheet sheet, KaplanMeierWords words) =>
        ((string[])[words.AtRisk, words.Censored, words.Events]).Max(label => sheet.WidthOf(label));

    /// <returns>The lowest millimetre used.</returns>
    public static double Draw(Sheet sheet, KaplanMeierInput input, FollowUpTimeScale time, double top, double right)
    {
        var words = KaplanMeierWords.In(sheet.Language);
        var layer = sheet.Layer("risk-table", "layer-table");
        var baseline = top;
        var swatch = SeriesStyle.SwatchMm(input.Groups.Length);
        foreach (var (place, group) in input.Groups.Index())
        {
            var style = SeriesStyle.At(place);
            var middle = baseline - Sizes.Centred(Sizes.Axis);
            layer.Line(sheet.Left, middle, sheet.Left + swatch, middle, style.Line(0.7));
            foreach (var line in sheet.Wrap(group.Name.In(sheet.Language), right - sheet.Left - swatch - 0.8, Sizes.Axis,
                bold: true))
            {
                layer.Text(sheet.Left + swatch + 0.8, baseline, line, Sizes.Axis, bold: true);
                baseline += Pitch;
            }

            (string Label, Func<double, int> Count, string Colour)[] rows =
            [
                (words.AtRisk, group.AtRisk, Palette.Ink),
                (words.Censored, group.CensoredBefore, Palette.Quiet),
                (words.Events, group.EventsBefore, Palette.Quiet),
            ];
            foreach (var (label, count, colour) in rows)
            {
                layer.Text(sheet.Left, baseline, label, colour: Palette.Quiet);
                foreach (var tick in time.Ticks())
                    layer.Text(time.Place(tick.Value), baseline, NumberText.Whole(count(time.ToDays(tick.Value))),
                        anchor: Anchor.Middle, colour: colour);
                baseline += Pitch;
            }
            baseline += 0.5;
        }
        return baseline - Pitch;
    }
}
