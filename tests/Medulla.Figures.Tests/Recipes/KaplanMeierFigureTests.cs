using System.Globalization;
using System.Xml.Linq;
using Medulla.Figures.Recipes;
using Medulla.Figures.Scales;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests.Recipes;

public class KaplanMeierFigureTests
{
    const double RoundingMm = 0.0006; // Three decimals in the file: half of the last, and a hair.

    static readonly KaplanMeierInput Input = SurvivalExample.ByLeptin();

    static XDocument Drawn(FigureWidth width, Profile profile = Profile.Journal, KaplanMeierInput? input = null) =>
        XDocument.Parse(KaplanMeierFigure.Draw(input ?? Input, width, Language.English).ToSvg(profile));

    [Theory]
    [InlineData(FigureWidth.Column)]
    [InlineData(FigureWidth.Page)]
    public void Corners_stand_where_the_tick_labels_say_the_numbers_are(FigureWidth width)
    {
        var svg = Drawn(width);
        var axes = svg.Part("axes");
        var months = axes.TickLabels("middle");
        var percents = axes.TickLabels("end");
        var x = SvgReading.Scale((months[0].Value, months[0].X), (months[^1].Value, months[^1].X));
        var y = SvgReading.Scale(
            (0, axes.TickHeight(percents.Single(tick => tick.Value == 0))),
            (100, axes.TickHeight(percents.Single(tick => tick.Value == 100))));

        var checkedCorners = 0;
        foreach (var (place, group) in Input.Groups.Index())
        {
            var corners = svg.Part($"curve-{place + 1}").Element(SvgReading.Svg + "path")!.Points();
            var events = group.Steps.Where(step => step.Events > 0).ToList();
            for (var number = 0; number < events.Count; number++, checkedCorners++)
            {
                var (before, after) = (corners[2 * number + 1], corners[2 * number + 2]);
                Assert.Equal(x(events[number].Days / FollowUpTimeScale.DaysPerMonth), before.X, RoundingMm);
                Assert.Equal(before.X, after.X);
                Assert.Equal(y(100 * (number == 0 ? 1 : events[number - 1].Survival)), before.Y, RoundingMm);
                Assert.Equal(y(100 * events[number].Survival), after.Y, RoundingMm);
            }
            Assert.Equal(x(group.LastFollowUpDays / FollowUpTimeScale.DaysPerMonth), corners[^1].X, RoundingMm);
            Assert.Equal(1 + 2 * events.Count + (group.Steps[^1].Events > 0 ? 0 : 1), corners.Count);
        }
        Assert.True(checkedCorners > 40, $"{checkedCorners} corners");
    }

    [Fact]
    public void Curves_never_rise_and_stay_inside_their_bands()
    {
        var svg = Drawn(FigureWidth.Column);
        for (var place = 1; place <= 3; place++)
        {
            var corners = svg.Part($"curve-{place}").Element(SvgReading.Svg + "path")!.Points();
            var band = svg.Part($"band-{place}").Element(SvgReading.Svg + "path")!.Points();
            var (upper, lower) = (band[..(band.Count / 2)], Enumerable.Reverse(band[(band.Count / 2)..]).ToList());
            Assert.All(corners.Zip(corners.Skip(1)), pair => Assert.True(pair.Second.Y >= pair.First.Y));
            for (var corner = 0; corner < upper.Count - 1; corner += 2)
            {
                var curve = corners.Last(point => point.X <= upper[corner].X + RoundingMm);
                Assert.True(upper[corner].Y <= curve.Y && curve.Y <= lower[corner].Y, $"band {place} at {upper[corner]}");
            }
        }
    }

