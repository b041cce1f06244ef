using System.Collections.Immutable;
using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>The marker against a numeric covariate: Spearman's rank correlation.</summary>
/// <param name="Rho">Null when one of the two never varies.</param>
public sealed record MarkerCorrelation(
    PlannedAnalysis Planned, int Analysed, int LeftOut, Covariate Covariate, ImmutableArray<MarkedPerson> People,
    double? Rho, Interval? Confidence, double? Probability, string Convention)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention { get; } = Convention;

    public override IEnumerable<ResultNumber> Numbers =>
    [
        new("n", Analysed),
        new("rho", Rho),
        new("rho.lower", Confidence?.Lower),
        new("rho.upper", Confidence?.Upper),
        new("p", Probability),
    ];

    public static AnalysisResult Run(PlannedAnalysis.Spearman planned, AnalysisTable table, AnalysisPlan plan)
    {
        var covariate = plan.Baseline.First(known => known.Code == planned.Covariate);
        ImmutableArray<MarkedPerson> people =
        [
            .. MarkerValues.Of(table, plan.Marker)
                .Where(person => MarkerValues.Number(person.Row, covariate.Code) is not null),
        ];
        var leftOut = table.Rows.Length - people.Length;
        if (people.Length < 4)
            return new NotEstimable(planned, people.Length, leftOut, new(
                $"Found {people.Length} people with both values. Expected at least 4.", $"仅 {people.Length} 人同时有两个数值，至少需要 4 人。"));

        double[] markers = [.. people.Select(person => person.Marker)];
        double[] numbers = [.. people.Select(person => MarkerValues.Number(person.Row, covariate.Code)!.Value)];
        if (markers.Distinct().Count() < 2 || numbers.Distinct().Count() < 2)
            return new NotEstimable(planned, people.Length, leftOut,
                new("One of the two values is the same in everybody.", "两个数值之一在所有人中相同。"));

        var test = SpearmanCorrelation.Of(markers, numbers);
        return new MarkerCorrelation(
            planned, people.Length, leftOut, covariate, people,
            test.Estimate, test.Confidence(plan.ConfidenceLevel), test.Probability, test.Convention);
    }
}
