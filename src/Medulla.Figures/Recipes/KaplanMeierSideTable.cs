using Medulla.Figures.Layout;
using Medulla.Figures.Scales;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>The estimates beside a page-wide Kaplan–Meier panel.</summary>
static class KaplanMeierSideTable
{
    const double Indent = 6.1;
    const double SwatchMm = 5.1;
    const double Pitch = 3.4;

    /// <returns>The lowest millimetre used.</returns>
    public static double Draw(Sheet sheet, KaplanMeierInput input, FollowUpTimeScale time, double left, double top)
    {
        var words = KaplanMeierWords.In(sheet.Language);
        var layer = sheet.Layer("estimates", "layer-table");
        var baseline = top + 0.8;
        var unit = words.Comma + words.Unit(time.Unit);

        void Row(RichText label, RichText value)
        {
            layer.Text(left + Indent, baseline, label, colour: Palette.Quiet);
            if (sheet.WidthOf(label) * 1.02 + sheet.WidthOf(value) + 2 > sheet.Right - left - Indent)
                baseline += Pitch;
            layer.Text(sheet.Right, baseline, value, anchor: Anchor.End);
            baseline += Pitch;
        }

        layer.Text(sheet.Right, baseline - Pitch, words.EventsOfAll, anchor: Anchor.End, colour: Palette.Quiet);
        foreach (var (place, group) in input.Groups.Index())
        {
            var style = SeriesStyle.At(place);
            var middle = baseline - Sizes.Centred(Sizes.Axis);
            var counts = $"{group.Events} / {group.Count}";
            layer.Line(left, middle, left + SwatchMm, middle, style.Line(0.7));
            layer.Text(sheet.Right, baseline, counts, anchor: Anchor.End);
            foreach (var line in sheet.Wrap(group.Name.In(sheet.Language),
                sheet.Right - left - Indent - sheet.WidthOf(counts) - 2, Sizes.Axis, bold: true))
            {
                layer.Text(left + Indent, baseline, line, Sizes.Axis, bold: true);
                baseline += Pitch;
            }

            Row(words.Median + unit + words.Interval, KaplanMeierFigure.MedianText(group.Median, time, words));
            if (input.LandmarkYears is { } years && group.LandmarkSurvival is { } landmark)
                Row(Phrase.Filled(words.Landmark, years), landmark.With(NumberText.Percent));
            if (group.HazardRatio is { } ratio)
                Row(words.HazardRatio, ratio.With(NumberText.Ratio));
            else if (place == 0 && input.Groups.Any(other => other.HazardRatio is not null))
                Row(words.HazardRatio, words.Reference);
            baseline += 1.8;
        }

        if (input.LogRank is not null || input.ProportionalHazardsP is not null || input.MedianFollowUpDays is not null)
        {
            var rule = baseline - 0.74 * Sizes.Small - 1.9;
            layer.Line(left + Indent, rule, sheet.Right, rule, new(Palette.Hairline, 0.25));
        }
        if (input.LogRank is { } logRank)
            Row(words.LogRank, $"χ² = {NumberText.Fixed(logRank.ChiSquared, 1)}, df {logRank.DegreesOfFreedom}, "
                + NumberText.PEquals(logRank.P));
        if (input.ProportionalHazardsP is { } proportional)
            Row(words.ProportionalHazards, NumberText.PEquals(proportional));
        if (input.MedianFollowUpDays is { } followUp)
            Row(words.MedianFollowUp + unit, NumberText.Fixed(time.FromDays(followUp), 1));
        if (input.Groups.Any(group => group.Median.Days is null || group.Median.UpperDays is null))
            layer.Text(left + Indent, baseline, words.NotReachedNote, colour: Palette.Quiet);
        return baseline;
    }
}
