using Medulla.Figures;

namespace Medulla.Web.Words;

/// <summary>Names of the record's sections, fields and values, by the keys under which the record page gives them.</summary>
public sealed class RecordTerms(Language language)
{
    public string Section(string key) => key switch
    {
        "study-results" => language.Of("Study results", "研究结果"),
        "basic-information" => language.Of("Basic information", "基本信息"),
        "brief-summary" => language.Of("Brief summary", "简要概述"),
        "detailed-description" => language.Of("Detailed description", "详细说明"),
        "conditions" => language.Of("Conditions", "疾病"),
        "study-design" => language.Of("Study design", "研究设计"),
        "eligibility-criteria" => language.Of("Eligibility criteria", "入排标准"),
        "sponsors" => language.Of("Sponsors", "申办方"),
        "responsible-party" => language.Of("Responsible party", "责任方"),
        "principal-investigators" => language.Of("Principal investigators", "主要研究者"),
        "locations" => language.Of("Locations", "研究中心"),
        "countries" => language.Of("Countries", "国家"),
        "central-contacts" => language.Of("Central contacts", "总联系人"),
        "facility-contacts" => language.Of("Facility contacts", "中心联系人"),
        "other-identifiers" => language.Of("Other identifiers", "其他编号"),
        "more-related-trials" => language.Of("More related trials", "更多相关研究"),
        _ => key,
    };

    public string Explain(string key) => key switch
    {
        "study-results" => language.Of(
            "Whether the people who run the study have made its outcomes public yet.", "研究方是否已公开研究结果。"),
        "basic-information" => language.Of(
            "Is it still taking people in, how many are planned, and from when to when does it run?", "是否仍在招募、计划多少人、从何时到何时。"),
        "brief-summary" => language.Of(
            "In a few sentences: the question, and why it is worth asking.", "用几句话说明研究的问题及其意义。"),
        "detailed-description" => language.Of(
            "The same question with more of its background and of what will be done.", "更详细的背景，以及将要做什么。"),
        "conditions" => language.Of("The illness the study is about.", "研究针对的疾病。"),
        "study-design" => language.Of(
            "How people are followed and what is compared. In an observational study the treatment is not chosen by the study.",
            "如何随访、比较什么。观察性研究不决定治疗方案。"),
        "eligibility-criteria" => language.Of(
            "Who can take part. Every inclusion criterion must be true and every exclusion criterion false.",
            "谁可以参加：入选标准须全部符合，排除标准须全部不符合。"),
        "sponsors" => language.Of("The institution that starts the study and answers for it.", "发起研究并负责的机构。"),
        "responsible-party" => language.Of(
            "Who has the duty to keep this record right and to report its results.", "负责维护本登记记录并提交结果的一方。"),
        "principal-investigators" => language.Of("The physicians or scientists who lead the work.", "主持研究工作的医师或科研人员。"),
        "locations" => language.Of(
            "The hospitals where people can take part, and whether each is taking people in.", "可参加研究的医院及其招募状态。"),
        "countries" => language.Of("Where in the world the hospitals are.", "研究中心所在的国家。"),
        "central-contacts" => language.Of("Whom to ask about the study as a whole.", "咨询整个研究的联系人。"),
        "facility-contacts" => language.Of("Whom to ask at one hospital.", "咨询某一研究中心的联系人。"),
        "other-identifiers" => language.Of("Other names under which the same study is filed.", "同一研究在其他地方使用的编号。"),
        "more-related-trials" => language.Of("Other registered studies whose content is alike.", "内容相近的其他登记研究。"),
        _ => "",
    };

