using Medulla.Figures;
using Medulla.Study.Participants;
using Medulla.Study.Results;

namespace Medulla.Study.Reporting;

/// <summary>The fixed terms of the field, as they stand inside a sentence.</summary>
public static class StudyTerms
{
    public static Bilingual Of(Sex sex) => sex == Sex.Female ? new("female", "女") : new("male", "男");

    public static Bilingual Of(ParticipantStatus status) => status switch
    {
        ParticipantStatus.InScreening => new("in screening", "筛选中"),
        ParticipantStatus.ScreenFailed => new("screen failed", "筛选失败"),
        ParticipantStatus.Enrolled => new("enrolled", "已入组"),
        _ => new("withdrawn", "已退出"),
    };

    public static Bilingual Of(EligibilityVerdict verdict) => verdict switch
    {
        EligibilityVerdict.Eligible => new("eligible", "合格"),
        EligibilityVerdict.Ineligible => new("not eligible", "不合格"),
        _ => new("pending", "待定"),
    };

    public static Bilingual Of(Answer answer) => answer switch
    {
        Answer.Yes => new("yes", "是"),
        Answer.No => new("no", "否"),
        _ => new("unknown", "未知"),
    };

    public static Bilingual Of(PlateStatus status) => status switch
    {
        PlateStatus.Waiting => new("waiting", "待审核"),
        PlateStatus.Accepted => new("accepted", "已放行"),
        _ => new("rejected", "已拒绝"),
    };
}
