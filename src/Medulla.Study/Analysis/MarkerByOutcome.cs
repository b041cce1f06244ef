using System.Collections.Immutable;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>The marker in people with the favourable and the unfavourable outcome, compared by the rank sum.</summary>
/// <param name="Shift">Hodges–Lehmann shift, unfavourable less favourable, on the analysed scale.</param>
/// <param name="ShiftIsLog2">Then 2 to the shift is a ratio of concentrations.</param>
/// <param name="Probability">Two-sided.</param>
public sealed record MarkerByOutcome(
    PlannedAnalysis Planned, int Analysed, int LeftOut,
    ImmutableArray<MarkedPerson> Favourable, ImmutableArray<MarkedPerson> Unfavourable,
    double Statistic, double Probability, double Shift, Interval? ShiftConfidence, bool ShiftIsLog2, string Convention)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention { get; } = Convention;

    public override IEnumerable<ResultNumber> Numbers =>
    [
        new("favourable.n", Favourable.Length),
        new("unfavourable.n", Unfavourable.Length),
        new("w", Statistic),
        new("p", Probability),
        new("shift", Shift),
        new("shift.lower", ShiftConfidence?.Lower),
        new("shift.upper", ShiftConfidence?.Upper),
    ];

    public static AnalysisResult Run(PlannedAnalysis.RankSum planned, AnalysisTable table, AnalysisPlan plan)
    {
        var people = BinaryOutcome.People(table, plan, planned.Endpoint);
        var leftOut = table.Rows.Length - people.Length;
        var favourable = people.Where(person => !person.Row.Unfavourable[planned.Endpoint]).ToImmutableArray();
        var unfavourable = people.Where(person => person.Row.Unfavourable[planned.Endpoint]).ToImmutableArray();
        if (favourable.IsEmpty || unfavourable.IsEmpty)
            return BinaryOutcome.OneSided(planned, people.Length, leftOut);

        var test = WilcoxonRankSum.Compare(
            [.. unfavourable.Select(person => person.Analysed)], [.. favourable.Select(person => person.Analysed)]);
        var shift = test.Shift(plan.ConfidenceLevel);
        return new MarkerByOutcome(
            planned, people.Length, leftOut, favourable, unfavourable,
            test.Statistic, test.Probability, shift.Estimate, shift.Confidence, plan.Marker.Log2, test.Convention);
    }
}
