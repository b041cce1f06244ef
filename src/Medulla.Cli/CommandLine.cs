using System.CommandLine;
using System.CommandLine.Help;
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
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpAction || command == root && parsed.Tokens.Count == 0)
        {
            HelpText.Write(command, root, printer);
            return ExitCode.Done;
        }
        if (parsed.Errors.Count > 0)
            return command is Verb ? Misused(parsed, root, printer) : VerbMissing(parsed, root, printer);

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

    static ExitCode VerbMissing(ParseResult parsed, MedullaCommand root, Printer printer)
    {
        var noun = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var word, ..])
        {
            var (path, names) = (HelpText.PathOf(noun, root), noun.Subcommands.Select(verb => verb.Name));
            printer.Problem("usage", new(
                $"Found '{word}' behind '{path}'. Expected one of: {string.Join(", ", names)}.",
                $"“{path}”之后为“{word}”，应为：{string.Join("、", names)}。"));
        }
        else
        {
            HelpText.Write(noun, root, printer with { ToError = true });
        }
        return ExitCode.Usage;
    }

    static ExitCode Misused(ParseResult parsed, MedullaCommand root, Printer printer)
    {
        foreach (var error in parsed.Errors)
            printer.Problem("usage", Bilingual.Same(error.Message));
        var path = HelpText.PathOf(parsed.CommandResult.Command, root);
        printer.Hint(new($"Help: {path} --help", $"帮助：{path} --help --lang zh"));
        return ExitCode.Usage;
    }

    static Language LanguageOf(MedullaCommand root, ParseResult parsed) =>
        parsed.GetResult(root.Language)?.Errors.Any() == true ? Language.English : parsed.GetValue(root.Language);
}
