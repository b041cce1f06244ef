using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>The page of one form.</summary>
public sealed class CaptureTexts(Language language)
{
    public string FormCode(string code) => language.Of($"Form {code}", $"表单 {code}");
    public string Range(string? from, string? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } low, null) => language.Of($"plausible from {low}", $"合理范围 ≥ {low}"),
        (null, { } high) => language.Of($"plausible up to {high}", $"合理范围 ≤ {high}"),
        ({ } low, { } high) => language.Of($"plausible {low} to {high}", $"合理范围 {low}～{high}"),
    };

    public string Required => language.Of("required", "必填");
    public string NoValue => language.Of("No value", "无");
    public string Reason => language.Of("Reason for the change", "修改原因");
    public string ReasonHint => language.Of(
        "needed when a saved value changes; say what the source says", "修改已保存的数值时必填，写明原始资料的依据");
    public string Save => language.Of("Save form", "保存表单");
    public string Answered(int answered, int all) => language.Of($"{answered} of {all} answered", $"已填 {answered}/{all}");
    public string SavedAt(long position) => language.Of($"saved, entry {position}", $"已保存，第 {position} 条");
    public string NeverSaved => language.Of("not saved yet", "尚未保存");
    public string QueryTitle => language.Of("Query", "质疑");
    public string QueryOpen(string value) => language.Of(
        $"The value {value} lies outside the plausible range. Check it against the source; correct it with a reason, "
        + "or leave it as the source says.",
        $"数值 {value} 超出合理范围。与原始资料核对后更正并写明原因；如与原始资料一致则保持不变。");
    public string QueryAt(long position) => language.Of($"raised at entry {position}", $"于第 {position} 条提出");
    public string Earlier => language.Of("Earlier", "此前");
    public string EarlierCaption(string item) => language.Of($"Earlier values of {item}", $"{item} 的历史数值");
    public string Entry => language.Of("Entry", "记录");
    public string Value => language.Of("Value", "数值");
    public string VisitCard => language.Of("Visit", "访视");
    public string VisitDate => language.Of("Visit date", "访视日期");
    public string Window => language.Of("Window", "时间窗");
    public string FirstDose => language.Of("First dose", "首次给药");
    public string Forms => language.Of("Forms", "表单");
    public string Locked => language.Of("The database is locked. Values can be read, not changed.", "数据库已锁库，只能查看，不能修改。");
    public string VisitNotOpen => language.Of("The visit has not been opened. Open it with its date first.", "访视尚未开始，先填写访视日期。");
}
