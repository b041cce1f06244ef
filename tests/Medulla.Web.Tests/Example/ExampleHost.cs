using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;
using Microsoft.AspNetCore.Builder;

namespace Medulla.Web.Tests.Example;

/// <summary>The real server on a free port, over a workspace of its own.</summary>
public sealed class ExampleHost : IAsyncLifetime
{
    readonly string folder = Path.Combine(Path.GetTempPath(), "medulla-web-" + Guid.NewGuid().ToString("N"));
    IJournal? journal;
    WebApplication? web;

    public Uri Address { get; private set; } = null!;

    /// <summary>Pages of the example study, relative to the server.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "", "/record", "/participants", "/participants?show=enrolled", "/participants/screen",
        $"/participants/{ExampleStudy.Enrolled}", $"/participants/{ExampleStudy.Screened}", $"/participants/{ExampleStudy.ScreenFailed}",
        $"/participants/{ExampleStudy.Screened}/consent", $"/participants/{ExampleStudy.Screened}/eligibility",
        $"/participants/{ExampleStudy.Eligible}/enrol", $"/participants/{ExampleStudy.Enrolled}/visits/EOI1",
        $"/participants/{ExampleStudy.Enrolled}/visits/BL/forms/LB", $"/participants/{ExampleStudy.Enrolled}/visits/BL/forms/DX",
        "/plates", "/plates/PL-0001", "/plates/PL-0002", "/journal", "/journal?kind=FormSaved", "/report", "/report/run",
    ];

    public static string Study(string page) => $"/studies/{ExampleStudy.Key}{page}";

    public async ValueTask InitializeAsync()
    {
        var cancellation = CancellationToken.None;
        var workspace = WorkspaceFolder.Open(folder);
        journal = await SqliteJournal.OpenAsync(workspace.JournalPath, cancellation);
        await ExampleStudy.MakeAsync(journal, cancellation);
        await ExampleStudy.MakeMinimalAsync(journal, cancellation);
        web = WebHost.Build(new WebOptions { Journal = journal, Workspace = workspace, Actor = new Actor("tester"), Port = 0 });
        await web.StartAsync(cancellation);
        Address = WebHost.AddressOf(web);
    }

    /// <summary>A person with cookies of their own, who does not follow redirects.</summary>
    public WebPerson Person(string acceptLanguage = "en") => new(Address, acceptLanguage);

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
        if (journal is not null)
            await journal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
