using System.CommandLine;
using System.CommandLine.Help;
using Medulla.Cli.Input;
using Medulla.Figures;

namespace Medulla.Cli.Output;

/// <summary>Help of the program, a noun or a verb, in either language.</summary>
static class HelpText
{
    static readonly Bilingual Purpose = new(
        "Medulla takes a prospective biomarker cohort study from its registry record to its results.",
        "Medulla 管理前瞻性生物标志物队列研究，从登记记录到结果。");

    public static void Write(Command command, MedullaCommand root, Printer printer)
    {
        printer.Say(command == root ? Purpose : MeaningOf(command));
        printer.Line("");
        printer.Say(new("Usage:", "用法："));
        printer.Line($"  {UsageOf(command, root)}");
        Section(printer, new("Verbs:", "命令："), command.Subcommands.Select(child => (child.Name, MeaningOf(child))));
        Section(printer, new("Arguments:", "参数："), command.Arguments.Select(argument => (argument.Name, MeaningOf(argument))));
        Section(printer, new("Options:", "选项："), command.Options
            .Where(option => option is IDescribed && command != root)
            .Select(option => (NameOf(option), WithRequired(option))));
        if (command is Verb verb)
        {
            printer.Line("");
            printer.Say(new("Example:", "示例："));
            printer.Line($"  {verb.Example}");
        }
        Section(printer, new("Options of every verb:", "通用选项："), root.Options
            .Where(option => option is IDescribed)
            .Select(option => (NameOf(option), MeaningOf(option)))
            .Append(("--help", new Bilingual("This help", "本帮助")))
            .Concat(command == root ? [("--version", new Bilingual("The version", "版本"))] : []));
        if (command == root)
        {
            printer.Line("");
            printer.Say(new(
                "Exit codes: 0 done, 1 refused or failed, 2 not a call of this program, 3 not all reference cases run (qualify).",
                "退出码：0 完成，1 被拒绝或失败，2 用法错误，3 有参考案例未运行（qualify）。"));
        }
    }

    /// <summary>How it is called, such as <c>medulla participant screen</c>.</summary>
    public static string PathOf(Command command, MedullaCommand root) => command == root
        ? "medulla"
        : $"{PathOf(command.Parents.OfType<Command>().FirstOrDefault() ?? root, root)} {command.Name}";

    static string UsageOf(Command command, MedullaCommand root) => string.Join(' ',
    [
        PathOf(command, root),
        .. command.Subcommands.Count > 0 ? [command == root ? "NOUN VERB" : "VERB"] : Array.Empty<string>(),
        .. command.Arguments.Select(argument => argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? " …" : "")),
        .. command.Options.Where(option => option.Required).Select(NameOf),
        .. command.Options.Any(option => option is IDescribed && !option.Required) ? ["[OPTIONS]"] : Array.Empty<string>(),
    ]);

    static void Section(Printer printer, Bilingual title, IEnumerable<(string Name, Bilingual Meaning)> entries)
    {
        string[][] rows = [.. entries.Select(entry => new[] { "  " + entry.Name, entry.Meaning.In(printer.Language) })];
        if (rows.Length == 0)
            return;
        printer.Line("");
        printer.Say(title);
        foreach (var line in PlainTable.Lines(rows))
            printer.Line(line);
    }

    static string NameOf(Option option) =>
        string.IsNullOrEmpty(option.HelpName) ? option.Name : $"{option.Name} {option.HelpName}";

    static Bilingual WithRequired(Option option) => option.Required
        ? MeaningOf(option)
        : new($"{MeaningOf(option).En} (optional)", $"{MeaningOf(option).Zh}（可选）");

    static Bilingual MeaningOf(Symbol symbol) =>
        symbol is IDescribed described ? described.Meaning : Bilingual.Same(symbol.Description ?? "");
}
