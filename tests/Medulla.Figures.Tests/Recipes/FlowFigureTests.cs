using System.Globalization;
using System.Text.RegularExpressions;
using Medulla.Figures.Recipes;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests.Recipes;

public partial class FlowFigureTests
{
    [Fact]
    public void The_numbers_drawn_add_up()
    {
        var drawn = FlowFigure.Draw(StudyExamples.Flow(), FigureWidth.Page, Language.English).Drawing.Labels
            .Select(label => Count().Match(label.Content.Plain)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal([103, 17, 7, 6, 4, 86, 4, 3, 1, 82, 41, 24, 41, 17], drawn);
        Assert.Equal(drawn[0], drawn[1] + drawn[5]);
        Assert.Equal(drawn[1], drawn[2] + drawn[3] + drawn[4]);
        Assert.Equal(drawn[9], drawn[10] + drawn[12]);
    }

    [Fact]
    public void A_stage_that_loses_people_without_a_reason_is_refused()
    {
        var flow = StudyExamples.Flow();
        var refusal = Assert.Throws<ArgumentException>(() => FlowFigure.Draw(
            flow with { Stages = flow.Stages.SetItem(1, flow.Stages[1] with { Count = 85 }) }, FigureWidth.Column,
            Language.English));

        Assert.Contains("Found 85 in \"Enrolled\". Expected 86: 103 in \"Screened\" less 17 excluded.", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Arms_that_do_not_add_up_are_refused()
    {
        var flow = StudyExamples.Flow();
        Assert.Throws<ArgumentException>(() =>
            FlowFigure.Draw(flow with { Arms = flow.Arms.RemoveAt(0) }, FigureWidth.Column, Language.English));
    }

    [Theory]
    [InlineData(FigureWidth.Column)]
    [InlineData(FigureWidth.Page)]
    public void Texts_stay_inside_their_boxes(FigureWidth width)
    {
        var drawing = FlowFigure.Draw(StudyExamples.Flow(), width, Language.Chinese).Drawing;
        var boxes = drawing.Primitives.OfType<Primitive.Rectangle>().Select(rectangle => rectangle.Area).ToList();
        var texts = drawing.Layer("flow").Children
            .SelectMany(child => child is Primitive.Link link ? link.Children : [child]).OfType<Primitive.Label>().ToList();

        Assert.Equal(7, boxes.Count);
        Assert.True(texts.Count >= 14);
        Assert.All(texts, text => Assert.Contains(boxes, box => text.Box.Left >= box.Left + 1 && text.Box.Right <= box.Right - 1
            && text.Box.Top >= box.Top + 0.8 && text.Box.Bottom <= box.Bottom - 0.8));
    }

    [GeneratedRegex("n\u00A0=\u00A0(?<count>[0-9]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Count();
}