    [Theory]
    [InlineData(FigureWidth.Column)]
    [InlineData(FigureWidth.Page)]
    public void Risk_table_columns_stand_at_the_ticks_and_add_up_to_everybody(FigureWidth width)
    {
        var svg = Drawn(width);
        var ticks = svg.Part("axes").Elements(SvgReading.Svg + "text")
            .Where(text => text.Attribute("text-anchor")?.Value == "middle" && int.TryParse(text.Value, out _))
            .Select(text => text.Attribute("x")!.Value).ToList();
        var cells = svg.Part("risk-table").Elements(SvgReading.Svg + "text")
            .Where(text => text.Attribute("text-anchor")?.Value == "middle").ToList();

        Assert.True(ticks.Count >= 5);
        Assert.Equal(ticks.Count * 3 * Input.Groups.Length, cells.Count);
        for (var group = 0; group < Input.Groups.Length; group++)
            for (var tick = 0; tick < ticks.Count; tick++)
            {
                var column = Enumerable.Range(0, 3).Select(row => cells[group * 3 * ticks.Count + row * ticks.Count + tick])
                    .ToList();
                Assert.All(column, cell => Assert.Equal(ticks[tick], cell.Attribute("x")!.Value));
                Assert.Equal(Input.Groups[group].Count,
                    column.Sum(cell => int.Parse(cell.Value, CultureInfo.InvariantCulture)));
            }
    }

    [Fact]
    public void Somebody_censored_at_a_tick_is_still_at_risk_there()
    {
        var input = SurvivalExample.Of(SurvivalExample.Estimate(new("All", "全部"), [(14, false), (28, true), (28, false)]));
        var rows = KaplanMeierFigure.Draw(input, FigureWidth.Column, Language.English).Alternative.Rows;

        Assert.Equal(["0", "7", "14", "21", "28"], rows.Select(row => row[1]));
        Assert.Equal(["3", "3", "3", "2", "2"], rows.Select(row => row[2]));
        Assert.Equal(["0", "0", "0", "1", "1"], rows.Select(row => row[3]));
        Assert.Equal(["0", "0", "0", "0", "0"], rows.Select(row => row[4]));
    }

    [Fact]
    public void Every_person_is_one_link_and_one_mark()
    {
        var figure = KaplanMeierFigure.Draw(Input, FigureWidth.Column, Language.English);
        var links = XDocument.Parse(figure.ToSvg(Profile.Screen)).Descendants(SvgReading.Svg + "a").ToList();

        Assert.Equal(86, links.Count);
        Assert.Equal(86, figure.Marks.Select(mark => mark.Label).Distinct().Count());
        Assert.Equal(1, links.Count(link => link.Attribute("tabindex")!.Value == "0"));
    }

    [Fact]
    public void A_median_that_is_not_reached_is_said_so()
    {
        var input = SurvivalExample.Of(SurvivalExample.Group(new("Low", "低"), 20, 1e9, 6));
        var figure = KaplanMeierFigure.Draw(input, FigureWidth.Page, Language.English);

        Assert.Contains("median NR", figure.Description, StringComparison.Ordinal);
        Assert.DoesNotContain(figure.Drawing.Layers, layer => layer.Part == "medians");
    }

    [Fact]
    public void Steps_out_of_order_are_refused_by_name()
    {
        var input = SurvivalExample.Of(SurvivalExample.Estimate(new("Low", "低"), [(1, true), (2, true)]) with
        {
            Steps = [new(2, 0.5, null, null, 1, 0), new(1, 0, null, null, 1, 0)],
        });

        var refusal = Assert.Throws<ArgumentException>(() =>
            KaplanMeierFigure.Draw(input, FigureWidth.Column, Language.English));
        Assert.Contains("step 1 of group \"Low\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_six_groups_are_refused()
    {
        var group = SurvivalExample.Estimate(new("Low", "低"), [(1, true)]);
        var refusal = Assert.Throws<ArgumentException>(() => KaplanMeierFigure.Draw(
            SurvivalExample.Of([.. Enumerable.Repeat(group, 7)]), FigureWidth.Column, Language.English));
        Assert.Contains("Found 7 groups", refusal.Message, StringComparison.Ordinal);
    }
}
