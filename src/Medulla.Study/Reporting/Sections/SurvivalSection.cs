using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.Survival;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting.Sections;

/// <summary>Time to event in pre-specified groups of the marker. REMARK item 15.</summary>
static class SurvivalSection
{
    public static ReportSection? Of(ReportedRun run)
    {
        var results = ResultBlock.Each<PlannedAnalysis.KaplanMeier>(run, Blocks);
        return results.IsEmpty ? null : new("survival", new("Survival by marker group", "按标志物分组的生存"), results);
    }

    static IEnumerable<ReportBlock> Blocks(ReportedRun run, AnalysisResult any)
    {
        if (any is not SurvivalByGroup result)
            yield break;

        yield return new ReportBlock.Paragraph(Finding(run, result));
        yield return new ReportBlock.Drawing(Figure(run, result));
        yield return new ReportBlock.Table(Table(run, result));
    }

    static ReportText Finding(ReportedRun run, SurvivalByGroup result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var events = result.Curves.Sum(group => Events(group));
        return new(
            "{0} events among {1} people. Median follow-up (reverse Kaplan–Meier) {2} months. Log-rank: χ² {3} on {4} df, {5}.",
            "{1} 人中 {0} 例事件；中位随访（反向 Kaplan–Meier）{2} 个月。Log-rank 检验：χ² {3}，自由度 {4}，{5}。",
            ReportCell.Of(events, numbers), ReportCell.Of(result.Analysed, numbers),
            ReportCell.Of(ReportNumbers.Months(result.FollowUp.Time), numbers),
            ReportCell.Of(ReportNumbers.Two(result.LogRank.ChiSquare), numbers),
            ReportCell.Of(result.LogRank.DegreesOfFreedom, numbers),
            ReportCell.Of(ReportNumbers.PEquals(result.LogRank.Probability), numbers));
    }

    static int Events(GroupSurvival group) => group.Curve.Steps.Sum(step => step.Events);

    static ReportFigure Figure(ReportedRun run, SurvivalByGroup result)
    {
        var endpoint = ((PlannedAnalysis.KaplanMeier)result.Planned).Endpoint;
        var name = run.EndpointName(endpoint);
        Bilingual title = new($"{name.En} by {run.Marker.Name.En}", $"按{run.Marker.Name.Zh}分组的{name.Zh}");
        var input = new KaplanMeierInput
        {
            Key = $"km-{result.Planned.Id.ToLowerInvariant()}",
            Title = title,
            Endpoint = name,
            TimeOrigin = TimeOrigin(run, endpoint),
            Groups = [.. result.Curves.Select(group => Group(run, group, endpoint))],
            LogRank = result.LogRank is { ChiSquare: { } chiSquare, Probability: { } p }
                ? new LogRankResult(chiSquare, result.LogRank.DegreesOfFreedom, p) : null,
            MedianFollowUpDays = result.FollowUp.Time,
            Simulated = run.IsSimulated,
        };
        return new($"figure-{result.Planned.Id}", title,
            new("{0}. Ticks are censored people; bands, pointwise {1}. At risk at a time: follow-up ends then or later. 1 month = 30.4375 days.",
                "{0}。短竖线为删失；色带为逐点 {1}。某时点在险：随访在该时点或之后结束。1 个月 = 30.4375 天。",
                new(ReportLabels.Line(run, result)), new(run.IntervalName)),
            language => KaplanMeierFigure.Draw(input, FigureWidth.Page, language));
    }

    static Bilingual TimeOrigin(ReportedRun run, string endpoint) => run.Study.Definition.FindEndpoint(endpoint) switch
    {
        Endpoint.TimeToEvent { Origin: Definition.TimeOrigin.Enrolment } => new("Time since enrolment", "入组后时间"),
        Endpoint.TimeToEvent { Origin: Definition.TimeOrigin.TreatmentStart } => new("Time since first dose", "首剂后时间"),
        _ => new("Follow-up", "随访时间"),
    };

    static KaplanMeierGroup Group(ReportedRun run, GroupSurvival curve, string endpoint) => new()
    {
        Name = curve.Label,
        Steps =
        [
            .. curve.Curve.Steps.Select(step => new SurvivalStep(
                step.Time, step.Survival, step.Confidence?.Lower, step.Confidence?.Upper, step.Events, step.Censored)),
        ],
        Median = new(curve.Curve.Median.Time, curve.Curve.Median.Lower, curve.Curve.Median.Upper),
        // Only a page of the study may name people, and an imported cohort has no page.
        People = run.IsImported ? [] :
        [
            .. from person in curve.People
               let time = person.Row.Times[endpoint]
               select new FollowedPerson(
                   time.Days, time.EventObserved,
                   run.PersonMark(person.Row.Person, $"{time.Ended.En}, {ReportNumbers.Months(time.Days)} months")),
        ],
    };

    static ReportTable Table(ReportedRun run, SurvivalByGroup result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        return new($"table-{result.Planned.Id}",
            new("Events and median, months", "事件与中位时间（月）"),
            [
                new(new("Group", "组别")), new(Bilingual.Same("n"), true), new(new("Events", "事件"), true),
                new(new("Expected (log-rank)", "期望（log-rank）"), true),
                new(new($"Median ({run.IntervalName.En})", $"中位时间（{run.IntervalName.Zh}）"), true),
            ],
            [.. result.Curves.Select((group, place) => new ReportRow(
            [
                new(GroupSection.GroupName(run, result.Groups, place)), ReportCell.Of(group.People.Length, numbers),
                ReportCell.Of(Events(group), numbers),
                ReportCell.Of(ReportNumbers.Two(result.LogRank.Groups[place].Expected), numbers),
                ReportCell.Of(Median(group.Curve.Median), numbers),
            ]))],
            new("NR, not reached. Expected: if the groups did not differ. The cut is a quantile of those analysed here.",
                "NR：未达到。期望：各组无差异时的事件数。切点为此处分析者的分位数。"));
    }

    static string Median(SurvivalQuantile median) => median is { Lower: null, Upper: null }
        ? ReportNumbers.Months(median.Time)
        : $"{ReportNumbers.Months(median.Time)} ({ReportNumbers.Months(median.Lower)}–{ReportNumbers.Months(median.Upper)})";
}
