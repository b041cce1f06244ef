using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Participants;
using Medulla.Study.Results;

namespace Medulla.Cli.Words;

/// <summary>The fixed terms of the field, and how numbers and times are written.</summary>
static class Terms
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
        EligibilityVerdict.Eligible => new("ELIGIBLE", "合格"),
        EligibilityVerdict.Ineligible => new("INELIGIBLE", "不合格"),
        _ => new("PENDING", "待定"),
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

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>With the offset of the site's clock.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits, for people; empty for what does not exist.</summary>
    public static string Number(double? number) => number?.ToString("G4", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As many digits as the number has.</summary>
    public static string Exact(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The first digits of a hash: enough to tell apart, short enough to read.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
