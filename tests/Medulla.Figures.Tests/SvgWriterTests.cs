using System.Xml.Linq;
using Medulla.Figures.Recipes;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests;

public class SvgWriterTests
{
    [Theory]
    [InlineData(1.23456, "1.235")]
    [InlineData(85, "85")]
    [InlineData(-0.0001, "0")]
    [InlineData(0.1 + 0.2, "0.3")]
    public void Coordinates_have_three_decimals_and_no_negative_zero(double value, string expected) =>
        Assert.Equal(expected, SvgWriter.Number(value));

    [Fact]
    public void A_name_that_looks_like_markup_stays_a_name()
    {
        const string hostile = "<script>alert(1)</script> & \"low\" ]]> \u0001";
        var input = SurvivalExample.Of(
            SurvivalExample.Estimate(new(hostile, hostile), [(100, true), (300, false)]),
            SurvivalExample.Estimate(new("High", "高"), [(50, true), (400, false)]));
        var svg = XDocument.Parse(KaplanMeierFigure.Draw(input, FigureWidth.Page, Language.English).ToSvg(Profile.Screen));

        Assert.Empty(svg.Descendants(SvgReading.Svg + "script"));
        Assert.Contains(svg.Descendants(SvgReading.Svg + "text"),
            text => text.Value.Contains("<script>", StringComparison.Ordinal));
        Assert.Equal(hostile.Replace('\u0001', '\uFFFD'), svg.Part("curve-1").Attribute("data-group")!.Value);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\\example.org")]
    public void A_mark_cannot_lead_off_the_site(string target)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Mark("MED-001", target));
        Assert.Contains("within the site", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_says_its_size_its_language_and_its_names()
    {
        var figure = KaplanMeierFigure.Draw(SurvivalExample.ByLeptin(), FigureWidth.Column, Language.Chinese);
        var root = XDocument.Parse(figure.ToSvg(Profile.Journal)).Root!;

        Assert.Equal("fig-km-overall-survival-85-zh-Hans", root.Attribute("id")!.Value);
        Assert.Equal("85mm", root.Attribute("width")!.Value);
        Assert.Equal($"0 0 85 {SvgWriter.Number(figure.Drawing.HeightMm)}", root.Attribute("viewBox")!.Value);
        Assert.Equal("zh-Hans", root.Attribute("lang")!.Value);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal(figure.Title, root.Element(SvgReading.Svg + "title")!.Value);
        Assert.Equal(figure.Description, root.Element(SvgReading.Svg + "desc")!.Value);
    }

    [Fact]
    public void A_figure_whose_links_can_be_opened_is_no_plain_image() =>
        Assert.Equal("graphics-document", XDocument.Parse(
            KaplanMeierFigure.Draw(SurvivalExample.ByLeptin(), FigureWidth.Column,
            Language.English).ToSvg(Profile.Screen)).Root!.Attribute("role")!.Value);

    [Fact]
    public void A_table_row_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DataTable("Flow", ["Stage", "n"], [["Enrolled", "86"], ["Withdrawn"]]));
}
