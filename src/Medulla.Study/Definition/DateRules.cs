using Medulla.Study.Journal;

namespace Medulla.Study.Definition;

/// <summary>What holds for every clinical date.</summary>
public static class DateRules
{
    /// <summary>Nothing after the data cut-off is accepted, for it could never be analysed.</summary>
    /// <param name="en">What the date is of, such as "visit BL".</param>
    public static IEnumerable<Refusal> AfterCutoff(StudyDefinition definition, string en, string zh, DateOnly day)
    {
        if (definition.DataCutoff is { } cutoff && day > cutoff)
            yield return new("after-data-cutoff",
                $"Found {day:yyyy-MM-dd} as the date of {en}. Expected no later than the data cut-off {cutoff:yyyy-MM-dd}.",
                $"{zh}日期为 {day:yyyy-MM-dd}，不应晚于数据截止日 {cutoff:yyyy-MM-dd}。");
    }
}
