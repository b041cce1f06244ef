using System.Collections.Immutable;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study.Journal;
using Medulla.Workspace;
using Medulla.Workspace.Journals;

namespace Medulla.Cli;

/// <summary>The workspace of one call: its folder and its journal.</summary>
sealed class OpenedWorkspace : IAsyncDisposable
{
    readonly VerbCall call;

    OpenedWorkspace(VerbCall call, WorkspaceFolder folder, IJournal journal)
    {
        (this.call, Folder, Journal) = (call, folder, journal);
    }

    public WorkspaceFolder Folder { get; }

    public IJournal Journal { get; }

    /// <summary>Null, with the reason printed, when there is no workspace.</summary>
    public static async Task<OpenedWorkspace?> OpenAsync(VerbCall call, bool makes, CancellationToken cancellation)
    {
        var path = call.WorkspacePath;
        // A mistyped folder must not become an empty workspace.
        if (!makes && !Directory.Exists(path))
        {
            call.Printer.Problem("workspace-missing", new(
                $"Found no workspace {path}. Expected one; 'medulla study open KEY' makes it.",
                $"没有工作区 {path}；先用“medulla study open 代号”新建。"));
            return null;
        }
        return await OpenAsync(call, path, cancellation);
    }

    /// <summary>A folder other than the one that was named.</summary>
    public static async Task<OpenedWorkspace> OpenAsync(VerbCall call, string path, CancellationToken cancellation)
    {
        var folder = WorkspaceFolder.Open(path);
        return new OpenedWorkspace(call, folder, await folder.OpenJournalAsync(cancellation));
    }

    /// <summary>The study that was named, or the only one; null, with the reason printed, when that is not one.</summary>
    public async Task<StudyKey?> ChooseStudyAsync(CancellationToken cancellation)
    {
        var known = await Journal.StudiesAsync(cancellation);
        if (call.Study is { } named)
        {
            if (known.Contains(named))
                return named;
            call.Printer.Problem("study-unknown", new(
                $"Found no study '{named}' in {Journal.Place}. Expected {ListOf(known).En}.",
                $"{Journal.Place} 中没有研究“{named}”，应为{ListOf(known).Zh}。"));
            return null;
        }
        if (known is [var only])
            return only;
        call.Printer.Problem("study-not-named", new(
            $"Found {known.Length} studies in {Journal.Place}. Expected "
            + $"{(known.IsEmpty ? "" : "--study with ")}{ListOf(known).En}.",
            $"{Journal.Place} 中有 {known.Length} 项研究，请用 --study 指明{ListOf(known).Zh}。"));
        return null;
    }

    public async Task<OpenedStudy?> OpenStudyAsync(CancellationToken cancellation) =>
        await ChooseStudyAsync(cancellation) is { } key ? await OpenStudyAsync(key, cancellation) : null;

    public async Task<OpenedStudy> OpenStudyAsync(StudyKey key, CancellationToken cancellation) =>
        new(call, Folder, await StudyDesk.OpenAsync(Journal, key, TimeProvider.System, cancellation));

    public ValueTask DisposeAsync() => Journal.DisposeAsync();

    static Bilingual ListOf(ImmutableArray<StudyKey> known) => known.IsEmpty
        ? new("a study: 'medulla study open KEY' begins one", "已新建的研究：“medulla study open 代号”")
        : new($"one of: {string.Join(", ", known)}", $"以下之一：{string.Join("、", known)}");
}
