using Medulla.Web.Tests.Example;
using Medulla.Web.Words;

namespace Medulla.Web.Tests.Pages;

public sealed class EveryPageTests(ExampleHost host)
{
    public static TheoryData<string> Pages => [.. ExampleHost.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_there_in_both_languages_with_heading_title_and_badge(string page)
    {
        foreach (var (code, tag, text) in new[] { ("en", "en", Texts.English), ("zh", "zh-Hans", Texts.Chinese) })
        {
            using var person = host.Person();
            var separator = page.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var document = await person.ReadAsync($"{ExampleHost.Study(page)}{separator}lang={code}");

            Assert.Equal(tag, document.DocumentElement.GetAttribute("lang"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.Contains(text.Shell.Simulated, document.Title, StringComparison.Ordinal);
            Assert.Equal(text.Shell.Simulated, document.QuerySelector(".m-study .m-sim")?.TextContent.Trim());
            Assert.Contains(text.Shell.Independent, document.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(text.Shell.NotAuthenticated, document.QuerySelector(".m-who")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(document.QuerySelectorAll("[style], style, script:not([src])"));
        }
    }

    [Fact]
    public async Task A_study_of_real_participants_carries_no_badge()
    {
        using var person = host.Person();
        var document = await person.ReadAsync("/studies/minimal");

        Assert.NotNull(document.QuerySelector(".m-study"));
        Assert.Null(document.QuerySelector(".m-sim"));
    }

    [Fact]
    public async Task The_list_shows_every_study()
    {
        using var person = host.Person();
        var document = await person.ReadAsync("/studies");

        Assert.Equal([ExampleStudy.Key.Value, "minimal"], document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task The_language_chosen_once_is_kept_and_the_browser_s_language_is_the_start()
    {
        using var person = host.Person("zh-CN,zh;q=0.9,en;q=0.8");
        var first = await person.ReadAsync(ExampleHost.Study(""));
        await person.ReadAsync(ExampleHost.Study("?lang=en"));
        var then = await person.ReadAsync(ExampleHost.Study("/report"));

        Assert.Equal("zh-Hans", first.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", then.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Every_number_of_the_overview_opens_a_page()
    {
        using var person = host.Person();
        var overview = await person.ReadAsync(ExampleHost.Study(""));
        var links = overview.QuerySelectorAll(".m-tiles .m-n a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(10, links.Count);
        foreach (var link in links)
            await person.ReadAsync(link);
    }
}
