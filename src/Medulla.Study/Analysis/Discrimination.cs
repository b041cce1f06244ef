using System.Collections.Immutable;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>How well the marker tells the unfavourable outcome from the favourable.</summary>
public sealed record Discrimination(
    PlannedAnalysis Planned, int Analysed, int LeftOut, RocCurve Curve, Interval? Confidence)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override string Convention => Curve.Convention;

    public override IEnumerable<ResultNumber> Numbers =>
    [
        new("n", Analysed),
        new("cases", Curve.Cases),
        new("controls", Curve.Controls),
        new("auc", Curve.Auc),
        new("auc.lower", Confidence?.Lower),
        new("auc.upper", Confidence?.Upper),
        new("auc.p", Curve.ProbabilityAgainstHalf),
    ];

    /// <remarks>A high marker speaks for the unfavourable outcome: that is the hypothesis, the data do not choose.</remarks>
    public static AnalysisResult Run(PlannedAnalysis.Roc planned, AnalysisTable table, AnalysisPlan plan)
    {
        ImmutableArray<MarkedPerson> people = BinaryOutcome.People(table, plan, planned.Endpoint);
        var leftOut = table.Rows.Length - people.Length;
        bool[] unfavourable = [.. people.Select(person => person.Row.Unfavourable[planned.Endpoint])];
        if (unfavourable.Distinct().Count() < 2)
            return BinaryOutcome.OneSided(planned, people.Length, leftOut);

        var curve = RocCurve.Of([.. people.Select(person => person.Marker)], unfavourable);
        return new Discrimination(planned, people.Length, leftOut, curve, curve.AucConfidence(plan.ConfidenceLevel));
    }
}
