using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>A piece of text that may be opened: a cell of a table, or a number in a sentence.</summary>
/// <param name="Link">Null when nothing lies behind it.</param>
/// <param name="IsCode">A hash, a rule or a call: set in a fixed pitch and the same in both languages.</param>
public sealed record ReportCell(Bilingual Text, ReportLink? Link = null, bool IsCode = false)
{
    public static ReportCell Empty { get; } = new(Bilingual.Same(""));

    public static ReportCell Of(int count, ReportLink? link = null) =>
        new(Bilingual.Same(count.ToString(CultureInfo.InvariantCulture)), link);

    public static ReportCell Of(string same, ReportLink? link = null) => new(Bilingual.Same(same), link);

    public static ReportCell Code(string text, ReportLink? link = null) => new(Bilingual.Same(text), link, IsCode: true);
}

/// <summary>A sentence with values in it, in both languages; the order of the values may differ between them.</summary>
/// <param name="Pattern">With <c>{0}</c>, <c>{1}</c>, … where the values stand; taken as it is when there is no value.</param>
public sealed record ReportText(Bilingual Pattern, ImmutableArray<ReportCell> Values)
{
    public ReportText(Bilingual plain) : this(plain, []) { }

    public ReportText(string en, string zh, params ImmutableArray<ReportCell> values) : this(new Bilingual(en, zh), values) { }

    /// <summary>The sentence cut at its values, in the order of the language.</summary>
    public IEnumerable<ReportCell> Runs(Language language)
    {
        var pattern = Pattern.In(language);
        if (Values.IsEmpty)
        {
            yield return ReportCell.Of(pattern);
            yield break;
        }

        var written = 0;
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0;
             open = pattern.IndexOf('{', written))
        {
            var close = pattern.IndexOf('}', open);
            if (open > written)
                yield return ReportCell.Of(pattern[written..open]);
            yield return Values[int.Parse(pattern.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)];
            written = close + 1;
        }

        if (written < pattern.Length)
            yield return ReportCell.Of(pattern[written..]);
    }

    public string Plain(Language language) => string.Concat(Runs(language).Select(run => run.Text.In(language)));
}
