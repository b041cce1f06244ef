using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Medulla.Figures;
using Medulla.Study.Reporting;
using Medulla.Study.Tests.Reporting;
using Medulla.Workspace.Reports;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Medulla.Workspace.Tests.Reports;

public sealed partial class ReportWriterTests
{
    public static TheoryData<string, Language> Files { get; } =
        [("simulated", Language.English), ("simulated", Language.Chinese), ("imported", Language.English), ("imported", Language.Chinese)];

    static StudyReport Report(string study) =>
        SmallStudies.Report(study == "imported" ? SmallStudies.ImportedRun : SmallStudies.SimulatedRun);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_file_is_well_formed_with_unique_ids_and_every_link_lands(string study, Language language)
    {
        var html = Parse(await ReportWriter.RenderAsync(Report(study), language));

        var ids = html.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.True(ids.Count > 40, $"Found {ids.Count} ids.");
        Assert.Equal([], ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key));

        var links = html.Descendants().Attributes("href").Select(link => link.Value).ToList();
        Assert.True(links.Count > 60, $"Found {links.Count} links.");
        Assert.All(links, link => Assert.StartsWith("#", link, StringComparison.Ordinal));
        Assert.Equal([], links.Select(link => link[1..]).Distinct().Except(ids));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_file_needs_nothing_else(string study, Language language)
    {
        var html = Parse(await ReportWriter.RenderAsync(Report(study), language));

        Assert.DoesNotContain(html.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "img" or "object" or "image");
        Assert.DoesNotContain(html.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName == "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        var style = Assert.Single(html.Descendants(), element => element.Name.LocalName == "style").Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Files_are_kept_for_the_eye_where_a_folder_is_named(string study, Language language)
    {
        if (Environment.GetEnvironmentVariable("MEDULLA_REPORT_GALLERY") is not { Length: > 0 } folder)
        {
            Assert.Skip("Set MEDULLA_REPORT_GALLERY to a folder to look at the reports.");
            return;
        }

        var report = Report(study);
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"{study}-{ReportWriter.FileName(report, language)}"), await ReportWriter.RenderAsync(report, language), TestStudy.Cancellation);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_same_report_gives_the_same_bytes(string study, Language language)
    {
        var first = await ReportWriter.RenderAsync(Report(study), language);

        Assert.Equal(first, await ReportWriter.RenderAsync(Report(study), language));
        Assert.DoesNotContain('\r', first);
        Assert.EndsWith("</html>\n", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulated_data_say_so_in_the_name_the_first_line_the_title_and_the_body()
    {
        var report = Report("simulated");
        var file = await ReportWriter.RenderAsync(report, Language.English);
        var html = Parse(file);

        Assert.Equal("SIMULATED-report.en.html", ReportWriter.FileName(report, Language.English));
        Assert.Equal("SIMULATED-report.zh.html", ReportWriter.FileName(report, Language.Chinese));
        Assert.StartsWith("<!-- SIMULATED DATA", file, StringComparison.Ordinal);
        Assert.StartsWith("SIMULATED: ", Value(html, "title"), StringComparison.Ordinal);
        Assert.StartsWith("SIMULATED: ", Value(html, "h1"), StringComparison.Ordinal);
        Assert.Contains(html.Descendants().Attributes("class"), name => name.Value == "r-every-page");
    }

    [Fact]
    public async Task Data_that_are_not_simulated_never_say_it()
    {
        var report = Report("imported");
        var file = await ReportWriter.RenderAsync(report, Language.English);

        Assert.Equal("report.en.html", ReportWriter.FileName(report, Language.English));
        Assert.StartsWith("<!DOCTYPE html>\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("SIMULATED", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "en", "Independent software. Not affiliated", "Flow of participants")]
    [InlineData(Language.Chinese, "zh-Hans", "独立软件，与该研究", "受试者流程")]
    public async Task Each_language_has_its_file(Language language, string tag, string footer, string heading)
    {
        var html = Parse(await ReportWriter.RenderAsync(Report("simulated"), language));

        Assert.Equal(tag, html.Root!.Attribute("lang")!.Value);
        Assert.Contains(footer, Value(html, "footer"), StringComparison.Ordinal);
        Assert.Contains(html.Descendants(), element => element.Name.LocalName == "h2" && element.Value == heading);
    }

    [Fact]
    public async Task On_a_page_numbers_open_the_pages_of_the_study_and_marks_in_figures_too()
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var page = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportBody>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ReportBody.Report)] = Report("simulated"),
                [nameof(ReportBody.Language)] = Language.English,
                [nameof(ReportBody.Profile)] = Profile.Screen,
            }))).ToHtmlString());

        Assert.Contains("href=\"/studies/simulated/plates/PL-0001\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/studies/simulated/journal?position=", page, StringComparison.Ordinal);
        var participants = Parse(page).Descendants().Where(element => element.Name.LocalName == "svg")
            .SelectMany(drawing => drawing.Descendants().Attributes("href")).Count(link => link.Value.StartsWith("/studies/simulated/participants/UH-", StringComparison.Ordinal));
        Assert.True(participants >= 3 * 45, $"Found {participants} marks.");
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_headers_and_headings_do_not_jump()
    {
        var html = Parse(await ReportWriter.RenderAsync(Report("simulated"), Language.English));
        var tables = html.Descendants().Where(element => element.Name.LocalName == "table").ToList();
        Assert.True(tables.Count > 20, $"Found {tables.Count} tables.");

        Assert.All(tables, table => Assert.Contains(table.Elements(), part => part.Name.LocalName == "caption" && part.Value.Trim() != ""));
        Assert.All(tables.Elements().Where(part => part.Name.LocalName == "thead").Descendants().Where(cell => cell.Name.LocalName == "th"),
            header => Assert.Equal("col", header.Attribute("scope")!.Value));

        var levels = html.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3").Select(element => element.Name.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), step => Assert.True(step.Second <= step.First + 1));
    }

    /// <summary>Strict: whatever a browser would mend is a fault. HTML leaves <c>meta</c> open by right; nothing else is.</summary>
    static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(OpenMeta().Replace(html, "<meta$1/>")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    [GeneratedRegex("<meta([^>]*[^/])>")]
    private static partial Regex OpenMeta();

    static string Value(XDocument html, string element) => html.Descendants().First(one => one.Name.LocalName == element).Value;
}
