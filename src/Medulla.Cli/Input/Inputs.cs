using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Medulla.Figures;

namespace Medulla.Cli.Input;

/// <summary>What can be typed behind a verb, read strictly: no culture, no guessing.</summary>
static class Inputs
{
    public static Argument<string> Word(string name, string en, string zh) => new DescribedArgument<string>(name, en, zh);

    public static Option<string> Text(string name, string form, string en, string zh) =>
        new DescribedOption<string>(name, form, en, zh) { Required = true };

    public static Option<string?> OptionalText(string name, string form, string en, string zh) =>
        new DescribedOption<string?>(name, form, en, zh);

    public static Option<string[]> Texts(string name, string form, string en, string zh, bool required = true) =>
        new DescribedOption<string[]>(name, form, en, zh)
        {
            Required = required,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    public static Option<bool> Flag(string name, string en, string zh) => new DescribedOption<bool>(name, "", en, zh);

    public static Option<DateOnly> Date(string name, string en, string zh) =>
        new DescribedOption<DateOnly>(name, "DATE", en, zh)
    {
        Required = true,
        CustomParser = result => Read<DateOnly>(result, Dates.TryDate, "a date such as 2025-08-03", "日期，如 2025-08-03"),
    };

    /// <summary>An instant with the site's offset from UTC: without it nobody knows which moment is meant.</summary>
    public static Option<DateTimeOffset> Instant(string name, string en, string zh) =>
        new DescribedOption<DateTimeOffset>(name, "TIME", en, zh)
        {
            Required = true,
            CustomParser = result => Read<DateTimeOffset>(result, Dates.TryInstant,
                "a time with its offset from UTC such as 2025-08-03T09:15+08:00", "带时区的时间，如 2025-08-03T09:15+08:00"),
        };

    public static Option<int> WholeNumber(string name, string en, string zh) => new DescribedOption<int>(name, "N", en, zh)
    {
        Required = true,
        CustomParser = result => Read<int>(result, TryWholeNumber, "a whole number such as 12", "整数，如 12"),
    };

    /// <summary>Null when it is not given.</summary>
    public static Option<long?> OptionalWholeNumber(string name, string en, string zh) =>
        new DescribedOption<long?>(name, "N", en, zh)
        {
            CustomParser = result => Read<long>(result, TryLongNumber, "a whole number such as 12", "整数，如 12"),
        };

    public static Option<double> Number(string name, string form, string en, string zh) =>
        new DescribedOption<double>(name, form, en, zh)
        {
            Required = true,
            CustomParser = result => Read<double>(result, TryNumber, "a number such as 0.4", "数字，如 0.4"),
        };

    /// <summary>Null when it is not given.</summary>
    public static Option<double?> OptionalNumber(string name, string form, string en, string zh) =>
        new DescribedOption<double?>(name, form, en, zh)
        {
            CustomParser = result => Read<double>(result, TryNumber, "a number such as 1.5", "数字，如 1.5"),
        };

    /// <summary>One of the words of an enumeration, in lower case.</summary>
    public static Option<T> Choice<T>(string name, string form, string en, string zh) where T : struct, Enum =>
        new DescribedOption<T>(name, form, en, zh)
        {
            Required = true,
            CustomParser = result => Read<T>(result, TryChoice, $"one of: {form.Replace("|", ", ", StringComparison.Ordinal)}",
                $"以下之一：{form.Replace("|", "、", StringComparison.Ordinal)}"),
        };

    public static Option<Language> Language() => new DescribedOption<Language>(
        "--lang", "en|zh", "Language of messages (default: en)", "消息语言（缺省 en）")
    {
        DefaultValueFactory = _ => Figures.Language.English,
        CustomParser = result => Read<Language>(result, TryLanguage, "en or zh", "en 或 zh"),
    };

    /// <summary><c>NAME=VALUE</c> pairs; a name that comes twice is an error.</summary>
    public static Argument<ImmutableSortedDictionary<string, string>> Pairs(string form, string en, string zh) =>
        new DescribedArgument<ImmutableSortedDictionary<string, string>>(form, en, zh)
        {
            Arity = ArgumentArity.OneOrMore,
            CustomParser = ReadPairs,
        };

    /// <inheritdoc cref="Pairs"/>
    public static Option<ImmutableSortedDictionary<string, string>> OptionalPairs(
        string name, string form, string en, string zh) =>
        new DescribedOption<ImmutableSortedDictionary<string, string>>(name, form, en, zh)
        {
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => NoPairs,
            CustomParser = ReadPairs,
        };

    static readonly ImmutableSortedDictionary<string, string> NoPairs =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    static ImmutableSortedDictionary<string, string> ReadPairs(ArgumentResult result)
    {
        var pairs = NoPairs.ToBuilder();
        foreach (var token in result.Tokens)
            if (token.Value.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at))
                Fail(result, token.Value, "NAME=VALUE", "“名称=值”");
            else if (!pairs.TryAdd(token.Value[..at], token.Value[(at + 1)..]))
                Fail(result, token.Value, $"'{token.Value[..at]}' once", $"“{token.Value[..at]}”只出现一次");
        return pairs.ToImmutable();
    }

    delegate bool TryRead<T>(string text, out T value);

    static T Read<T>(ArgumentResult result, TryRead<T> read, string expected, string expectedZh) where T : struct
    {
        if (result.Tokens is [var token] && read(token.Value, out var value))
            return value;
        Fail(result, string.Join(' ', result.Tokens.Select(word => word.Value)), expected, expectedZh);
        return default;
    }

    /// <summary>Says what was expected of what was typed.</summary>
    public static T Fail<T>(ArgumentResult result, string expected, string expectedZh)
    {
        Fail(result, string.Join(' ', result.Tokens.Select(word => word.Value)), expected, expectedZh);
        return default!;
    }

    static void Fail(ArgumentResult result, string found, string expected, string expectedZh)
    {
        var name = result.Parent is OptionResult option ? option.Option.Name : result.Argument.Name;
        result.AddError(new Bilingual(
            $"Found '{found}' in {name}. Expected {expected}.", $"{name} 填写为“{found}”，应为{expectedZh}。").In(LanguageOf(result)));
    }

    // The messages of the parser itself follow --lang where it stands in the same call and is readable.
    static Language LanguageOf(ArgumentResult result)
    {
        SymbolResult top = result;
        while (top.Parent is { } parent)
            top = parent;
        return top is CommandResult { Command: MedullaCommand root }
            && top.GetResult(root.Language)?.Tokens is [{ Value: "zh" }]
            ? Figures.Language.Chinese
            : Figures.Language.English;
    }

    static bool TryWholeNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    static bool TryLongNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    static bool TryNumber(string text, out double value) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);

    static bool TryChoice<T>(string text, out T value) where T : struct, Enum
    {
        value = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out value);
    }

    static bool TryLanguage(string text, out Language language)
    {
        language = text == "zh" ? Figures.Language.Chinese : Figures.Language.English;
        return text is "en" or "zh";
    }
}
