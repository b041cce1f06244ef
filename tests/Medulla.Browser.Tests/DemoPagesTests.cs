using Medulla.Study.Journal;
using Medulla.Tests;
using Medulla.Web;
using Medulla.Workspace;
using Medulla.Workspace.Demo;
using Medulla.Workspace.Journals;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Medulla.Browser.Tests;

/// <summary>The pages of the demo: a whole study with its report, and an imported cohort.</summary>
public sealed class DemoPagesTests(DemoHost host, Chromium chromium) : IClassFixture<DemoHost>
{
    const string Study = "/studies/SIMULATED-nct07163728";
    const string Cohort = "/studies/tcga-laml";

    public static TheoryData<string, string, int> Views
    {
        get
        {
            var views = new TheoryData<string, string, int>();
            foreach (var page in new[] { "", "/participants", "/report", "/report/run" })
                foreach (var language in new[] { "en", "zh" })
                    foreach (var width in new[] { 390, 1440 })
                        views.Add(Study + page, language, width);
            foreach (var page in new[] { "", "/report/run" })
                foreach (var language in new[] { "en", "zh" })
                    views.Add(Cohort + page, language, 1440);
            return views;
        }
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Is_accessible_and_fits(string address, string language, int width)
    {
        var page = await chromium.PageAsync(width, ColorScheme.Light);
        await page.OpenWatchedAsync(new Uri(host.Address, $"{address}?lang={language}"));

        await page.IsSoundAsync(width);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_list_is_filtered_in_place_inside_the_policy()
    {
        var page = await chromium.PageAsync(1440, ColorScheme.Light);
        await page.OpenWatchedAsync(new Uri(host.Address, Study + "/participants?lang=en"));
        await page.FocusAsync("#show");
        await page.SelectOptionAsync("#show", "enrolled");
        await Expect(page.Locator("form .m-meta")).ToHaveTextAsync("86 participants");
        await Expect(page).ToHaveURLAsync(new Uri(host.Address, Study + "/participants?show=enrolled").ToString());
        await Expect(page.Locator("#show")).ToBeFocusedAsync();

        await page.KeepsItsPolicyAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_of_studies_counts_the_people_of_an_imported_cohort()
    {
        var page = await chromium.PageAsync(1440, ColorScheme.Light);
        await page.OpenWatchedAsync(new Uri(host.Address, "/studies?lang=en"));

        await Expect(page.Locator("tr", new() { HasText = "tcga-laml" })).ToContainTextAsync("200 people");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_number_of_the_report_leads_to_the_well_it_came_from()
    {
        var page = await chromium.PageAsync(1440, ColorScheme.Light);
        await page.OpenWatchedAsync(new Uri(host.Address, Study + "/report/run?lang=en"));
        await page.ClickAsync("#values a[href*='/plates/PL-0001']");

        Assert.Contains("Plate PL-0001", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}

/// <summary>The demo, run once into a folder of its own, and served.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("medulla-demo-").FullName;
    IJournal? journal;
    WebApplication? web;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var workspace = WorkspaceFolder.Open(folder);
        await Demonstration.RunAsync(
            workspace, new DemoSources(ReferenceFolder.ProjectRoot), TimeProvider.System, new Progress<DemoProgress>(), default);
        journal = await workspace.OpenJournalAsync(CancellationToken.None);
        web = WebHost.Build(new WebOptions { Journal = journal, Workspace = workspace, Actor = new Actor("tester"), Port = 0 });
        await web.StartAsync();
        Address = WebHost.AddressOf(web);
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
        if (journal is not null)
            await journal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
