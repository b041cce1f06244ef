using System.Xml.Linq;
using Medulla.Figures.Layout;
using Medulla.Figures.Recipes;
using Medulla.Figures.Scales;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests.Recipes;

public class RecipeGeometryTests
{
    const double RoundingMm = 0.0011; // Both the curve and the ticks it is measured against have three decimals.

    static XDocument Svg(Figure figure) => XDocument.Parse(figure.ToSvg(Profile.Journal));

    static Func<double, double> LogScale(List<(double Value, double Mm)> ticks)
    {
        var scale = SvgReading.Scale((Math.Log(ticks[0].Value), ticks[0].Mm), (Math.Log(ticks[^1].Value), ticks[^1].Mm));
        return value => scale(Math.Log(value));
    }

    [Fact]
    public void A_ROC_curve_passes_through_its_points_in_a_square()
    {
        var input = ModelExamples.Roc();
        var svg = Svg(RocFigure.Draw(input, FigureWidth.Column, Language.English));
        var axes = svg.Part("axes");
        var (across, up) = (axes.TickLabels("middle"), axes.TickLabels("end"));
        var x = SvgReading.Scale((0, across.Single(tick => tick.Value == 0).X),
            (1, across.Single(tick => tick.Value == 100).X));
        var y = SvgReading.Scale((0, axes.TickHeight(up.Single(tick => tick.Value == 0))),
            (1, axes.TickHeight(up.Single(tick => tick.Value == 100))));
        var corners = svg.Part("curve").Element(SvgReading.Svg + "path")!.Points();

        Assert.Equal(x(1) - x(0), y(0) - y(1), RoundingMm);
        Assert.Equal(input.Curve.Length, corners.Count);
        Assert.All(corners.Zip(input.Curve), pair =>
        {
            Assert.Equal(x(pair.Second.FalsePositiveRate), pair.First.X, RoundingMm);
            Assert.Equal(y(pair.Second.Sensitivity), pair.First.Y, RoundingMm);
        });
    }

    [Theory]
    [InlineData(FigureWidth.Column)]
    [InlineData(FigureWidth.Page)]
    public void Forest_squares_stand_at_their_ratio_between_their_ends(FigureWidth width)
    {
        var input = ModelExamples.Forest();
        var svg = Svg(ForestFigure.Draw(input, width, Language.English));
        var ticks = svg.Part("axes").TickLabels("middle").Select(tick => (tick.Value, tick.X)).ToList();
        var x = LogScale(ticks);
        var squares = svg.Part("ratios").Elements(SvgReading.Svg + "rect")
            .Where(square => square.Attribute("fill")!.Value == Palette.Navy).ToList();
        var lines = svg.Part("ratios").Elements(SvgReading.Svg + "line").ToList();
        var ratios = input.Rows.OfType<ForestRow.Term>().Select(term => term.Ratio).OfType<Estimate>().ToList();

        Assert.Equal(5, squares.Count);
        Assert.All(squares.Zip(lines, ratios), row =>
        {
            var (square, line, ratio) = row;
            var centre = square.Number("x") + square.Number("width") / 2;
            Assert.Equal(x(ratio.Value), centre, 0.002);
            Assert.Equal(x(ratio.Lower!.Value), line.Number("x1"), 0.002);
            Assert.InRange(centre, line.Number("x1"), line.Number("x2"));
            Assert.Equal(square.Number("y") + square.Number("height") / 2, line.Number("y1"), 0.002);
        });
    }

    [Fact]
    public void An_interval_that_leaves_the_axis_ends_in_an_arrow_and_no_other_does()
    {
        var ratios = ForestFigure.Draw(ModelExamples.Forest(), FigureWidth.Page,
            Language.English).Drawing.Layer("ratios").Children;

        Assert.Single(ratios.OfType<Primitive.Path>());
        Assert.Equal(3, ratios.OfType<Primitive.Rectangle>().Count(square => square.Fill!.Colour == Palette.Paper));
    }

    [Fact]
    public void Marker_points_stand_at_their_value_and_the_box_at_its_quartiles()
    {
        var input = StudyExamples.MarkerByGroup();
        var drawing = MarkerByGroupFigure.Draw(input, FigureWidth.Column, Language.English);
        var axes = Svg(drawing).Part("axes");
        var y = LogScale([.. axes.TickLabels("end").Select(label => (label.Value, axes.TickHeight(label)))]);
        var first = input.Groups[0];
        var circles = Svg(drawing).Part("points-1").Elements(SvgReading.Svg + "circle").ToList();

        Assert.Equal(48, circles.Count);
        Assert.All(circles.Zip(first.Values), pair => Assert.Equal(y(pair.Second.Value), pair.First.Number("cy"), 0.002));
        Assert.Equal(3, Svg(drawing).Part("points-1").Elements(SvgReading.Svg + "path").Count());
        var box = Svg(drawing).Part("box-1").Element(SvgReading.Svg + "rect")!;
        Assert.Equal(y(first.Quartiles.Upper!.Value), box.Number("y"), 0.002);
        Assert.Equal(y(first.Quartiles.Lower!.Value), box.Number("y") + box.Number("height"), 0.002);
    }

