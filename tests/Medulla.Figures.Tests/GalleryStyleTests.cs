using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Medulla.Figures.Layout;
using Medulla.Figures.Tests.Examples;

namespace Medulla.Figures.Tests;

public partial class GalleryStyleTests
{
    static readonly List<(Figure Figure, Profile Profile, string Text, XDocument Svg)> Written =
    [
        .. from figure in Gallery.Figures
           from profile in Gallery.Profiles
           let text = figure.ToSvg(profile)
           select (figure, profile, text, XDocument.Parse(text)),
    ];

    [Fact]
    public void Ids_are_unique_over_a_page_that_shows_every_figure()
    {
        var ids = Written.Where(written => written.Profile == Profile.Screen)
            .SelectMany(written => written.Svg.Descendants().Attributes("id")).Select(id => id.Value).ToList();

        Assert.True(ids.Count > 400, $"{ids.Count} ids");
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^fig-[a-z][A-Za-z0-9-]*$", id));
    }

    [Fact]
    public void A_suffix_keeps_two_copies_apart()
    {
        var figure = Gallery.Figures.First();
        var twice = XDocument.Parse(figure.ToSvg(Profile.Screen)).Descendants().Attributes("id")
            .Concat(XDocument.Parse(figure.ToSvg(Profile.Screen, "2")).Descendants().Attributes("id"))
                .Select(id => id.Value).ToList();

        Assert.Equal(twice.Count, twice.Distinct().Count());
        Assert.Throws<ArgumentException>(() => figure.ToSvg(Profile.Screen, "\" onload=\""));
    }

