using System.Globalization;

namespace Medulla.Figures.Recipes;

/// <summary>The fixed words of accrual in one language.</summary>
sealed record AccrualWords
{
    static readonly AccrualWords English = new()
    {
        Enrolled = "Participants enrolled", EnrolledCount = "enrolled ({0})", Planned = "planned",
        Target = "planned number {0}",
        DataCut = "data cut {0}", MonthHeader = "Month", InMonth = "Enrolled", SoFar = "Enrolled so far",
        Described = "{0} of {1} participants enrolled by {2}.", MonthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    };

    static readonly AccrualWords Chinese = new()
    {
        Enrolled = "已入组受试者数", EnrolledCount = "已入组（{0}）", Planned = "计划", Target = "计划例数 {0}",
        DataCut = "数据截止 {0}", MonthHeader = "月份", InMonth = "当月入组", SoFar = "累计入组",
        Described = "截至 {2}，{1} 例中已入组 {0} 例。", MonthNames = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    };

    public required string Enrolled { get; init; }
    public required string EnrolledCount { get; init; }
    public required string Planned { get; init; }
    public required string Target { get; init; }
    public required string DataCut { get; init; }
    public required string MonthHeader { get; init; }
    public required string InMonth { get; init; }
    public required string SoFar { get; init; }
    public required string Described { get; init; }
    public required string MonthNames { get; init; }

    public static AccrualWords In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <param name="month">1 to 12.</param>
    public string Month(int month) => MonthNames.Split(' ')[month - 1];
}