    [Fact]
    public void Swarm_points_do_not_overlap_and_never_move_in_height()
    {
        var heights = StudyExamples.Group(new("All", "全部"), 60, 2.8, 5).Values
            .Select(value => 50 - 8 * Math.Log(value.Value)).ToList();
        var offsets = Beeswarm.Offsets(heights, Markers.RadiusMm, 20);

        Assert.Equal(60, offsets.Length);
        for (var first = 0; first < 60; first++)
            for (var second = first + 1; second < 60; second++)
                Assert.True(Math.Sqrt(Math.Pow(offsets[first] - offsets[second], 2)
                    + Math.Pow(heights[first] - heights[second], 2)) >= 2 * Markers.RadiusMm * 0.98);
    }

    [Fact]
    public void Histogram_bars_are_as_high_as_their_counts_and_count_everybody()
    {
        var input = StudyExamples.Distribution();
        var figure = MarkerDistributionFigure.Draw(input, FigureWidth.Column, Language.English);
        var heights = figure.Drawing.Layer("bars").Children.OfType<Primitive.Rectangle>().Select(bar => bar.Area.Height)
            .ToList();
        // The bar of values below the limit is drawn last and listed first.
        var counts = figure.Alternative.Rows
            .Select(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        counts = [.. counts.Skip(1), counts[0]];

        Assert.Equal(86, counts.Sum());
        Assert.Equal(counts.Count, heights.Count);
        Assert.All(heights.Zip(counts), pair => Assert.Equal(heights[0] / counts[0], pair.First / pair.Second, 1e-9));
    }

    [Fact]
    public void Masked_wells_are_crossed_and_the_zero_level_stands_left_of_the_break()
    {
        var input = AssayExamples.Calibration();
        var drawing = CalibrationCurveFigure.Draw(input, FigureWidth.Column, Language.English).Drawing;
        var wells = drawing.Layer("wells").Children.OfType<Primitive.Link>().ToList();
        var curve = drawing.Layer("curve").Children.OfType<Primitive.Path>().Single().Points;

        Assert.Equal(24, wells.Count);
        Assert.Single(wells, well => well.Children.Length == 3);
        Assert.Equal(3, wells.Count(well =>
            ((Primitive.Circle)well.Children[0]).Centre.X < curve[0].X - BrokenLogScale.StubMm / 3));
        Assert.Equal(input.Aliquots.Count(aliquot => !aliquot.InRange),
            drawing.Layer("aliquots").Children.OfType<Primitive.Link>()
            .Count(link => ((Primitive.Path)link.Children[0]).Fill!.Colour == Palette.Paper));
    }

    [Fact]
    public void A_plate_shows_every_well_once_and_leaves_an_empty_one_blank()
    {
        var input = AssayExamples.Plate();
        var wells = PlateFigure.Draw(input, FigureWidth.Column, Language.English).Drawing.Layer("wells").Children
            .OfType<Primitive.Link>().ToList();

        Assert.Equal(96, wells.Count);
        Assert.Equal(96, wells.Select(well => (well.HitArea.Left, well.HitArea.Top)).Distinct().Count());
        var empty = wells[3].Children;
        Assert.Equal(Palette.Paper, Assert.IsType<Primitive.Rectangle>(Assert.Single(empty)).Fill!.Colour);
    }

    [Fact]
    public void A_well_named_twice_is_refused()
    {
        var plate = AssayExamples.Plate();
        var refusal = Assert.Throws<ArgumentException>(() => PlateFigure.Draw(
            plate with { Wells = [plate.Wells[0], plate.Wells[0]] }, FigureWidth.Column, Language.English));
        Assert.Contains("Found well A1 twice", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_accrual_line_rises_by_one_person_and_ends_at_the_data_cut()
    {
        var input = AssayExamples.Accrual();
        var drawing = AccrualFigure.Draw(input, FigureWidth.Column, Language.English).Drawing;
        var line = drawing.Layer("enrolled").Children.OfType<Primitive.Path>().Single().Points;
        var references = drawing.Layer("references").Children.OfType<Primitive.Line>().ToList();

        Assert.Equal(references[1].From.X, line[^1].X, 1e-9);
        var perPerson = (line[0].Y - references[0].From.Y) / input.Target;
        Assert.Equal(39, (line[0].Y - line[^1].Y) / perPerson, 1e-6);
        Assert.All(line.Zip(line.Skip(1)), pair => Assert.True(pair.Second.Y <= pair.First.Y && pair.Second.X >= pair.First.X));
        Assert.Equal(39, drawing.Layer("people").Children.Length);
    }

    [Fact]
    public void An_enrolment_after_the_data_cut_is_refused()
    {
        var input = AssayExamples.Accrual();
        Assert.Throws<ArgumentException>(() => AccrualFigure.Draw(
            input with { DataCut = input.Enrolments[0].Day.AddDays(1) }, FigureWidth.Column, Language.English));
    }
}