    public string Field(string key) => key switch
    {
        "recruitment-status" => language.Of("Recruitment status", "招募状态"),
        "last-known-status" => language.Of("Last known status", "最后已知状态"),
        "why-stopped" => language.Of("Why stopped", "停止原因"),
        "phases" => language.Of("Phase", "分期"),
        "total-enrolment" => language.Of("Total enrolment", "总样本量（人）"),
        "enrolment-type" => language.Of("Enrolment is", "人数类型"),
        "study-classification" => language.Of("Study classification", "研究类型"),
        "start-date" => language.Of("Study start", "开始日期"),
        "primary-completion-date" => language.Of("Primary completion", "主要完成日期"),
        "completion-date" => language.Of("Study completion", "完成日期"),
        "official-title" => language.Of("Official title", "正式标题"),
        "acronym" => language.Of("Acronym", "简称"),
        "conditions" => language.Of("Conditions", "疾病"),
        "keywords" => language.Of("Keywords", "关键词"),
        "observational-model" => language.Of("Observational model", "观察模式"),
        "time-perspective" => language.Of("Time perspective", "时间方向"),
        "biospecimen-retention" => language.Of("Specimens kept", "标本保存"),
        "biospecimen-description" => language.Of("Which specimens", "标本说明"),
        "allocation" => language.Of("Allocation", "分组"),
        "intervention-model" => language.Of("Intervention model", "干预模式"),
        "primary-purpose" => language.Of("Primary purpose", "主要目的"),
        "masking" => language.Of("Masking", "盲法"),
        "outcomes" => language.Of("Outcome measures", "结局指标"),
        "inclusion-criteria" => language.Of("Inclusion", "入选标准"),
        "exclusion-criteria" => language.Of("Exclusion", "排除标准"),
        "minimum-age" => language.Of("Minimum age", "最小年龄"),
        "maximum-age" => language.Of("Maximum age", "最大年龄"),
        "sex" => language.Of("Sex", "性别"),
        "healthy-volunteers" => language.Of("Healthy volunteers", "健康志愿者"),
        "population" => language.Of("Population", "研究人群"),
        "sampling-method" => language.Of("Sampling method", "抽样方法"),
        "responsibility-role" => language.Of("Responsible party", "责任方"),
        "name" => language.Of("Name", "名称"),
        "role" => language.Of("Role", "角色"),
        "title" => language.Of("Title", "职务"),
        "affiliation" => language.Of("Affiliation", "单位"),
        "class" => language.Of("Class", "类别"),
        "sponsor-role" => language.Of("Part in the study", "角色"),
        "facility" => language.Of("Facility", "中心"),
        "place" => language.Of("Place", "地点"),
        "status" => language.Of("Status", "状态"),
        "id" => language.Of("Identifier", "编号"),
        "type" => language.Of("Type", "类型"),
        "domain" => language.Of("Given by", "授予方"),
        "source" => language.Of("Source", "来源"),
        "label" => language.Of("Arm", "组别"),
        "description" => language.Of("Description", "说明"),
        "measure" => language.Of("Measure", "指标"),
        "time-frame" => language.Of("Time frame", "时间范围"),
        _ => key,
    };

    /// <summary>A word of the registry's lists; other text is null and stands as it is.</summary>
    public string? Word(string value) => value switch
    {
        "RECRUITING" => language.Of("Recruiting", "招募中"),
        "NOT_YET_RECRUITING" => language.Of("Not yet recruiting", "尚未招募"),
        "ACTIVE_NOT_RECRUITING" => language.Of("Active, not recruiting", "进行中，不再招募"),
        "ENROLLING_BY_INVITATION" => language.Of("Enrolling by invitation", "邀请入组"),
        "COMPLETED" => language.Of("Completed", "已完成"),
        "TERMINATED" => language.Of("Terminated", "提前终止"),
        "SUSPENDED" => language.Of("Suspended", "暂停"),
        "WITHDRAWN" => language.Of("Withdrawn", "已撤回"),
        "UNKNOWN" => language.Of("Unknown", "未知"),
        "OBSERVATIONAL" => language.Of("Observational", "观察性"),
        "INTERVENTIONAL" => language.Of("Interventional", "干预性"),
        "COHORT" => language.Of("Cohort", "队列"),
        "CASE_CONTROL" => language.Of("Case–control", "病例对照"),
        "PROSPECTIVE" => language.Of("Prospective", "前瞻性"),
        "RETROSPECTIVE" => language.Of("Retrospective", "回顾性"),
        "CROSS_SECTIONAL" => language.Of("Cross-sectional", "横断面"),
        "ALL" => language.Of("All", "不限"),
        "FEMALE" => language.Of("Female", "女"),
        "MALE" => language.Of("Male", "男"),
        "OTHER" => language.Of("Other", "其他"),
        "INDUSTRY" => language.Of("Industry", "企业"),
        "SPONSOR" => language.Of("Sponsor", "申办方"),
        "PRINCIPAL_INVESTIGATOR" => language.Of("Principal investigator", "主要研究者"),
        "STUDY_DIRECTOR" => language.Of("Study director", "研究主任"),
        "STUDY_CHAIR" => language.Of("Study chair", "研究主席"),
        "CONTACT" => language.Of("Contact", "联系人"),
        "lead" => language.Of("Lead", "牵头"),
        "collaborator" => language.Of("Collaborator", "合作方"),
        "ESTIMATED" => language.Of("Estimated", "预计"),
        "ACTUAL" => language.Of("Actual", "实际"),
        "org_study_id" => language.Of("Sponsor's own identifier", "申办方编号"),
        "secondary_id" => language.Of("Secondary identifier", "次要编号"),
        "Yes" => language.Of("Yes", "是"),
        "No" => language.Of("No", "否"),
        "18 Years" => language.Of("18 years", "18 岁"),
        _ => null,
    };
}
