using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>Who is in an analysis, and for what the others are not; the reasons do not overlap.</summary>
/// <param name="WithoutMarker">No value, or one that the scale cannot take.</param>
/// <param name="WithoutOutcome">Of those with a marker: outcome or follow-up not known.</param>
/// <param name="WithoutCovariate">Of those with both: a covariate missing.</param>
sealed record LeftOut(ImmutableArray<MarkedPerson> People, int WithoutMarker, int WithoutOutcome, int WithoutCovariate)
{
    public static LeftOut Of(PlannedAnalysis planned, ReportedRun run)
    {
        ImmutableArray<MarkedPerson> known = [.. run.Marked.Where(person => HasOutcome(planned, person.Row))];
        ImmutableArray<MarkedPerson> complete = [.. known.Where(person => HasCovariates(planned, run.Plan, person.Row))];
        return new LeftOut(
            complete,
            WithoutMarker: run.Table.Rows.Length - run.Marked.Count,
            WithoutOutcome: run.Marked.Count - known.Length,
            WithoutCovariate: known.Length - complete.Length);
    }

    /// <summary>"3 without a marker value, 2 without the outcome"; null when nobody was left out.</summary>
    public Bilingual? Reasons
    {
        get
        {
            (int Count, Bilingual Why)[] all =
            [
                (WithoutMarker, new("without a marker value", "无标志物数值")),
                (WithoutOutcome, new("without the outcome", "结局未知")),
                (WithoutCovariate, new("with a covariate missing", "协变量缺失")),
            ];
            var some = all.Where(reason => reason.Count > 0).ToList();
            return some.Count == 0 ? null : new(
                string.Join(", ", some.Select(reason => $"{reason.Count} {reason.Why.En}")),
                string.Join("，", some.Select(reason => $"{reason.Why.Zh} {reason.Count} 人")));
        }
    }

    static bool HasOutcome(PlannedAnalysis planned, AnalysisRow row) => planned switch
    {
        PlannedAnalysis.RankSum rankSum => row.Unfavourable.ContainsKey(rankSum.Endpoint),
        PlannedAnalysis.Roc roc => row.Unfavourable.ContainsKey(roc.Endpoint),
        PlannedAnalysis.FisherExact fisher => row.Unfavourable.ContainsKey(fisher.Endpoint),
        PlannedAnalysis.KaplanMeier kaplanMeier => row.Times.ContainsKey(kaplanMeier.Endpoint),
        PlannedAnalysis.Cox cox => row.Times.ContainsKey(cox.Endpoint),
        _ => true,
    };

    static bool HasCovariates(PlannedAnalysis planned, AnalysisPlan plan, AnalysisRow row) => planned switch
    {
        PlannedAnalysis.Cox cox => cox.Covariates.All(code => Has(row, plan.FindCovariate(code)!)),
        PlannedAnalysis.Spearman spearman => MarkerValues.Number(row, spearman.Covariate) is not null,
        _ => true,
    };

    static bool Has(AnalysisRow row, Covariate covariate) => covariate.IsNumeric
        ? MarkerValues.Number(row, covariate.Code) is not null
        : covariate.Levels.Any(level => level.Value == row.Covariates.GetValueOrDefault(covariate.Code));
}
