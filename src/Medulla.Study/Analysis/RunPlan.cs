using Medulla.Study.Definition;
using Medulla.Study.Journal;

namespace Medulla.Study.Analysis;

/// <summary>The frozen plan was run on the locked database.</summary>
/// <param name="DataPosition">The journal position whose data were analysed.</param>
/// <param name="ResultsSha256">Of all numbers of the run, see <see cref="PlanResults.Sha256"/>.</param>
/// <param name="WhyPostHoc">Null when the plan was frozen before the data were seen.</param>
public sealed record PlanWasRun(
    long DataPosition, string PlanSha256, string DefinitionSha256, string ResultsSha256,
    string SoftwareVersion, string? WhyPostHoc) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study with
    {
        JoinedDataSeenAt = study.JoinedDataSeenAt ?? study.Position,
        Analysis = study.Analysis with
        {
            LastRun = new PlanRun(study.Position, DataPosition, ResultsSha256, SoftwareVersion, WhyPostHoc),
        },
    };
}

/// <summary>A run of the plan.</summary>
/// <param name="Position">Of the entry that records it; a report is made as of this position.</param>
public sealed record PlanRun(
    long Position, long DataPosition, string ResultsSha256, string SoftwareVersion, string? WhyPostHoc);

/// <summary>Run the frozen plan on the locked database.</summary>
public sealed record RunPlan : ICommand
{
    public Decision Decide(StudyState study) => Decision.Unless(Refusals(study), () =>
    [
        new PlanWasRun(
            study.Position, study.Plan!.Sha256, study.DefinitionSha256,
            PlanResults.Of(study).Sha256, SoftwareVersion.Current, study.Plan.WhyPostHoc),
    ]);

    static IEnumerable<Refusal> Refusals(StudyState study)
    {
        if (study.Plan is null)
            yield return new("plan-not-frozen",
                $"The analysis plan of study {study.Key} is not frozen. Freeze it before it is run.",
                $"研究 {study.Key} 的分析计划尚未冻结，冻结后才能运行。");
        if (study.Lock is null)
            yield return new("database-not-locked",
                $"The database of study {study.Key} is not locked. Lock it before the plan is run.",
                $"研究 {study.Key} 的数据库尚未锁库，锁库后才能运行分析计划。");
    }
}
