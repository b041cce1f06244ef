using System.CommandLine;
using System.Globalization;
using Medulla.Cli.Input;

namespace Medulla.Cli.Stats;

/// <summary>What every verb of <c>medulla stats</c> on a table takes.</summary>
sealed class StatsInputs
{
    public Argument<string> Formula { get; } = Inputs.Word("FORMULA", "What by what, as R writes it", "公式，写法同 R");

    public Option<string> Data { get; } = Inputs.Text("--data", "FILE.csv", "Table: one row a participant, names in the first line",
        "数据表：每人一行，首行为列名");

    public Option<string?> Where { get; } = Inputs.OptionalText("--where", "CONDITION", "Rows it holds for alone, such as 'age >= 18'",
        "只用满足条件的行，如 'age >= 18'");

    public Option<bool> Json { get; } = Inputs.Flag("--json", "One JSON object for programs", "输出一个 JSON 对象，供程序读取");

    public Option<string?> Plot { get; } = Inputs.OptionalText("--plot", "FILE.svg", "Draw the figure there", "图形写入该文件");

    public Option<double> Level { get; } = Share("--level", "Confidence level", "置信水平", 0.95);

    /// <summary>A number between 0 and 1, both left out.</summary>
    public static Option<double> Share(string name, string en, string zh, double otherwise) => new DescribedOption<double>(
        name, "P", FormattableString.Invariant($"{en}; else {otherwise}"), FormattableString.Invariant($"{zh}；缺省 {otherwise}"))
    {
        DefaultValueFactory = _ => otherwise,
        CustomParser = result => Number(result.Tokens[0].Value) is > 0 and < 1 and { } share
            ? share
            : Inputs.Fail<double>(result, "a number between 0 and 1, such as 0.95", "0 与 1 之间的数，如 0.95"),
    };

    /// <summary>Numbers, 0 or more of them.</summary>
    public static Option<double[]> Numbers(string name, string en, string zh) => new DescribedOption<double[]>(name, "N …", en, zh)
    {
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var numbers = result.Tokens.Select(token => Number(token.Value)).ToArray();
            return Array.TrueForAll(numbers, number => number is not null)
                ? [.. numbers.Select(number => number!.Value)]
                : Inputs.Fail<double[]>(result, "numbers such as 365 730.5", "数字，如 365 730.5");
        },
    };

    /// <summary>One of these words; the first where it is not given, unless it must be.</summary>
    public static Option<string> OneOf(string name, string en, string zh, bool required, params string[] words)
    {
        var option = new DescribedOption<string>(name, string.Join('|', words), required ? en : $"{en}; else {words[0]}",
            required ? zh : $"{zh}；缺省 {words[0]}")
        {
            Required = required,
            CustomParser = result => result.Tokens is [{ Value: var word }] && words.Contains(word)
                ? word
                : Inputs.Fail<string>(result, $"one of: {string.Join(", ", words)}", $"以下之一：{string.Join("、", words)}"),
        };
        if (!required)
            option.DefaultValueFactory = _ => words[0];
        return option;
    }

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;
}
