using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Text;
using Medulla.Statistics.Discrimination;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>The outcome in pre-specified groups of the marker.</summary>
static class GroupSection
{
    public static ReportSection? Of(ReportedRun run)
    {
        var results = ResultBlock.Each<PlannedAnalysis.FisherExact>(run, Blocks);
        return results.IsEmpty ? null : new("groups", new("Response by marker group", "按标志物分组的疗效"), results);
    }

    static IEnumerable<ReportBlock> Blocks(ReportedRun run, AnalysisResult any)
    {
        if (any is not GroupsByOutcome result)
            yield break;

        yield return new ReportBlock.Paragraph(Finding(run, result));
        yield return new ReportBlock.Table(Table(run, result));
    }

    static ReportText Finding(ReportedRun run, GroupsByOutcome result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var probability = ReportCell.Of(ReportNumbers.PEquals(result.Probability), numbers);
        return result.OddsRatio is null
            ? new("Fisher's exact test: {0}, two-sided.", "Fisher 确切概率法：{0}，双侧。", probability)
            : new("Odds ratio of the unfavourable outcome, highest group against lowest: {0} ({1} {2}), Fisher's exact test {3}, two-sided. {4}",
                "不利结局的比值比（最高组对最低组）：{0}（{1} {2}），Fisher 确切概率法 {3}，双侧。{4}",
                ReportCell.Of(ReportNumbers.Ratio(result.OddsRatio), numbers), new(run.IntervalName),
                new(ReportNumbers.Range(result.OddsRatioConfidence, ReportNumbers.Ratio), numbers), probability,
                new(Verdict.OfRatio(result.OddsRatioConfidence)));
    }

    static ReportTable Table(ReportedRun run, GroupsByOutcome result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var endpoint = ((PlannedAnalysis.FisherExact)result.Planned).Endpoint;
        return new($"table-{result.Planned.Id}",
            new($"{run.EndpointName(endpoint).En} by {result.Groups.Rule.Name.En.ToLowerInvariant()}", $"{result.Groups.Rule.Name.Zh}的{run.EndpointName(endpoint).Zh}"),
            [
                new(new("Group", "组别")), new(Bilingual.Same("n"), true),
                new(OutcomeSection.Name(run, endpoint, true), true), new(OutcomeSection.Name(run, endpoint, false), true),
                new(new($"Share unfavourable, % ({run.IntervalName.En}, Wilson)", $"不利结局占比，%（{run.IntervalName.Zh}，Wilson 法）"), true),
            ],
            [.. result.Counts.Select((count, group) => new ReportRow(
            [
                new(GroupName(run, result.Groups, group)), ReportCell.Of(count.Total, numbers),
                ReportCell.Of(count.Unfavourable, numbers), ReportCell.Of(count.Favourable, numbers),
                ReportCell.Of(Share(count, run.Plan.ConfidenceLevel), numbers),
            ]))]);
    }

    static string Share(OutcomeCount count, double level)
    {
        if (count.Total == 0)
            return ReportNumbers.Absent;
        var share = new BinomialProportion(count.Unfavourable, count.Total);
        var interval = share.Wilson(level);
        return $"{NumberText.Percent(share.Estimate)} ({NumberText.Percent(interval.Lower)}–{NumberText.Percent(interval.Upper)})";
    }

    /// <summary>"Up to the median, ≤ 18.4 ng/mL": the label with the cuts that made it.</summary>
    public static Bilingual GroupName(ReportedRun run, MarkerGroups groups, int group)
    {
        var format = ReportNumbers.Like([.. groups.Cuts]);
        string Cut(int place) => format(groups.Cuts[place]);
        var unit = run.MarkerUnit == "" ? "" : $"\u00A0{run.MarkerUnit}";
        var bounds = groups.Cuts.IsEmpty ? ""
            : group == 0 ? $"≤\u00A0{Cut(0)}{unit}"
            : group == groups.Cuts.Length ? $">\u00A0{Cut(group - 1)}{unit}"
            : $">\u00A0{Cut(group - 1)}, ≤\u00A0{Cut(group)}{unit}";
        var label = groups.Label(group);
        return bounds == "" ? label : new($"{label.En} ({bounds})", $"{label.Zh}（{bounds}）");
    }
}