    [Fact]
    public void Nothing_in_a_figure_needs_a_style_a_script_or_another_address()
    {
        Assert.Equal(162, Written.Count);
        foreach (var (_, _, text, svg) in Written)
        {
            Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("xlink", text, StringComparison.Ordinal);
            Assert.DoesNotContain(svg.Descendants(),
                element => element.Name.LocalName is "style" or "script" or "image" or "foreignObject");
            Assert.DoesNotContain(svg.Descendants().Attributes(), attribute =>
                attribute.Name.LocalName == "style"
                    || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.All(svg.Descendants().Attributes("href"), href => Assert.Matches("^/[^/]", href.Value));
        }
    }

    [Fact]
    public void No_text_is_smaller_than_seven_points_and_no_line_thinner_than_a_hair()
    {
        foreach (var (figure, _, _, svg) in Written)
        {
            Assert.All(svg.Descendants().Attributes("font-size"),
                size => Assert.True(Read(size) >= 2.469, $"{figure.Key}: {size}"));
            Assert.All(svg.Descendants().Attributes("stroke-width"),
                width => Assert.True(Read(width) >= 0.12, $"{figure.Key}: {width}"));
        }
    }

    [Fact]
    public void Colours_come_from_the_palette_alone()
    {
        HashSet<string> palette =
        [
            Palette.Navy, Palette.Rust, Palette.Sky, Palette.Grey, Palette.SkyText, Palette.Ink, Palette.Quiet, Palette.Rule,
            Palette.Hairline, Palette.Flag, Palette.Paper, Palette.Black, "none",
        ];
        foreach (var (figure, _, _, svg) in Written)
            foreach (var colour in svg.Descendants().Attributes()
                .Where(attribute => attribute.Name.LocalName is "fill" or "stroke"))
            {
                var isCell = figure.Key == "plate" && colour.Parent!.Name.LocalName == "rect";
                Assert.True(palette.Contains(colour.Value) || (isCell && HexColour().IsMatch(colour.Value)),
                    $"{figure.Key}: {colour}");
            }
    }

    [Fact]
    public void Text_on_coloured_wells_has_enough_contrast()
    {
        var worst = Enumerable.Range(0, 1001).Select(step => SequentialColour.At(step / 1000.0))
            .Min(colour => Contrast(colour.Hex, colour.TextColour));

        Assert.True(worst >= 4.5, $"{worst}");
    }

    [Fact]
    public void Inks_read_on_white()
    {
        Assert.All((string[])[Palette.Ink, Palette.Quiet, Palette.Flag, Palette.Navy, Palette.Rust, Palette.SkyText],
            colour => Assert.True(Contrast(colour, Palette.Paper) >= 4.5, colour));
        Assert.All((string[])[Palette.Sky, Palette.Grey, Palette.Rule],
            colour => Assert.True(Contrast(colour, Palette.Paper) >= 3, colour));
    }

    [Fact]
    public void The_journal_profile_names_nobody_and_opens_nothing()
    {
        var labels = Written.SelectMany(written => written.Figure.Marks).Select(mark => mark.Label.Split(':')[0]).Distinct()
            .ToList();
        Assert.True(labels.Count > 200, $"{labels.Count} labels");
        foreach (var (_, _, text, svg) in Written.Where(written => written.Profile == Profile.Journal))
        {
            Assert.DoesNotContain("data-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("MED-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("href", text, StringComparison.Ordinal);
            Assert.Single(svg.Descendants(SvgReading.Svg + "title"));
        }
    }

    [Fact]
    public void The_report_profile_keeps_data_of_groups_and_nobodys_number()
    {
        var reports = Written.Where(written => written.Profile == Profile.Report).ToList();

        Assert.Contains(reports, written => written.Text.Contains("data-group=", StringComparison.Ordinal));
        Assert.All(reports, written => Assert.DoesNotContain("MED-", written.Text, StringComparison.Ordinal));
        Assert.All(reports, written => Assert.DoesNotContain("href", written.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Simulated_data_say_so_in_title_description_and_picture()
    {
        foreach (var (figure, _, _, svg) in Written)
        {
            var word = figure.Language == Language.English ? "SIMULATED" : "模拟数据";
            Assert.Contains(word, svg.Root!.Element(SvgReading.Svg + "title")!.Value, StringComparison.Ordinal);
            Assert.Contains(word, svg.Root!.Element(SvgReading.Svg + "desc")!.Value, StringComparison.Ordinal);
            var drawn = svg.Descendants(SvgReading.Svg + "text").Single(text => text.Value == word);
            Assert.Equal(Palette.Flag, drawn.Attribute("fill")!.Value);
            Assert.Equal("bold", drawn.Attribute("font-weight")!.Value);
        }
    }

    [Fact]
    public void Two_drawings_of_the_same_numbers_are_the_same_bytes() =>
        Assert.All(Gallery.Figures.Zip(Written.Where(written => written.Profile == Profile.Screen)),
            pair => Assert.True(pair.Second.Text == pair.First.ToSvg(Profile.Screen), pair.First.Key));

    [Fact]
    public void Numbers_do_not_take_the_culture_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            // A decimal comma, made by hand: the program runs with the invariant culture alone.
            var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.All(Gallery.Figures.Zip(Written.Where(written => written.Profile == Profile.Screen)),
                pair => Assert.True(pair.Second.Text == pair.First.ToSvg(Profile.Screen), pair.First.Key));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_figure_has_a_table_with_rows_and_fits_its_page() =>
        Assert.All(Gallery.Figures, figure =>
        {
            Assert.NotEmpty(figure.Alternative.Rows);
            Assert.NotEmpty(figure.Description);
            Assert.InRange(figure.Drawing.HeightMm, 30, 225);
        });

    [Fact]
    public void Chinese_figures_leave_no_English_words_but_names_and_units()
    {
        string[] allowed = ["ELN", "FLT", "ITD", "HR", "CI", "OD", "LLOQ", "ULOQ", "AUC", "Log", "rank", "df", "nm", "ng",
            "mL", "pg", "CV", "SE", "OVR", "NR"];
        foreach (var figure in Gallery.Figures.Where(figure => figure.Language == Language.Chinese))
            foreach (var label in figure.Drawing.Labels)
                Assert.All(Words().Matches(label.Content.Plain), word => Assert.True(
                    allowed.Contains(word.Value) || word.Value.Length == 1, $"{figure.Key}: \"{label.Content}\""));
    }

    static double Read(XAttribute number) => double.Parse(number.Value, CultureInfo.InvariantCulture);

    static double Contrast(string first, string second)
    {
        var (a, b) = (SequentialColour.Luminance(first), SequentialColour.Luminance(second));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    [GeneratedRegex("^#[0-9A-F]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex HexColour();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
