using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the forest in one language.</summary>
sealed record ForestWords
{
    static readonly ForestWords English = new()
    {
        Language = Language.English, Variable = "Variable", CountHeader = "n (events)", ShortCountHeader = "n (ev.)",
        Interval = " (95% CI)",
        LogScale = " (log scale)", ReferenceRow = "1 (reference)", NotEstimable = "not estimable",
        Comma = ", ", Colon = ": ", Separator = "; ", Stop = ".",
    };

    static readonly ForestWords Chinese = new()
    {
        Language = Language.Chinese, Variable = "变量", CountHeader = "n（事件）", ShortCountHeader = "n（事件）", Interval = "（95% CI）",
        LogScale = "（对数刻度）", ReferenceRow = "1（参照）", NotEstimable = "无法估计",
        Comma = "，", Colon = "：", Separator = "；", Stop = "。",
    };

    public required Language Language { get; init; }
    public required string Variable { get; init; }
    public required string CountHeader { get; init; }
    public required string ShortCountHeader { get; init; }
    public required string Interval { get; init; }
    public required string LogScale { get; init; }
    public required string ReferenceRow { get; init; }
    public required string NotEstimable { get; init; }
    public required string Comma { get; init; }
    public required string Colon { get; init; }
    public required string Separator { get; init; }
    public required string Stop { get; init; }

    public static ForestWords In(Language language) => language == Language.Chinese ? Chinese : English;

    public string RatioHeader(ForestInput input) => input.RatioShortName.In(Language) + Interval;

    public string Count(ForestRow row) => row switch
    {
        ForestRow.Reference { Count: var count, Events: var events } => Count(count, events),
        ForestRow.Term { Count: var count, Events: var events } => Count(count, events),
        _ => "",
    };

    public string Ratio(ForestRow row) => row switch
    {
        ForestRow.Reference => ReferenceRow,
        ForestRow.Term { Ratio: { } ratio } => ratio.With(NumberText.Ratio),
        ForestRow.Term => NotEstimable,
        _ => "",
    };

    public string P(ForestRow row) => row is ForestRow.Term { Ratio.P: { } p } ? NumberText.PValue(p) : "";

    static string Count(int count, int? events) =>
        events is { } observed ? $"{NumberText.Whole(count)} ({NumberText.Whole(observed)})" : NumberText.Whole(count);
}
