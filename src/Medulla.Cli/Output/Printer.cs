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

    /// <summary>A table: drawn on a terminal that is wide enough, aligned columns elsewhere.</summary>
    public void Table(IReadOnlyList<Bilingual> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string> head = [.. titles.Select(title => title.In(Language))];
        IReadOnlyList<string>[] all = [head, .. rows.Select(row => row.Select(Plain).ToArray())];
        if (Terminal.IsTerminal && !ToError && TryDraw(all))
            return;
        foreach (var line in PlainTable.Lines(all))
            Lines.WriteLine(line);
    }

    // A drawn table that is too wide breaks identifiers and dates in two: plain lines are easier to read then.
    bool TryDraw(IReadOnlyList<string>[] rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Terminal.Output) });
        if (PlainTable.WidthOf(rows) + 2 * rows[0].Count > console.Profile.Width)
            return false;
        var table = new Table { Border = TableBorder.Simple };
        foreach (var title in rows[0])
            table.AddColumn(new TableColumn(Markup.Escape(title)) { NoWrap = true });
        foreach (var row in rows.Skip(1))
            table.AddRow([.. row.Select(Markup.Escape)]);
        console.Write(table);
        return true;
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
