using System.Globalization;
using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>The page of one participant.</summary>
public sealed class ParticipantTexts(Language language)
{
    public string Screening(string id) => language.Of($"screening number {id}", $"筛选号 {id}");
    public string ScreenedOn(DateOnly day) => language.Of($"screened {day:yyyy-MM-dd}", $"{day:yyyy-MM-dd} 筛选");
    public string EnrolledOn(DateOnly day) => language.Of($"enrolled {day:yyyy-MM-dd}", $"{day:yyyy-MM-dd} 入组");
    public string WithdrawnOn(DateOnly day) => language.Of($"withdrawn {day:yyyy-MM-dd}", $"{day:yyyy-MM-dd} 退出");
    public string DiedOn(DateOnly day) => language.Of($"died {day:yyyy-MM-dd}", $"{day:yyyy-MM-dd} 死亡");

    public string Visits => language.Of("Visits", "访视");
    public string VisitsCaption => language.Of("Visits with their windows and forms", "访视、时间窗与表单");
    public string Visit => language.Of("Visit", "访视");
    public string Planned => language.Of("Window", "时间窗");
    public string TookPlace => language.Of("Took place", "实际日期");
    public string Forms => language.Of("Forms", "表单");
    public string Open => language.Of("Open", "开始");
    public string OpenNamed(string visit) => language.Of($"Open {visit}", $"开始 {visit}");
    public string AsNeeded => language.Of("when it is called for", "按需");
    public string AfterFirstDose => language.Of("counted from the first dose", "自首次给药起算");
    public string AfterEnrolment => language.Of("counted from enrolment", "自入组起算");
    public string Days(int? from, int? to) => (from, to) switch
    {
        (null, null) => language.Of("no window", "无时间窗"),
        ({ } first, null) => language.Of($"from day {Signed(first)}", $"第 {Signed(first)} 天起"),
        (null, { } last) => language.Of($"up to day {Signed(last)}", $"至第 {Signed(last)} 天"),
        ({ } first, { } last) => first == last
            ? language.Of($"day {Signed(first)}", $"第 {Signed(first)} 天")
            : language.Of($"day {Signed(first)} to {Signed(last)}", $"第 {Signed(first)}～{Signed(last)} 天"),
    };

    public string Range(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => $"{first:yyyy-MM-dd}",
        ({ } first, { } last) => language.Of(
            $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}", $"{first:yyyy-MM-dd}～{last:yyyy-MM-dd}"),
        ({ } first, null) => language.Of($"from {first:yyyy-MM-dd}", $"{first:yyyy-MM-dd} 起"),
        (null, { } last) => language.Of($"up to {last:yyyy-MM-dd}", $"至 {last:yyyy-MM-dd}"),
        _ => "",
    };

    public string OutOfWindow => language.Of("outside the window", "超窗");
    public string InWindow => language.Of("in the window", "窗内");
    public string NotYet => language.Of("not yet", "未开始");

    public string Consent => language.Of("Informed consent", "知情同意");
    public string ConsentNone => language.Of("Not signed. No data are captured before it is.", "尚未签署，签署前不采集数据。");
    public string RecordConsent => language.Of("Record consent", "登记知情同意");
    public string FormVersion => language.Of("Form", "知情同意书");
    public string SignedOn => language.Of("Signed", "签署日期");
    public string Signatures => language.Of("Signatures", "签名");
    public string Scopes => language.Of("Agreed to", "同意范围");

    public string Eligibility => language.Of("Eligibility", "入排标准");
    public string NotJudged => language.Of("Not judged yet.", "尚未判定。");
    public string JudgedOn(DateOnly day, int version) => language.Of(
        $"judged on {day:yyyy-MM-dd} by definition {version}", $"{day:yyyy-MM-dd} 按定义第 {version} 版判定");
    public string SpeaksAgainst => language.Of("speaks against", "不符合");
    public string NotAnswered => language.Of("not answered", "未回答");
    public string AnswerCriteria => language.Of("Answer criteria", "填写入排标准");
    public string CriteriaCaption => language.Of("Criteria with answers and evidence", "标准、回答与依据");
    public string Criterion => language.Of("Criterion", "标准");
    public string Answer => language.Of("Answer", "回答");
    public string Enrol => language.Of("Enrol", "入组");

    public string Specimens => language.Of("Specimens and results", "标本与结果");
    public string SpecimensNone => language.Of("No specimen has been collected.", "尚未采集标本。");
    public string Collected => language.Of("Collected", "采集");
    public string Spun => language.Of("Centrifuged", "离心");
    public string Aliquots => language.Of("Aliquots", "分装样本");
    public string AliquotsCaption(string specimen) => language.Of($"Aliquots of {specimen}", $"{specimen} 的分装样本");
    public string Aliquot => language.Of("Aliquot", "分装样本");
    public string Frozen => language.Of("Frozen", "冻存");
    public string Place => language.Of("Place", "位置");
    public string Thaws => language.Of("Thaws", "冻融次数");
    public string Result => language.Of("Result", "结果");
    public string WayBack => language.Of("Way back", "来源");
    public string NoResult => language.Of("not measured", "未检测");
    public string OnPlate(string plate, string wells) => language.Of($"plate {plate}, wells {wells}", $"检测板 {plate}，孔 {wells}");
    public string Minutes(int minutes) => language.Of($"after {minutes} min", $"{minutes} 分钟后");
    public string Late(int found, int allowed) => language.Of(
        $"{found} min; at most {allowed} min allowed", $"{found} 分钟，超过上限 {allowed} 分钟");
    public string Interval(string lower, string upper) => language.Of(
        $"95 % interval {lower} to {upper}", $"95 % 区间 {lower}～{upper}");
    public string NoConcentration => language.Of("no concentration", "无浓度");
    public string Rejected => language.Of("plate rejected", "检测板已拒绝");
    public string Waiting => language.Of("plate waits for a decision", "检测板待审核");

    public string History => language.Of("History", "历史");
    public string HistoryAll(string label) => language.Of($"All entries of {label}", $"{label} 的全部记录");

    public string Data => language.Of("Forms with values", "表单与数值");
    public string DataNone => language.Of("No form has been saved.", "尚未保存表单。");
    public string FormCaption(string form, string visit) => language.Of($"{form}, {visit}", $"{visit} · {form}");
    public string Item => language.Of("Item", "条目");
    public string Value => language.Of("Value", "数值");
    public string Edit(string form) => language.Of($"Open form: {form}", $"打开表单：{form}");

    static string Signed(int day) => day.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
}
