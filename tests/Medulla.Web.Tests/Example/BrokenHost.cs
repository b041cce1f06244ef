using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;
using Microsoft.AspNetCore.Builder;

namespace Medulla.Web.Tests.Example;

/// <summary>A server whose journal was taken away under it.</summary>
sealed class BrokenHost : IAsyncDisposable
{
    readonly WebApplication web;
    readonly string folder;

    BrokenHost(WebApplication web, string folder) => (this.web, this.folder) = (web, folder);

    public Uri Address => WebHost.AddressOf(web);

    public static async Task<BrokenHost> StartAsync()
    {
        var place = Path.Combine(Path.GetTempPath(), "medulla-broken-" + Guid.NewGuid().ToString("N"));
        var cancellation = TestContext.Current.CancellationToken;
        var workspace = WorkspaceFolder.Open(place);
        var journal = await SqliteJournal.OpenAsync(workspace.JournalPath, cancellation);
        var server = WebHost.Build(new WebOptions { Journal = journal, Actor = new Actor("tester"), Port = 0 });
        await server.StartAsync(cancellation);
        await journal.DisposeAsync();
        Directory.Delete(place, recursive: true);
        return new BrokenHost(server, place);
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
