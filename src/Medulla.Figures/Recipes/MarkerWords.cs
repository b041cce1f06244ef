using System.Collections.Immutable;
using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the marker figures in one language.</summary>
sealed record MarkerWords
{
    static readonly MarkerWords English = new()
    {
        Language = Language.English, Comma = ", ", Stop = ".", LogScale = " (log scale)", BelowLimit = "< LLOQ",
        GroupHeader = "Group", MedianQuartiles = "Median (quartiles)", Participants = "Participants",
        Range = "Range", Space = " ", Described = "{0}: n = {1}, median {2}.",
    };

    static readonly MarkerWords Chinese = new()
    {
        Language = Language.Chinese, Comma = "，", Stop = "。", LogScale = "（对数刻度）", BelowLimit = "< LLOQ",
        GroupHeader = "组别", MedianQuartiles = "中位数（四分位数）", Participants = "受试者数",
        Range = "区间", Space = "", Described = "{0}：n = {1}，中位数 {2}。",
    };

    public required Language Language { get; init; }
    public required string Comma { get; init; }
    public required string Stop { get; init; }
    public required string LogScale { get; init; }
    public required string BelowLimit { get; init; }
    public required string GroupHeader { get; init; }
    public required string MedianQuartiles { get; init; }
    public required string Participants { get; init; }
    public required string Range { get; init; }
    /// <summary>After a bracket: the full-width one brings its own.</summary>
    public required string Space { get; init; }
    public required string Described { get; init; }

    public static MarkerWords In(Language language) => language == Language.Chinese ? Chinese : English;

    public string AxisTitle(Bilingual marker, string unit) => marker.In(Language) + Comma + unit + LogScale;

    public RichText Comparison(MarkerComparison comparison)
    {
        var name = comparison.Name.In(Language);
        var test = NumberText.PEquals(comparison.P);
        return comparison.Ratio is { } ratio ? $"{name} {ratio.With(NumberText.Ratio)}{Comma}" + test : name + " " + test;
    }

    /// <summary>"n = 43", and where some are below the limit "2 &lt; LLOQ".</summary>
    public ImmutableArray<string> Counts(int all, int below) =>
        below > 0 ? [$"n\u00A0=\u00A0{all}{Comma.TrimEnd()}", $"{below}\u00A0<\u00A0LLOQ"] : [$"n\u00A0=\u00A0{all}"];

    /// <summary>"21.5 (11.8–36.7)".</summary>
    public string Quartiles(MarkerQuartiles quartiles) =>
        IsBelow(quartiles) ? OrBelow(null) : $"{OrBelow(quartiles.Median)} ({Spread(quartiles)})";

    /// <summary>"21.5" and, below it, "11.8–36.7": for narrow columns.</summary>
    public ImmutableArray<string> StackedQuartiles(MarkerQuartiles quartiles) =>
        IsBelow(quartiles) ? [OrBelow(null)] : [OrBelow(quartiles.Median), Spread(quartiles)];

    public string QuartilesHeader(string unit) => MedianQuartiles + Comma + unit;

    public string Group(MarkerGroup group) => Phrase.Filled(
        Described, group.Name.In(Language), group.Count, group.Count > 0 ? Quartiles(group.Quartiles) : "–");

    static bool IsBelow(MarkerQuartiles quartiles) => quartiles is { Lower: null, Median: null, Upper: null };

    static string Spread(MarkerQuartiles quartiles) => $"{OrBelow(quartiles.Lower)}–{OrBelow(quartiles.Upper)}";

    static string OrBelow(double? quartile) => quartile is { } value ? NumberText.Significant(value) : "<\u00A0LLOQ";
}
