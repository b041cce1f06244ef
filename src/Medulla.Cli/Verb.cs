using System.CommandLine;
using Medulla.Figures;

namespace Medulla.Cli;

/// <summary>A group of verbs about one thing, such as <c>participant</c>.</summary>
sealed class Noun(string name, string en, string zh) : Command(name, en), Input.IDescribed
{
    public Bilingual Meaning { get; } = new(en, zh);
}

/// <summary>One verb: what it does in a line, an example, and what it runs.</summary>
sealed class Verb(string name, string en, string zh, string example) : Command(name, en), Input.IDescribed
{
    public Bilingual Meaning { get; } = new(en, zh);

    /// <summary>A call that can be copied.</summary>
    public string Example { get; } = example;

    /// <summary>Runs without a workspace.</summary>
    public Verb Alone(Func<VerbCall, CancellationToken, Task<ExitCode>> run)
    {
        SetAction(async (parsed, cancellation) => (int)await run(new VerbCall(parsed), cancellation));
        return this;
    }

    /// <summary>Runs on the opened workspace, whichever studies its journal holds.</summary>
    /// <param name="makes">Whether a workspace that is not there is made.</param>
    public Verb OnWorkspace(Func<VerbCall, OpenedWorkspace, CancellationToken, Task<ExitCode>> run, bool makes = false) =>
        Alone(async (call, cancellation) =>
        {
            await using var workspace = await OpenedWorkspace.OpenAsync(call, makes, cancellation);
            return workspace is null ? ExitCode.Refused : await run(call, workspace, cancellation);
        });

    /// <summary>Runs on one opened study.</summary>
    public Verb OnStudy(Func<VerbCall, OpenedStudy, CancellationToken, Task<ExitCode>> run) =>
        OnWorkspace(async (call, workspace, cancellation) =>
        {
            using var study = await workspace.OpenStudyAsync(cancellation);
            return study is null ? ExitCode.Refused : await run(call, study, cancellation);
        });
}
