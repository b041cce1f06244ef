using System.Diagnostics;
using System.Xml.Linq;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests.Layout;

/// <summary>Looks at the printed pixels: catches what boxes miss, such as wrong advance widths.</summary>
public class RasterTests
{
    // Antialiased edges that only touch; more is ink on ink.
    const int Tolerated = 6;

    [Fact]
    public void No_text_is_printed_on_ink()
    {
        RequireRenderer();
        var figures = Gallery.Figures.Where(figure => figure.Key != "plate" && (figure.Width, figure.Language)
            is (FigureWidth.Column, _) or (FigureWidth.Page, Language.English)).ToList();

        Assert.Equal(24, figures.Count);
        Assert.All(figures, figure =>
        {
            var touching = TextOnInk(XDocument.Parse(figure.ToSvg(Profile.Journal)));
            Assert.True(touching <= Tolerated, $"{figure.Key} {figure.Width} {figure.Language}: {touching} pixels");
        });
    }

    [Fact]
    public void A_planted_line_through_a_title_is_seen()
    {
        RequireRenderer();
        var svg = XDocument.Parse(Gallery.Figures.First().ToSvg(Profile.Journal));
        svg.Root!.Add(new XElement(SvgReading.Svg + "line", new XAttribute("x1", "1"), new XAttribute("x2", "84"),
            new XAttribute("y1", "7"), new XAttribute("y2", "7"), new XAttribute("stroke", Palette.Ink), new XAttribute("stroke-width", "0.5")));

        Assert.True(TextOnInk(svg) > 100);
    }

    static int TextOnInk(XDocument svg)
    {
        var (texts, ink) = (new XDocument(svg), new XDocument(svg));
        texts.Descendants().Where(element => element.Name.LocalName is "path" or "line" or "circle" or "rect"
            && element.Attribute("class")?.Value != "paper").Remove();
        ink.Descendants(SvgReading.Svg + "text").Remove();
        var (first, second) = (Rendered(texts), Rendered(ink));
        Assert.Equal(first.Length, second.Length);
        return first.Zip(second).Count(pixel => pixel.First < 110 && pixel.Second < 140);
    }

    static byte[] Rendered(XDocument svg)
    {
        using var renderer = Process.Start(new ProcessStartInfo("rsvg-convert", "-d 300 -p 300")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        renderer.StandardInput.Write(svg.ToString(SaveOptions.DisableFormatting));
        renderer.StandardInput.Close();
        var grey = GreyPng.Read(renderer.StandardOutput.BaseStream);
        renderer.WaitForExit();
        return grey;
    }

    static void RequireRenderer()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "rsvg-convert"))))
            Assert.Skip("rsvg-convert is not installed (Debian: librsvg2-bin).");
    }
}
