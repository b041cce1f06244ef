using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Reporting.Sections;

namespace Medulla.Study.Reporting;

/// <summary>The report of one run of the plan, in both languages, before it becomes a page or a file.</summary>
/// <remarks>What it says, and in which order, follows REMARK and, for the cohort, STROBE.</remarks>
public sealed record StudyReport
{
    /// <summary>Stands at the foot of everything that the program writes.</summary>
    public static Bilingual Footer { get; } = new(
        "Independent software. Not affiliated with the study, its hospital or ClinicalTrials.gov. Research use; not a medical device; supports, does not confer, regulatory compliance.",
        "独立软件，与该研究、其医院及 ClinicalTrials.gov 均无隶属关系。仅供研究使用；非医疗器械；有助于但不等于符合法规要求。");

    public required StudyKey Study { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>Which plan was run, on what.</summary>
    public required ReportText Subtitle { get; init; }

    /// <summary>Null for real participants.</summary>
    public required Simulation? Simulation { get; init; }

    public required bool IsPostHoc { get; init; }

    /// <summary>What a reader must know before the first number; may be empty.</summary>
    public required ImmutableArray<ReportBlock.Notice> Notices { get; init; }

    public required ImmutableArray<ReportFact> Summary { get; init; }

    public required ImmutableArray<ReportSection> Sections { get; init; }

    /// <summary>Of every number in it, see <see cref="PlanResults.Sha256"/>.</summary>
    public required string ResultsSha256 { get; init; }

    /// <summary>Where the journal stood.</summary>
    public required JournalStamp Stamp { get; init; }

    public bool IsSimulated => Simulation is not null;

    /// <summary>Every block, also those within a result, in reading order.</summary>
    public IEnumerable<ReportBlock> Blocks =>
        Sections.SelectMany(section => section.Blocks).SelectMany(block => block.WithInner);

    public IEnumerable<ReportTable> Tables => Blocks.OfType<ReportBlock.Table>().Select(block => block.Content);

    public IEnumerable<ReportFigure> Figures => Blocks.OfType<ReportBlock.Drawing>().Select(block => block.Figure);

    public IEnumerable<ReportBlock.Result> Results => Blocks.OfType<ReportBlock.Result>();

    /// <summary>Null when the report has no such section: what does not apply to a study is absent.</summary>
    public ReportSection? Find(string section) => Sections.FirstOrDefault(known => known.Id == section);

    /// <summary>From 1, in reading order.</summary>
    public int NumberOf(ReportTable table) => Tables.TakeWhile(other => other.Key != table.Key).Count() + 1;

    /// <summary>From 1, in reading order.</summary>
    public int NumberOf(ReportFigure figure) => Figures.TakeWhile(other => other.Key != figure.Key).Count() + 1;

    /// <param name="studyAtRun">The study as it stood when the plan was run, or later while locked.</param>
    /// <exception cref="InvalidOperationException">No plan is frozen, or it has not been run.</exception>
    public static StudyReport Of(StudyState studyAtRun, JournalStamp stamp)
    {
        var plan = studyAtRun.Plan
            ?? throw new InvalidOperationException($"The analysis plan of study {studyAtRun.Key} is not frozen. Expected a frozen plan.");
        var last = studyAtRun.Analysis.LastRun
            ?? throw new InvalidOperationException($"The plan of study {studyAtRun.Key} has not been run. Expected a run.");
        var run = new ReportedRun(studyAtRun, plan, last, PlanResults.Of(studyAtRun), stamp);

        return new StudyReport
        {
            Study = studyAtRun.Key,
            Title = studyAtRun.Definition.Title,
            Subtitle = new("Results of the plan “{0}”, run at journal entry {1}", "“{0}”的结果报告，运行于日志第 {1} 条",
                new ReportCell(plan.Plan.Title), ReportCell.Of(FormattableString.Invariant($"{last.Position}"), run.Journal(last.Position))),
            Simulation = studyAtRun.Simulation,
            IsPostHoc = run.IsPostHoc,
            Notices = [.. ReportNotices.Of(run)],
            Summary = [.. ReportSummary.Of(run)],
            Sections = [.. SectionsOf(run).OfType<ReportSection>()],
            ResultsSha256 = run.Results.Sha256,
            Stamp = stamp,
        };
    }

    static IEnumerable<ReportSection?> SectionsOf(ReportedRun run) =>
    [
        FlowSection.Of(run),
        BaselineSection.Of(run),
        MarkerSection.Of(run),
        OutcomeSection.Of(run),
        DiscriminationSection.Of(run),
        GroupSection.Of(run),
        SurvivalSection.Of(run),
        HazardSection.Of(run),
        CorrelationSection.Of(run),
        LimitsSection.Of(run),
        QuestionsSection.Of(run),
        MethodsSection.Of(run),
        ProvenanceSection.Of(run),
        NumbersAppendix.Of(run),
        ValuesAppendix.Of(run),
    ];
}
