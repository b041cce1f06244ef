using Medulla.Figures.Scales;

namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of the figure in one language.</summary>
sealed record KaplanMeierWords
{
    static readonly KaplanMeierWords English = new()
    {
        AtRisk = "At risk",
        Censored = "Censored",
        Events = "Events",
        EventsOfAll = "events / n",
        Days = "days",
        Months = "months",
        Years = "years",
        Comma = ", ",
        Median = "Median",
        Interval = " (95% CI)",
        HazardRatioAgainst = "HR vs {0} (95% CI)",
        HazardRatio = "HR (95% CI)",
        Landmark = "Survival at {0} years, % (95% CI)",
        Reference = "reference",
        LogRank = "Log-rank",
        ProportionalHazards = "Proportional hazards",
        MedianFollowUp = "Median follow-up",
        NotReached = "NR",
        NotReachedNote = "NR, not reached",
        Group = "Group",
        Survival = "Survival, % (95% CI)",
        CaptionNote = "At risk at a time: follow-up ends then or later; censored and events are counted before it. "
            + "Intervals are pointwise. 1 month = 30.4375 days.",
        DescribedGroup = "{0}: n = {1}, {2} events, median {3}.",
        DescribedStart = "Kaplan–Meier estimate: {0}, {1}.",
    };

    static readonly KaplanMeierWords Chinese = new()
    {
        AtRisk = "在险",
        Censored = "删失",
        Events = "事件",
        EventsOfAll = "事件 / n",
        Days = "天",
        Months = "月",
        Years = "年",
        Comma = "，",
        Median = "中位数",
        Interval = "（95% CI）",
        HazardRatioAgainst = "HR，对 {0}（95% CI）",
        HazardRatio = "HR（95% CI）",
        Landmark = "{0} 年生存率，%（95% CI）",
        Reference = "参照",
        LogRank = "Log-rank 检验",
        ProportionalHazards = "比例风险检验",
        MedianFollowUp = "中位随访时间",
        NotReached = "NR",
        NotReachedNote = "NR：未达到",
        Group = "组别",
        Survival = "生存率，%（95% CI）",
        CaptionNote = "某时点在险：随访在该时点或之后结束；删失与事件按该时点之前计数。区间为逐点区间。1 个月 = 30.4375 天。",
        DescribedGroup = "{0}：n = {1}，事件 {2}，中位数 {3}。",
        DescribedStart = "Kaplan–Meier 估计：{0}，{1}。",
    };

    public required string AtRisk { get; init; }
    public required string Censored { get; init; }
    public required string Events { get; init; }
    public required string EventsOfAll { get; init; }
    public required string Days { get; init; }
    public required string Months { get; init; }
    public required string Years { get; init; }
    public required string Comma { get; init; }
    public required string Median { get; init; }
    public required string Interval { get; init; }
    public required string HazardRatioAgainst { get; init; }
    public required string HazardRatio { get; init; }
    public required string Landmark { get; init; }
    public required string Reference { get; init; }
    public required string LogRank { get; init; }
    public required string ProportionalHazards { get; init; }
    public required string MedianFollowUp { get; init; }
    public required string NotReached { get; init; }
    public required string NotReachedNote { get; init; }
    public required string Group { get; init; }
    public required string Survival { get; init; }
    public required string CaptionNote { get; init; }
    public required string DescribedGroup { get; init; }
    public required string DescribedStart { get; init; }

    public static KaplanMeierWords In(Language language) => language == Language.Chinese ? Chinese : English;

    public string Unit(FollowUpUnit unit) => unit switch
    {
        FollowUpUnit.Days => Days,
        FollowUpUnit.Months => Months,
        _ => Years,
    };
}
