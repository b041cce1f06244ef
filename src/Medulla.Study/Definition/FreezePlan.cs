using Medulla.Study.Journal;

namespace Medulla.Study.Definition;

/// <summary>The analysis plan was fixed.</summary>
/// <param name="Sha256">Of <paramref name="PlanYaml"/> in UTF-8.</param>
/// <param name="WhyPostHoc">Rule name of what came too early; null when the plan came before the data were seen.</param>
public sealed record PlanFrozen(int Version, string PlanYaml, string Sha256, string? WhyPostHoc) : Fact
{
    /// <exception cref="InvalidOperationException">The journal holds a plan this program cannot read.</exception>
    public override StudyState ApplyTo(StudyState study)
    {
        var read = PlanFile.Read("plan.yaml", PlanYaml, study.Definition);
        return study with
        {
            Plan = new FrozenPlan(
                read.Value ?? throw new InvalidOperationException(
                    $"Plan version {Version} of study {study.Key} cannot be read: {read.Findings[0].Message}"),
                Version, Sha256, study.Position, WhyPostHoc),
        };
    }
}

/// <summary>The plan as it was fixed.</summary>
/// <param name="Position">Of the entry that froze it.</param>
/// <param name="WhyPostHoc">Rule name of what came too early; null for a plan that came in time.</param>
public sealed record FrozenPlan(AnalysisPlan Plan, int Version, string Sha256, long Position, string? WhyPostHoc)
{
    public bool IsPostHoc => WhyPostHoc is not null;
}

/// <summary>Fix the analysis plan.</summary>
/// <remarks>
/// A plan may be frozen late, and then it says so: after the lock, or after anybody saw marker and outcome joined,
/// every result of it is post hoc.
/// </remarks>
public sealed record FreezePlan(string PlanYaml) : ICommand
{
    public Decision Decide(StudyState study)
    {
        if (study.Definition.Version == 0)
            return Decision.Refuse(new Refusal("definition-not-published",
                $"Study {study.Key} has no published definition. Publish it before its plan.",
                $"研究 {study.Key} 尚未发布方案定义，先发布再冻结分析计划。"));

        var read = PlanFile.Read("plan.yaml", PlanYaml, study.Definition);
        return read.Value is null
            ? Decision.Refuse([.. read.Findings.Select(finding => new Refusal(finding.Rule,
                $"Line {finding.Line}, column {finding.Column}: {finding.Message}",
                $"第 {finding.Line} 行第 {finding.Column} 列：{finding.Message}"))])
            : Decision.Accept(new PlanFrozen(
                (study.Plan?.Version ?? 0) + 1, PlanYaml, TextHash.Sha256(PlanYaml), WhyPostHoc(study)));
    }

    static string? WhyPostHoc(StudyState study) =>
        study.JoinedDataSeenAt is not null ? "marker-and-outcome-already-seen"
        : study.Lock is not null ? "database-already-locked"
        : null;
}
