namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the ROC figure in one language.</summary>
sealed record RocWords
{
    static readonly RocWords English = new()
    {
        Sensitivity = "Sensitivity", Specificity = "Specificity", Horizontal = "100 − specificity, %",
        Area = "AUC {0} (95% CI {1})", AreaAlone = "AUC {0}", Classes = "{0} {1}, {2} {3}", Cutpoint = "Cutpoint {0} ({1})",
        Proportion = "{0} {1}% ({2}–{3}), {4}/{5}", Band = "Band: pointwise 95% for sensitivity",
        Point = "Cutpoint", Comma = ", ", Stop = ". ",
    };

    static readonly RocWords Chinese = new()
    {
        Sensitivity = "灵敏度", Specificity = "特异度", Horizontal = "100 − 特异度，%",
        Area = "AUC {0}（95% CI {1}）", AreaAlone = "AUC {0}", Classes = "{0} {1}，{2} {3}", Cutpoint = "截断值 {0}（{1}）",
        Proportion = "{0} {1}% ({2}–{3})，{4}/{5}", Band = "阴影：灵敏度逐点 95% 区间",
        Point = "截断值", Comma = "，", Stop = "。",
    };

    public required string Sensitivity { get; init; }
    public required string Specificity { get; init; }
    public required string Horizontal { get; init; }
    public required string Area { get; init; }
    public required string AreaAlone { get; init; }
    public required string Classes { get; init; }
    public required string Cutpoint { get; init; }
    public required string Proportion { get; init; }
    public required string Band { get; init; }
    public required string Point { get; init; }
    public required string Comma { get; init; }
    public required string Stop { get; init; }

    public static RocWords In(Language language) => language == Language.Chinese ? Chinese : English;
}
