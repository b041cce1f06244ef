using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Figures.Text;
using Medulla.Statistics.Description;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using MarkerGroup = Medulla.Figures.Recipes.MarkerGroup;

namespace Medulla.Study.Reporting.Sections;

/// <summary>The marker in people with the favourable and the unfavourable outcome.</summary>
static class OutcomeSection
{
    const int FewestForBox = 5;

    public static ReportSection? Of(ReportedRun run)
    {
        var results = ResultBlock.Each<PlannedAnalysis.RankSum>(run, Blocks);
        return results.IsEmpty ? null : new("outcome", new("Marker by response", "标志物与疗效"), results);
    }

    static IEnumerable<ReportBlock> Blocks(ReportedRun run, AnalysisResult any)
    {
        if (any is not MarkerByOutcome result)
            yield break;

        var endpoint = ((PlannedAnalysis.RankSum)result.Planned).Endpoint;
        yield return new ReportBlock.Paragraph(Finding(run, result));
        if (result.Favourable.Concat(result.Unfavourable).All(person => person.Marker > 0))
            yield return new ReportBlock.Drawing(Figure(run, result, endpoint));
        yield return new ReportBlock.Table(Table(run, result, endpoint));
    }

    /// <summary>"Composite remission after course 1: no", in words that fit any endpoint.</summary>
    public static Bilingual Name(ReportedRun run, string endpoint, bool unfavourable) =>
        run.EndpointName(endpoint) is var name && unfavourable
        ? new($"{name.En}: no", $"{name.Zh}：否")
        : new($"{name.En}: yes", $"{name.Zh}：是");

    /// <summary>The estimate with its interval, its test and what the interval says.</summary>
    public static ReportText Finding(ReportedRun run, MarkerByOutcome result)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        var (estimate, interval) = Shift(result);
        var sides = result.ShiftIsLog2
            ? new Bilingual("unfavourable over favourable, Hodges–Lehmann ratio", "不利结局与有利结局之比（Hodges–Lehmann）")
            : new("unfavourable less favourable, Hodges–Lehmann shift", "不利结局减有利结局（Hodges–Lehmann 位移）");
        return new("{0}, {1}: {2} ({3} {4}), {5}, two-sided. {6}", "{0}，{1}：{2}（{3} {4}），{5}，双侧检验。{6}",
            new(run.Marker.Name), new(sides), ReportCell.Of(estimate, numbers), new(run.IntervalName), new(interval, numbers),
            ReportCell.Of(ReportNumbers.PEquals(result.Probability), numbers),
            new(Verdict.Of(Scaled(result, result.ShiftConfidence?.Lower), Scaled(result, result.ShiftConfidence?.Upper),
                result.ShiftIsLog2 ? 1 : 0)));
    }

    static (string Estimate, Bilingual Interval) Shift(MarkerByOutcome result)
    {
        string Format(double? shift) => result.ShiftIsLog2
            ? ReportNumbers.Ratio(Scaled(result, shift))
            : ReportNumbers.Significant(shift);

        // Two to any power is above 0, so that a dash between ratios is never taken for a minus.
        var ends = result.ShiftConfidence;
        return (Format(result.Shift), ends is null ? Bilingual.Same(ReportNumbers.Absent)
            : result.ShiftIsLog2 ? Bilingual.Same($"{Format(ends.Value.Lower)}–{Format(ends.Value.Upper)}")
            : ReportNumbers.Range(ends, Format));
    }

    /// <summary>As a ratio where the logarithm was analysed; null stays null.</summary>
    static double? Scaled(MarkerByOutcome result, double? shift) =>
        result.ShiftIsLog2 && shift is { } log2 ? double.Exp2(log2) : shift;

    static ReportFigure Figure(ReportedRun run, MarkerByOutcome result, string endpoint)
    {
        Bilingual title = new($"{run.Marker.Name.En} by outcome", $"{run.EndpointName(endpoint).Zh}与{run.Marker.Name.Zh}");
        var input = new MarkerByGroupInput
        {
            Key = $"marker-by-{result.Planned.Id.ToLowerInvariant()}",
            Title = title,
            Marker = run.Marker.Name,
            Unit = run.Marker.Unit,
            Groups =
            [
                Group(run, result.Favourable, Name(run, endpoint, false)),
                Group(run, result.Unfavourable, Name(run, endpoint, true)),
            ],
            Comparison = result.ShiftIsLog2
                ? new(new("Ratio, no / yes", "比值（否/是）"), new Estimate(double.Exp2(result.Shift),
                    Scaled(result, result.ShiftConfidence?.Lower), Scaled(result, result.ShiftConfidence?.Upper)),
                    result.Probability)
                : new(new("Wilcoxon rank sum", "Wilcoxon 秩和检验"), null, result.Probability),
            Simulated = run.IsSimulated,
        };
        return new($"figure-{result.Planned.Id}", title,
            new("{0}. Every point is one participant; box, quartiles; whiskers, within 1.5 interquartile ranges on the log scale.",
                "{0}。每点为一名受试者；箱体为四分位数，须线为对数尺度上 1.5 倍四分位距以内。", new ReportCell(ReportLabels.Line(run, result))),
            language => MarkerByGroupFigure.Draw(input, FigureWidth.Page, language));
    }

    static MarkerGroup Group(ReportedRun run, ImmutableArray<MarkedPerson> people, Bilingual name)
    {
        double[] values = [.. people.Select(person => person.Marker)];
        return new()
        {
            Name = name,
            Values = [.. people.Select(person => new MarkerValue(
                person.Marker, run.PersonMark(person.Row.Person, NumberText.Significant(person.Marker))))],
            Quartiles = new(Quantiles.Of(values, 0.25), Quantiles.Of(values, 0.5), Quantiles.Of(values, 0.75)),
            Whiskers = values.Length < FewestForBox ? null : Whiskers(values),
        };
    }

    static (double Lower, double Upper) Whiskers(double[] values)
    {
        double[] logarithms = [.. values.Select(value => Math.Log(value))];
        var (lower, upper) = (Quantiles.Of(logarithms, 0.25), Quantiles.Of(logarithms, 0.75));
        var reach = 1.5 * (upper - lower);
        return (
            values.Where(value => Math.Log(value) >= lower - reach).Min(),
            values.Where(value => Math.Log(value) <= upper + reach).Max());
    }

    static ReportTable Table(ReportedRun run, MarkerByOutcome result, string endpoint)
    {
        var numbers = ReportedRun.Numbers(result.Planned.Id);
        return new($"table-{result.Planned.Id}",
            new($"{run.Marker.Name.En} by outcome", $"不同结局的{run.Marker.Name.Zh}"),
            [new(new("Outcome", "结局")), new(Bilingual.Same("n"), true), new(new($"Median (quartiles) {run.MarkerUnit}".TrimEnd(), $"中位数（四分位数）{run.MarkerUnit}"), true)],
            [Line(result.Favourable, false), Line(result.Unfavourable, true)]);

        ReportRow Line(ImmutableArray<MarkedPerson> people, bool unfavourable)
        {
            var summary = Summary.Of(people.Select(person => (double?)person.Marker));
            return new([new(Name(run, endpoint, unfavourable)), ReportCell.Of(people.Length, numbers),
                ReportCell.Of($"{ReportNumbers.Significant(summary.Median)} ({ReportNumbers.Range(summary.LowerQuartile, summary.UpperQuartile, ReportNumbers.Significant).En})", new ReportLink("values"))]);
        }
    }
}
