using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Medulla.Cli.Input;
using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study;

namespace Medulla.Cli;

/// <summary>The program as a function: words in, lines and an exit code out.</summary>
public static class CommandLine
{
    /// <summary>Runs one verb with plain lines, as without a terminal.</summary>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error) =>
        RunAsync(args, new Terminal(output, error, IsTerminal: false));

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        // Asked at every start of a script: answered before any verb is made.
        if (args is ["--version"])
        {
            await terminal.Output.WriteLineAsync($"medulla {SoftwareVersion.Current}");
            return (int)ExitCode.Done;
        }

        var root = new MedullaCommand(terminal);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return (int)await RunAsync(root, parsed);
    }

    static async Task<ExitCode> RunAsync(MedullaCommand root, ParseResult parsed)
    {
        var printer = new Printer(root.Terminal, LanguageOf(root, parsed));
        if (parsed.Action is HelpAction || parsed.CommandResult.Command == root && parsed.Errors.All(IsMissingVerb))
        {
            HelpText.Write(parsed.CommandResult.Command, root, printer);
            return ExitCode.Done;
        }
        if (parsed.Errors.Count > 0)
            return Misused(parsed, root, printer);

        try
        {
            return (ExitCode)await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = root.Terminal.Output,
                Error = root.Terminal.Error,
            });
        }
        catch (Exception failure)
        {
            return Failures.Explain(failure, new VerbCall(parsed).WorkspacePath, printer);
        }
    }

    static ExitCode Misused(ParseResult parsed, MedullaCommand root, Printer printer)
    {
        if (parsed.CommandResult.Command is not Verb && parsed.Errors.All(IsMissingVerb))
        {
            HelpText.Write(parsed.CommandResult.Command, root, printer with { ToError = true });
            return ExitCode.Usage;
        }
        foreach (var error in parsed.Errors.Where(error => !IsMissingVerb(error)))
            printer.Problem("usage", Bilingual.Same(error.Message));
        printer.Hint(new(
            $"Help: {HelpText.PathOf(parsed.CommandResult.Command, root)} --help",
            $"帮助：{HelpText.PathOf(parsed.CommandResult.Command, root)} --help --lang zh"));
        return ExitCode.Usage;
    }

    // The parser's error for "medulla participant": it belongs to a command, not to a word that was typed.
    static bool IsMissingVerb(ParseError error) =>
        error.SymbolResult is CommandResult { Command: not Verb } command && command.Command.Subcommands.Count > 0
        && command.Tokens.Count == 0 && command.Children.All(child => child is not CommandResult);

    static Language LanguageOf(MedullaCommand root, ParseResult parsed) =>
        parsed.GetResult(root.Language) is not { } given || !given.Errors.Any() ? parsed.GetValue(root.Language) : Language.English;
}
