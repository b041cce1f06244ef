using Medulla.Figures;
using Medulla.Study.Definition;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Study.Results;
using Medulla.Web.Reading;

namespace Medulla.Web.Words;

/// <summary>The fixed terms of the field.</summary>
public sealed class TermTexts(Language language)
{
    public string Yes => language.Of("Yes", "是");
    public string No => language.Of("No", "否");
    public string Unknown => language.Of("Unknown", "未知");
    public string None => language.Of("None", "无");
    public string NotRecorded => language.Of("Not recorded", "未记录");
    public string Inclusion => language.Of("Inclusion", "入选");
    public string Exclusion => language.Of("Exclusion", "排除");
    public string DateFormat => language.Of("YYYY-MM-DD", "年-月-日，如 2025-08-01");
    public string Reason => language.Of("Reason", "原因");
    public string And => language.Of(", ", "、");

    public string Years(int age) => language.Of($"{age} years", $"{age} 岁");

    public string Of(Sex sex) => StudyTerms.Of(sex).In(language);

    public string Of(ParticipantStatus status) => StudyTerms.Of(status).In(language);

    public string Of(EligibilityVerdict verdict) => StudyTerms.Of(verdict).In(language);

    public string Of(PlateStatus status) => StudyTerms.Of(status).In(language);

    public string Of(Answer answer) => answer switch
    {
        Answer.Yes => Yes,
        Answer.No => No,
        _ => Unknown,
    };

    public string Of(CriterionKind kind) => kind == CriterionKind.Inclusion ? Inclusion : Exclusion;

    public string Of(FormStatus status) => status switch
    {
        FormStatus.Empty => language.Of("empty", "未填写"),
        FormStatus.Partial => language.Of("partial", "部分填写"),
        FormStatus.Complete => language.Of("complete", "完成"),
        FormStatus.Query => language.Of("open query", "质疑未关闭"),
        FormStatus.Locked => language.Of("locked", "已锁库"),
        FormStatus.Overdue => language.Of("overdue", "逾期"),
        _ => language.Of("not due", "未到期"),
    };
}
