using System.Collections.Immutable;

namespace Medulla.Study.Analysis;

/// <summary>The analysis set: one row a person, whether captured in this study or imported as a cohort.</summary>
/// <remarks>What the plan computes on, and what is exported for others to recompute; nothing else feeds a result.</remarks>
/// <param name="CovariateCodes">Columns of every row's covariates, in the order of the plan.</param>
/// <param name="Flow">How many people stand at each step from first look to analysis.</param>
public sealed record AnalysisTable(
    ImmutableArray<AnalysisRow> Rows,
    ImmutableArray<string> BinaryEndpointCodes,
    ImmutableArray<string> TimeEndpointCodes,
    ImmutableArray<string> CovariateCodes,
    ImmutableArray<FlowStep> Flow);

/// <summary>One person of the analysis set.</summary>
/// <param name="Person">Enrolment number, or the identifier in the imported cohort.</param>
/// <param name="Marker">On its own scale, before any logarithm; null when not measured.</param>
/// <param name="MarkerSource">The way back of the marker's value; null when imported or not measured.</param>
public sealed record AnalysisRow(
    string Person, double? Marker, MarkerSource? MarkerSource,
    ImmutableSortedDictionary<string, bool> Unfavourable,
    ImmutableSortedDictionary<string, ObservedTime> Times,
    ImmutableSortedDictionary<string, string> Covariates);

/// <summary>Where a marker value was measured: every step back to the raw file.</summary>
/// <param name="AcceptedAt">Journal position of the entry that accepted the plate.</param>
public sealed record MarkerSource(
    string Aliquot, string Specimen, string Plate, ImmutableArray<string> Wells, string RawFileSha256, long AcceptedAt);

/// <summary>Follow-up for one endpoint.</summary>
/// <param name="Days">Whole days; 1 on the day of the origin itself, as <c>ADT − STARTDT + 1</c> counts, 0 only in imported cohorts.</param>
/// <param name="Ended">What ended it, in words of the definition.</param>
public sealed record ObservedTime(int Days, bool EventObserved, Figures.Bilingual Ended);

/// <summary>One step of the flow of participants.</summary>
/// <param name="Key">Stable name, such as <c>screened</c>.</param>
/// <param name="Excluded">Who left between this step and the one before, with reasons that do not overlap.</param>
public sealed record FlowStep(string Key, Figures.Bilingual Label, int Count, ImmutableArray<FlowExclusion> Excluded);

public sealed record FlowExclusion(Figures.Bilingual Reason, int Count);
