using System.Text.RegularExpressions;
using Medulla.Web.Tests.Example;

namespace Medulla.Web.Tests.Pages;

public sealed partial class RecordPageTests(ExampleHost host)
{
    static readonly string[] Sections =
    [
        "study-results", "basic-information", "brief-summary", "detailed-description", "conditions", "study-design",
        "eligibility-criteria", "sponsors", "responsible-party", "principal-investigators", "locations", "countries",
        "central-contacts", "facility-contacts", "other-identifiers", "more-related-trials",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Shows_all_sections_in_their_order_each_explained(string language)
    {
        using var person = host.Person();
        var page = await person.ReadAsync(ExampleHost.Study($"/record?lang={language}"));
        var sections = page.QuerySelectorAll(".m-sections > section:not(#open-questions)").ToList();

        Assert.Equal(Sections, sections.Select(section => section.Id));
        Assert.All(sections, section => Assert.NotEmpty(section.QuerySelector("header p")!.TextContent.Trim()));
        Assert.Equal(Sections.Length + 1, page.QuerySelectorAll(".m-index a").Length);
    }

    [Theory]
    [InlineData("/record?lang=en")]
    [InlineData("/record?lang=zh")]
    [InlineData("/journal")]
    public async Task Shows_no_telephone_number_and_no_mail_address(string page)
    {
        using var person = host.Person();
        var text = (await person.ReadAsync(ExampleHost.Study(page))).DocumentElement.OuterHtml;

        Assert.Contains("Medulla", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(Telephone(), text);
        Assert.DoesNotMatch(Mail(), text);
    }

    [Fact]
    public async Task Names_contacts_and_says_what_is_not_stated()
    {
        using var person = host.Person();
        var page = await person.ReadAsync(ExampleHost.Study("/record"));

        Assert.Contains("Huifang Huang", page.GetElementById("central-contacts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not stated in the record", page.GetElementById("basic-information")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Results pending", page.GetElementById("study-results")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2025-09-09", page.GetElementById("study-results")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_the_nine_criteria_and_the_open_questions_with_their_defaults()
    {
        using var person = host.Person();
        var page = await person.ReadAsync(ExampleHost.Study("/record?lang=zh"));

        Assert.Equal(["I1", "I2", "I3", "E1", "E2", "E3", "E4", "E5", "E6"], page.QuerySelectorAll(".m-crit .m-tag").Select(tag => tag.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll("#open-questions tbody tr"));
    }

    [GeneratedRegex(@"(^|[^0-9a-f.])1[3-9][0-9]{9}([^0-9a-f]|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[A-Za-z0-9._-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}
