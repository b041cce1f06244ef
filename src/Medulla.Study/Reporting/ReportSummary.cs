using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Reporting.Sections;

namespace Medulla.Study.Reporting;

/// <summary>The report in a few lines: who, how many events, and the confirmatory answer.</summary>
static class ReportSummary
{
    public static IEnumerable<ReportFact> Of(ReportedRun run) =>
    [
        .. People(run), .. Outcomes(run), .. FollowUp(run),
        .. run.Results.Results.Where(IsConfirmatory).SelectMany(result => Answer(run, result)),
    ];

    static bool IsConfirmatory(AnalysisResult result) => result.Planned.Family == AnalysisFamily.Confirmatory;

    static IEnumerable<ReportFact> People(ReportedRun run) => run.Table.Flow.Select(step =>
        new ReportFact(step.Label, new("{0}", "{0}", ReportCell.Of(step.Count, run.Participants))));

    static IEnumerable<ReportFact> Outcomes(ReportedRun run) =>
        from code in run.Table.BinaryEndpointCodes
        let known = run.Table.Rows.Where(row => row.Unfavourable.ContainsKey(code)).ToList()
        where known.Count > 0
        select new ReportFact(run.EndpointName(code), new("{0} of {1} assessed", "已评估 {1} 人中 {0} 人",
            ReportCell.Of(ReportNumbers.Share(known.Count(row => !row.Unfavourable[code]), known.Count), run.Participants),
            ReportCell.Of(known.Count, run.Participants)));

    static IEnumerable<ReportFact> FollowUp(ReportedRun run) =>
        from result in run.Of<SurvivalByGroup>()
        let endpoint = ((PlannedAnalysis.KaplanMeier)result.Planned).Endpoint
        let numbers = ReportedRun.Numbers(result.Planned.Id)
        select new ReportFact(run.EndpointName(endpoint), new(
            "{0} events in {1} people, median follow-up {2} months", "{1} 人 {0} 例事件，中位随访 {2} 个月",
            ReportCell.Of(result.Curves.Sum(curve => curve.Curve.Steps.Sum(step => step.Events)), numbers),
            ReportCell.Of(result.Analysed, numbers), ReportCell.Of(ReportNumbers.Months(result.FollowUp.Time), numbers)));

    static IEnumerable<ReportFact> Answer(ReportedRun run, AnalysisResult result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var p = result.Numbers.FirstOrDefault(number => number.Name is "p" or "auc.p" or "logrank.p" or "marker.p")?.Value;
        var finding = result is MarkerByOutcome byOutcome
            ? OutcomeSection.Finding(run, byOutcome)
            : new ReportText("{0}.", "{0}。", ReportCell.Of(ReportNumbers.PEquals(p), numbers));
        var planted = PlantedEffect.Beside(result.Planned, run.Study.Simulation)?.Pattern ?? Bilingual.Same("");

        // The question goes before the finding, as one more of its values.
        var question = FormattableString.Invariant($"{{{finding.Values.Length}}}");
        yield return new(
            new($"{result.Planned.Id}, {ReportLabels.Line(run, result).En}", $"{result.Planned.Id}，{ReportLabels.Line(run, result).Zh}"),
            new($"{question} {finding.Pattern.En} {planted.En}".TrimEnd(), $"{question}{finding.Pattern.Zh}{planted.Zh}",
                [.. finding.Values, new ReportCell(result.Planned.Question)]));
    }
}
