using Medulla.Study.Journal;
using Medulla.Workspace.Journals;

namespace Medulla.Cli.Tests;

/// <summary>What one call answered.</summary>
public sealed record Answer(ExitCode Code, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A workspace of its own on the disk, and verbs called on it as somebody would type them.</summary>
public sealed class TestWorkspace : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("medulla-cli-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "workspace");

    public string JournalPath => System.IO.Path.Combine(Path, "journal.db");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs a verb, whatever it answers.</summary>
    public async Task<Answer> RunAsync(params string[] words)
    {
        using StringWriter output = new(), error = new();
        output.NewLine = error.NewLine = "\n";
        var code = await CommandLine.RunAsync([.. words, "--workspace", Path, "--as", "Lin"], output, error);
        return new((ExitCode)code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a verb that must be done.</summary>
    public async Task<Answer> DoneAsync(params string[] words)
    {
        var answer = await RunAsync(words);
        Assert.True(answer.Code == ExitCode.Done, $"{string.Join(' ', words)}: {answer.Code}\n{answer.Error}");
        return answer;
    }

    /// <summary>Runs a verb that must be refused, and must leave the journal as it was.</summary>
    public async Task<Answer> RefusedAsync(params string[] words)
    {
        var before = await HeadAsync();
        var answer = await RunAsync(words);
        Assert.True(answer.Code == ExitCode.Refused, $"{string.Join(' ', words)}: {answer.Code}\n{answer.Output}");
        Assert.True(before.IsAt(await HeadAsync()), "The journal changed.");
        Assert.Equal("", answer.Output);
        return answer;
    }

    public async Task<JournalHead> HeadAsync(string study = ExampleStudy.Key)
    {
        await using var journal = await SqliteJournal.OpenAsync(JournalPath, Cancellation);
        return await journal.HeadAsync(new StudyKey(study), Cancellation);
    }

    /// <summary>Writes a file beside the workspace, and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Folder, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
