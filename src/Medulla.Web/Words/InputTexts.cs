using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>What pages of input say beside their fields.</summary>
public sealed class InputTexts(Language language)
{
    public string Problems(int count) => language.Of(
        count == 1 ? "1 thing needs attention" : $"{count} things need attention", $"{count} 处需要处理");

    public string NothingRecorded => language.Of("Nothing was recorded.", "没有记录任何内容。");

    public string Missing(string label) => language.Of(
        $"Found nothing in “{label}”. Expected a value.", $"“{label}”未填写。");

    public string NothingChosen(string label) => language.Of(
        $"Found no choice for “{label}”. Expected one.", $"“{label}”未选择。");

    public string TooLarge(string label, string found) => language.Of(
        $"Found {found} in “{label}”. Expected a smaller number.", $"“{label}”填写为 {found}，数值过大。");

    public string Required => language.Of("required", "必填");
    public string Choose => language.Of("Choose", "请选择");
    public string Cancel => language.Of("Cancel", "取消");
    public string Help => language.Of("Help", "说明");

    public string Screen => language.Of("New screening entry", "新增筛选记录");

    public string ScreenMeta => language.Of(
        "The screening number is given when the entry is saved. No name, no telephone number.", "保存时分配筛选号。不填写姓名和电话。");

    public string ScreenedOn => language.Of("Date of screening", "筛选日期");
    public string Age => language.Of("Age", "年龄");
    public string YearsUnit => language.Of("years", "岁");
    public string Sex => language.Of("Sex", "性别");
    public string Female => language.Of("Female", "女");
    public string Male => language.Of("Male", "男");
    public string SaveScreening => language.Of("Save screening entry", "保存筛选记录");

    public string Consent => language.Of("Informed consent", "知情同意");

    public string ConsentMeta => language.Of(
        "Record who signed, and when. The signed paper stays with the site; no name is stored here.",
        "记录谁在何时签署。签署的纸质文件由研究中心保存，此处不存姓名。");

    public string FormVersion => language.Of("Version of the consent form", "知情同意书版本");
    public string FormVersionHint => language.Of("as printed on it, such as ICF 1.0", "以文件所印为准，如 ICF 1.0");
    public string Signatures => language.Of("Signatures", "签名");
    public string SignedOn(string signer) => language.Of($"Signed by: {signer}", $"签署人：{signer}");
    public string SignedOnHint => language.Of("date, YYYY-MM-DD; empty if this person did not sign", "日期，如 2025-08-01；未签署则留空");
    public string Relationship(string signer) => language.Of($"Relationship of: {signer}", $"与受试者关系：{signer}");
    public string Scopes => language.Of("Agreed to", "同意范围");
    public string ScopeRequired => language.Of("needed to take part", "参加研究所必需");
    public string SaveConsent => language.Of("Save consent", "保存知情同意");

    public string Eligibility => language.Of("Eligibility", "入排标准");

    public string EligibilityMeta => language.Of(
        "Say of each statement whether it is true of the participant. “Unknown” is an answer; nothing is preset.",
        "逐条判断陈述是否符合受试者情况。“未知”也是一种回答；没有预设选项。");

    public string Statement(string id) => language.Of($"Criterion {id}", $"标准 {id}");
    public string Evidence => language.Of("Evidence", "依据");
    public string EvidenceHint => language.Of("where it stands, such as marrow report 2025-08-03", "出处，如骨髓报告 2025-08-03");
    public string SaveAnswers => language.Of("Save answers", "保存回答");
    public string JudgedOn => language.Of("Date of the judgement", "判定日期");
    public string SaveAndJudge => language.Of("Save and judge", "保存并判定");
    public string Judge => language.Of("Judgement", "判定");
    public string AnswersHow => language.Of(
        "An inclusion criterion speaks against with “No”, an exclusion criterion with “Yes”.", "入选标准回答“否”、排除标准回答“是”即不合格。");

    public string Enrol(string label) => language.Of($"Enrol {label}", $"{label} 入组");
    public string EnrolOn => language.Of("Date of enrolment", "入组日期");
    public string EnrolButton => language.Of("Enrol participant", "受试者入组");
    public string EnrolMeta => language.Of("Every reason that speaks against is given at once.", "如不能入组，会一次列出全部原因。");

    public string OpenVisit(string visit) => language.Of($"Open visit: {visit}", $"开始访视：{visit}");
    public string VisitedOn => language.Of("Date of the visit", "访视日期");
    public string OpenVisitButton => language.Of("Open visit", "开始访视");
}
