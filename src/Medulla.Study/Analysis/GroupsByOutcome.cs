using System.Collections.Immutable;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>The unfavourable outcome in pre-specified marker groups, compared by Fisher's exact test.</summary>
/// <param name="Counts">A row a group: unfavourable, favourable.</param>
/// <param name="OddsRatio">Conditional estimate, highest group against lowest, may be ∞; null for more than two groups.</param>
public sealed record GroupsByOutcome(
    PlannedAnalysis Planned, int Analysed, int LeftOut, MarkerGroups Groups, ImmutableArray<OutcomeCount> Counts,
    double Probability, double? OddsRatio, Interval? OddsRatioConfidence, string Convention)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention { get; } = Convention;

    public override IEnumerable<ResultNumber> Numbers =>
    [
        .. Groups.Cuts.Select((cut, index) => new ResultNumber($"cut.{index + 1}", cut)),
        .. Counts.SelectMany((count, index) => new ResultNumber[]
        {
            new($"group.{index + 1}.unfavourable", count.Unfavourable),
            new($"group.{index + 1}.favourable", count.Favourable),
        }),
        new("p", Probability),
        new("oddsRatio", Finite(OddsRatio)),
        new("oddsRatio.lower", Finite(OddsRatioConfidence?.Lower)),
        new("oddsRatio.upper", Finite(OddsRatioConfidence?.Upper)),
    ];

    // A table as extreme as its margins allow has no finite odds ratio.
    static double? Finite(double? ratio) => ratio is { } number && double.IsFinite(number) ? number : null;

    public static AnalysisResult Run(PlannedAnalysis.FisherExact planned, AnalysisTable table, AnalysisPlan plan)
    {
        var people = BinaryOutcome.People(table, plan, planned.Endpoint);
        var leftOut = table.Rows.Length - people.Length;
        if (people.Select(person => person.Row.Unfavourable[planned.Endpoint]).Distinct().Count() < 2)
            return BinaryOutcome.OneSided(planned, people.Length, leftOut);

        var groups = MarkerGroups.Of(plan.FindGroups(planned.Groups)!, people);
        if (groups.Members.Any(members => members.IsEmpty))
            return MarkerGroups.OneEmpty(planned, people.Length, leftOut);

        ImmutableArray<OutcomeCount> counts =
        [
            .. groups.Members.Select(members => new OutcomeCount(
                members.Count(person => person.Row.Unfavourable[planned.Endpoint]),
                members.Count(person => !person.Row.Unfavourable[planned.Endpoint]))),
        ];
        // Highest group first: the odds ratio is then that of the highest group against the lowest.
        var test = FisherExact.Of(ContingencyTable.Of(
            [.. counts.Reverse().Select(count => (IReadOnlyList<int>)[count.Unfavourable, count.Favourable])]),
            plan.ConfidenceLevel);
        return new GroupsByOutcome(
            planned, people.Length, leftOut, groups, counts,
            test.Probability, test.OddsRatio, test.Confidence, FisherExact.Convention);
    }
}

/// <summary>How many of a group had which outcome.</summary>
public readonly record struct OutcomeCount(int Unfavourable, int Favourable)
{
    public int Total => Unfavourable + Favourable;
}
