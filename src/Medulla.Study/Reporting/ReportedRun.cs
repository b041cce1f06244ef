using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>The run that a report tells of, with what every section needs to know of it.</summary>
sealed record ReportedRun(StudyState Study, FrozenPlan Frozen, PlanRun Run, PlanResults Results, JournalStamp Stamp)
{
    readonly ImmutableDictionary<string, int> places =
        Results.Table.Rows.Index().ToImmutableDictionary(row => row.Item.Person, row => row.Index + 1);

    public AnalysisPlan Plan => Frozen.Plan;

    public AnalysisTable Table => Results.Table;

    public MarkerRule Marker => Plan.Marker;

    public bool IsSimulated => Study.Simulation is not null;

    public bool IsPostHoc => Frozen.IsPostHoc || Run.WhyPostHoc is not null;

    public bool IsImported => Study.Analysis.Cohort is not null;

    public Bilingual IntervalName => ReportNumbers.IntervalName(Plan.ConfidenceLevel);

    /// <summary>The unit for people; a bare count has none.</summary>
    public string MarkerUnit => Marker.Unit == "1" ? "" : Marker.Unit;

    public IReadOnlyList<MarkedPerson> Marked { get; } = MarkerValues.Of(Results.Table, Results.Plan.Marker);

    /// <summary>
    /// The groups in which the baseline table stands: the plan's halves, else its first groups; null when it has none.
    /// </summary>
    public GroupRule? BaselineGroups =>
        Plan.Groups.FirstOrDefault(groups => groups.Quantiles is [0.5]) ?? Plan.Groups.FirstOrDefault();

    public IEnumerable<T> Of<T>() where T : AnalysisResult => Results.Results.OfType<T>();

    /// <summary>
    /// Results of the planned analyses of this kind, also those that could not be estimated, in the plan's order.
    /// </summary>
    public IEnumerable<AnalysisResult> Planned<T>() where T : PlannedAnalysis =>
        Results.Results.Where(result => result.Planned is T);

    /// <summary>The full numbers of one analysis.</summary>
    public static ReportLink Numbers(string analysis) => new($"numbers-{analysis}");

    public ReportLink Person(string person) => new(PersonAnchor(person),
        IsImported ? null : $"{Home}/participants/{Uri.EscapeDataString(person)}");

    public string PersonAnchor(string person) => string.Create(CultureInfo.InvariantCulture, $"value-{places[person]}");

    public ReportLink Plate(string plate) => new($"plate-{plate}", $"{Home}/plates/{Uri.EscapeDataString(plate)}");

    public ReportLink Journal(long position) =>
        new("provenance", string.Create(CultureInfo.InvariantCulture, $"{Home}/journal?position={position}"));

    public ReportLink Participants => new("values", IsImported ? null : $"{Home}/participants");

    string Home => $"/studies/{Uri.EscapeDataString(Study.Key.Value)}";

    /// <summary>Page of a person for a mark in a figure; null in an imported cohort, which has none.</summary>
    public Mark PersonMark(string person, string says) => new($"{person}: {says}", Person(person).Page);

    public Bilingual EndpointName(string code) => Study.Definition.FindEndpoint(code)?.Name ?? Bilingual.Same(code);
}
