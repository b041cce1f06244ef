using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>All that the frozen plan gives on the data as they stand: computed when asked, never stored.</summary>
public sealed record PlanResults(AnalysisPlan Plan, AnalysisTable Table, ImmutableArray<AnalysisResult> Results)
{
    /// <exception cref="InvalidOperationException">No plan is frozen.</exception>
    public static PlanResults Of(StudyState study)
    {
        var plan = study.Plan?.Plan
            ?? throw new InvalidOperationException($"The analysis plan of study {study.Key} is not frozen.");
        return Of(plan, AnalysisTables.Of(study, plan));
    }

    /// <summary>On an analysis set made elsewhere.</summary>
    public static PlanResults Of(AnalysisPlan plan, AnalysisTable table) =>
        new(plan, table, [.. plan.Analyses.Select(planned => Run(planned, table, plan))]);

    /// <summary>Null when the plan has no such analysis.</summary>
    public AnalysisResult? Find(string id) => Results.FirstOrDefault(result => result.Planned.Id == id);

    /// <summary>Every number of every analysis, one a line: what the hash is over and what others compare with.</summary>
    public string NumbersText
    {
        get
        {
            var text = new StringBuilder();
            foreach (var result in Results)
                foreach (var number in result.Numbers)
                    text.Append(result.Planned.Id).Append('.').Append(number.Name).Append('=')
                        .Append(number.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "").Append('\n');
            return text.ToString();
        }
    }

    /// <summary>Of <see cref="NumbersText"/>: two runs agree to the last digit when this agrees.</summary>
    public string Sha256 => TextHash.Sha256(NumbersText);

    static AnalysisResult Run(PlannedAnalysis planned, AnalysisTable table, AnalysisPlan plan) => planned switch
    {
        PlannedAnalysis.RankSum rankSum => MarkerByOutcome.Run(rankSum, table, plan),
        PlannedAnalysis.Roc roc => Discrimination.Run(roc, table, plan),
        PlannedAnalysis.FisherExact fisher => GroupsByOutcome.Run(fisher, table, plan),
        PlannedAnalysis.KaplanMeier kaplanMeier => SurvivalByGroup.Run(kaplanMeier, table, plan),
        PlannedAnalysis.Cox cox => HazardModel.Run(cox, table, plan),
        PlannedAnalysis.Spearman spearman => MarkerCorrelation.Run(spearman, table, plan),
        _ => throw new InvalidOperationException($"Analysis {planned.Id} is of the unknown kind {planned.GetType().Name}."),
    };
}
