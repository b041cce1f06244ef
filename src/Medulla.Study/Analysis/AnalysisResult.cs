using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Definition;

namespace Medulla.Study.Analysis;

/// <summary>What one analysis of the plan gave.</summary>
/// <param name="Planned">As the plan says it.</param>
/// <param name="Analysed">People in it.</param>
/// <param name="LeftOut">People without a value that it needs.</param>
public abstract record AnalysisResult(PlannedAnalysis Planned, int Analysed, int LeftOut)
{
    /// <summary>Every number a report prints of it, under stable names; what others recompute.</summary>
    public abstract IEnumerable<ResultNumber> Numbers { get; }

    /// <summary>The conventions chosen, in words, with the R call that gives the same.</summary>
    public abstract string Convention { get; }
}

/// <param name="Name">Such as <c>hazardRatio.marker</c>.</param>
/// <param name="Value">Null for what does not exist, such as a median that is not reached.</param>
public sealed record ResultNumber(string Name, double? Value);

/// <summary>The analysis could not be done, and why.</summary>
public sealed record NotEstimable(PlannedAnalysis Planned, int Analysed, int LeftOut, Bilingual Reason)
    : AnalysisResult(Planned, Analysed, LeftOut)
{
    public override IEnumerable<ResultNumber> Numbers => [];

    public override string Convention => "";
}
