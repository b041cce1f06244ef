using Medulla.Figures.Text;

namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the flow in one language.</summary>
sealed record FlowWords
{
    static readonly FlowWords English =
        new() { Colon = ": ", Separator = "; ", Stop = ".", Stage = "Stage", Reason = "Reason", Language = Language.English };
    static readonly FlowWords Chinese =
        new() { Colon = "：", Separator = "；", Stop = "。", Stage = "阶段", Reason = "原因", Language = Language.Chinese };

    public required string Colon { get; init; }
    public required string Separator { get; init; }
    public required string Stop { get; init; }
    public required string Stage { get; init; }
    public required string Reason { get; init; }
    public required Language Language { get; init; }

    public static FlowWords In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>"Enrolled: n = 86".</summary>
    public string Counted(Bilingual label, int count) => $"{label.In(Language)}{Colon}n\u00A0=\u00A0{NumberText.Whole(count)}";

    public string Sentence(IEnumerable<string> clauses) => string.Join(Separator, clauses) + Stop;
}
