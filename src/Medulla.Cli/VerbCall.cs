using System.CommandLine;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study.Journal;

namespace Medulla.Cli;

/// <summary>One call of a verb: what was typed, who typed it, and where the answer goes.</summary>
sealed class VerbCall(ParseResult parsed)
{
    readonly MedullaCommand root = (MedullaCommand)parsed.RootCommandResult.Command;

    public Language Language => parsed.GetValue(root.Language);

    public Printer Printer => new(root.Terminal, Language);

    public string WorkspacePath => Path.GetFullPath(
        FirstGiven(parsed.GetValue(root.Workspace), Environment.GetEnvironmentVariable(MedullaCommand.WorkspaceVariable))
        ?? MedullaCommand.DefaultWorkspace);

    /// <summary>Null when none was named.</summary>
    public StudyKey? Study => FirstGiven(parsed.GetValue(root.Study)) is { } key ? new StudyKey(key) : null;

    public Actor Actor => new(
        FirstGiven(parsed.GetValue(root.ActingAs), Environment.GetEnvironmentVariable(MedullaCommand.ActorVariable))
        ?? Environment.UserName);

    /// <summary>The value of an option that must be there or has a default.</summary>
    public T Of<T>(Option<T> option) => parsed.GetRequiredValue(option);

    public T Of<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Null when it was not given.</summary>
    public T? Given<T>(Option<T> option) => parsed.GetValue(option);

    static string? FirstGiven(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
            if (!string.IsNullOrWhiteSpace(candidate))
                return candidate;
        return null;
    }
}
