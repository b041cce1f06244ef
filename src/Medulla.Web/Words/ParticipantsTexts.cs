using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>The list of participants and the matrix of their visits.</summary>
public sealed class ParticipantsTexts(Language language)
{
    public string Title => language.Of("Participants", "受试者");

    public string Meta(int screened, int enrolled) => language.Of(
        $"{screened} screened, {enrolled} enrolled · one row a participant", $"筛选 {screened}，入组 {enrolled} · 每行一名受试者");

    public string ListCaption => language.Of("Participants with their state", "受试者及其状态");
    public string MatrixTitle => language.Of("By visit", "按访视");
    public string MatrixCaption => language.Of("Participants by visit: state of the forms", "受试者 × 访视：表单状态");
    public string MatrixRegion => language.Of("Participants by visit", "受试者访视表");
    public string ListTitle => language.Of("List", "列表");
    public string Number => language.Of("Participant", "受试者");
    public string Screening => language.Of("Screening number", "筛选号");
    public string Status => language.Of("State", "状态");
    public string Screened => language.Of("Screened", "筛选");
    public string Consent => language.Of("Consent", "知情同意");
    public string Eligibility => language.Of("Eligibility", "入排标准");
    public string Enrolled => language.Of("Enrolled", "入组");
    public string Forms => language.Of("Forms", "表单");
    public string Queries => language.Of("Queries", "质疑");
    public string Unit => language.Of("age, sex", "年龄、性别");
    public string Nobody => language.Of("Nobody has been screened yet", "尚未筛选任何人");
    public string NobodyRemedy => language.Of(
        "A screening entry gives the first number; consent, eligibility and enrolment follow from there.",
        "新增筛选记录即分配第一个编号，随后是知情同意、入排标准和入组。");
    public string NobodyLike => language.Of("Nobody fits this choice.", "没有符合条件的受试者。");
    public string Show => language.Of("Show", "显示");
    public string All => language.Of("All", "全部");
    public string InScreening => language.Of("In screening", "筛选中");
    public string ScreenFailed => language.Of("Screen failed", "筛选失败");
    public string Consented => language.Of("Consented", "已知情同意");
    public string Eligible => language.Of("Judged eligible", "判定合格");
    public string EnrolledOnly => language.Of("Enrolled", "已入组");
    public string Specimens => language.Of("Specimen collected", "已采集标本");
    public string WithQueries => language.Of("Open queries", "质疑未关闭");
    public string WithResponse => language.Of("Response recorded", "已记录疗效");
    public string Died => language.Of("Died", "死亡");
    public string Withdrawn => language.Of("Withdrawn", "已退出");
    public string Shown(int count) => language.Of(count == 1 ? "1 participant" : $"{count} participants", $"{count} 名受试者");
    public string Done => language.Of("Done / due", "完成/应做");
    public string Legend => language.Of("Marks", "图例");
}
