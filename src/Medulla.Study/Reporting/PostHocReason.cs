using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>Why a plan is post hoc, from the rule that the freeze recorded.</summary>
public static class PostHocReason
{
    public static Bilingual Of(string rule) => rule switch
    {
        "marker-and-outcome-already-seen" => new(
            "marker and outcome had been seen together before it was frozen", "冻结前已有人同时看到标志物与结局"),
        "database-already-locked" => new("the database had been locked before it was frozen", "冻结前数据库已锁库"),
        _ => Bilingual.Same(rule),
    };
}
