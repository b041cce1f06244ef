using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Figures;
using Medulla.Study.Journal;
using Spectre.Console;

namespace Medulla.Cli.Output;

/// <summary>The one place that prints: sentences, tables, refusals, findings.</summary>
/// <param name="ToError">Lines go where refusals go.</param>
sealed record Printer(Terminal Terminal, Language Language, bool ToError = false)
{
    TextWriter Lines => ToError ? Terminal.Error : Terminal.Output;

    public void Say(Bilingual text) => Line(text.In(Language));

    public void Line(string text) => Lines.WriteLine(Plain(text));

    /// <summary>Every reason, one a line.</summary>
    public ExitCode Refused(ImmutableArray<Refusal> reasons)
    {
        foreach (var reason in reasons)
            Problem(reason.Rule, reason.Message);
        return ExitCode.Refused;
    }

    /// <summary><c>rule: message</c>.</summary>
    public void Problem(string rule, Bilingual message) => Terminal.Error.WriteLine(Plain($"{rule}: {message.In(Language)}"));

    /// <summary>What helps further, on the error stream.</summary>
    public void Hint(Bilingual text) => Terminal.Error.WriteLine(Plain(text.In(Language)));

    /// <summary><c>file:line:column: rule: message</c>, as compilers and editors know it.</summary>
    /// <returns>Refused when a finding is an error.</returns>
    public ExitCode Findings(ImmutableArray<Finding> findings)
    {
        foreach (var finding in findings)
            Terminal.Error.WriteLine(Plain(
                $"{finding.File}:{finding.Line}:{finding.Column}: {WarningWord(finding)}{finding.Rule}: {finding.Message}"));
        return findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary>A table: drawn on a terminal, aligned columns elsewhere.</summary>
    public void Table(IReadOnlyList<Bilingual> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] head = [.. titles.Select(title => title.In(Language))];
        if (Terminal.IsTerminal && !ToError)
            Draw(head, rows);
        else
            foreach (var line in PlainTable.Lines([head, .. rows.Select(row => row.Select(Plain).ToArray())]))
                Lines.WriteLine(line);
    }

    void Draw(string[] head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Terminal.Output) });
        var table = new Table { Border = TableBorder.Simple };
        foreach (var title in head)
            table.AddColumn(new TableColumn(Markup.Escape(title)));
        foreach (var row in rows)
            table.AddRow([.. row.Select(cell => Markup.Escape(Plain(cell)))]);
        console.Write(table);
    }

    string WarningWord(Finding finding) => finding.Severity == Severity.Error ? ""
        : Language == Language.Chinese ? "提示：" : "warning: ";

    // What files and people bring in must not steer a terminal: every control character becomes a space.
    static string Plain(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 && !text.Any(char.IsControl)
        ? text
        : string.Create(text.Length, text, (plain, source) =>
        {
            for (var at = 0; at < source.Length; at++)
                plain[at] = char.IsControl(source[at]) ? ' ' : source[at];
        });
}
