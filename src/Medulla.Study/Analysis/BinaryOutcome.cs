using System.Collections.Immutable;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>What analyses of a binary endpoint share.</summary>
static class BinaryOutcome
{
    public static ImmutableArray<MarkedPerson> People(AnalysisTable table, AnalysisPlan plan, string endpoint) =>
        [.. MarkerValues.Of(table, plan.Marker).Where(person => person.Row.Unfavourable.ContainsKey(endpoint))];

    public static NotEstimable OneSided(PlannedAnalysis planned, int analysed, int leftOut) => new(planned, analysed, leftOut,
        new("Everybody who could be analysed had the same outcome.", "可分析者的结局全部相同。"));
}
