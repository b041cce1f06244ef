namespace Medulla.Study.Analysis;

/// <summary>What the analysis room holds.</summary>
/// <param name="Cohort">An imported cohort; null in a study that captures its own data.</param>
/// <param name="LastRun">Null until the plan has been run.</param>
public sealed record Analyses(ImportedCohort? Cohort, PlanRun? LastRun)
{
    public static Analyses Empty { get; } = new(null, null);
}
