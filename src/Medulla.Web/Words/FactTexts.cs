using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>What each kind of fact is called.</summary>
public sealed class FactTexts(Language language)
{
    /// <summary>The kind of fact in words; the stored name itself for one that is not known here.</summary>
    public string Kind(string factName) => factName switch
    {
        "StudyOpened" => language.Of("Study opened", "新建研究"),
        "DefinitionPublished" => language.Of("Definition published", "发布定义"),
        "PlanFrozen" => language.Of("Plan frozen", "冻结分析计划"),
        "ParticipantScreened" => language.Of("Participant screened", "筛选登记"),
        "ConsentSigned" => language.Of("Consent signed", "签署知情同意"),
        "CriteriaAnswered" => language.Of("Criteria answered", "回答入排标准"),
        "EligibilityJudged" => language.Of("Eligibility judged", "判定资格"),
        "ParticipantEnrolled" => language.Of("Participant enrolled", "入组"),
        "ParticipantWithdrawn" => language.Of("Participant withdrawn", "退出"),
        "VisitOpened" => language.Of("Visit opened", "开始访视"),
        "FormSaved" => language.Of("Form saved", "保存表单"),
        "QueryRaised" => language.Of("Query raised", "提出质疑"),
        "QueryClosed" => language.Of("Query closed", "关闭质疑"),
        "SpecimenCollected" => language.Of("Specimen collected", "采集标本"),
        "SpecimenProcessed" => language.Of("Specimen centrifuged", "标本离心"),
        "AliquotsMade" => language.Of("Aliquots made", "分装"),
        "PlateImported" => language.Of("Plate imported", "导入检测板"),
        "PlateAccepted" => language.Of("Plate accepted", "放行检测板"),
        "PlateRejected" => language.Of("Plate rejected", "拒绝检测板"),
        "CohortImported" => language.Of("Cohort imported", "导入队列"),
        "JoinedDataSeen" => language.Of("Joined data seen", "查看合并数据"),
        "PlanWasRun" => language.Of("Plan run", "运行分析计划"),
        "DatabaseLocked" => language.Of("Database locked", "锁库"),
        _ => factName,
    };
}
