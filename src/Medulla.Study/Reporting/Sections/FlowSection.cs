using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Figures.Text;

namespace Medulla.Study.Reporting.Sections;

/// <summary>How people passed from first look to analysis. REMARK item 12.</summary>
static class FlowSection
{
    static readonly Bilingual Title = new("Flow of participants", "受试者流程");
    static readonly Bilingual Left = new("Not carried on", "未进入下一步");

    public static ReportSection Of(ReportedRun run)
    {
        ImmutableArray<ReportBlock> limit = run.Study.Definition.TargetEnrolment is { } target && !run.IsImported
            ? [new ReportBlock.Paragraph(new("{0} of {1} planned participants were enrolled.", "计划入组 {1} 人，实际入组 {0} 人。",
                ReportCell.Of(run.Table.Rows.Length, run.Participants), ReportCell.Of(target)))]
            : [];
        return new("flow", Title, [.. limit, new ReportBlock.Drawing(Figure(run)), new ReportBlock.Table(Table(run))]);
    }

    static ReportFigure Figure(ReportedRun run)
    {
        var steps = run.Table.Flow;
        var input = new FlowInput
        {
            Key = "flow",
            Title = Title,
            Simulated = run.IsSimulated,
            // The flow says who left on the way to a step; the drawing wants it after the step before.
            Stages = [.. steps.Select((step, place) => new FlowStage(step.Label, step.Count,
                place + 1 < steps.Length ? LeftOnTheWayTo(steps[place + 1]) : null,
                run.IsImported ? null : run.Participants.Page))],
        };
        return new("flow-figure", Title,
            new("Every box is the one above it less those who left, each for one reason.", "每一步等于上一步减去离开者，每人只计一个原因。"),
            language => FlowFigure.Draw(input, FigureWidth.Page, language));
    }

    static FlowExclusion? LeftOnTheWayTo(Analysis.FlowStep step) => step.Excluded.IsEmpty
        ? null
        : new(Left, [.. step.Excluded.Select(exclusion => new FlowReason(exclusion.Reason, exclusion.Count))]);

    static ReportTable Table(ReportedRun run) => new("flow-table",
        new("Counts of the flow", "流程计数"),
        [new(new("Step", "步骤")), new(new("Reason for leaving", "离开原因")), new(Bilingual.Same("n"), true)],
        [
            .. run.Table.Flow.SelectMany(step => (IEnumerable<ReportRow>)
            [
                .. step.Excluded.Select(exclusion => new ReportRow(
                    [ReportCell.Empty, new(exclusion.Reason), new(Bilingual.Same("−" + NumberText.Whole(exclusion.Count)), run.Participants)], IsIndented: true)),
                new ReportRow([new(step.Label), ReportCell.Empty, ReportCell.Of(step.Count, run.Participants)]),
            ]),
        ]);
}
