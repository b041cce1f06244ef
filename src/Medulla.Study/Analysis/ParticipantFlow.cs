using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Participants;

namespace Medulla.Study.Analysis;

/// <summary>How many people stand at each step, and why the others do not. Every step is its parent less who left.</summary>
public static class ParticipantFlow
{
    public static ImmutableArray<FlowStep> Of(StudyState study, ImmutableArray<AnalysisRow> rows)
    {
        ImmutableArray<Participant> screened = [.. study.Participants.Values];
        ImmutableArray<Participant> enrolled = [.. screened.Where(participant => participant.EnrolmentNumber is not null)];
        var notEnrolled = screened.Except(enrolled).ToList();
        var measured = rows.Count(row => row.Marker is not null);

        return
        [
            new("screened", new("Screened", "筛选"), screened.Length, []),
            new("enrolled", new("Enrolled", "入组"), enrolled.Length, Nonzero(
            [
                .. study.Definition.Eligibility.Select(criterion => new FlowExclusion(
                    new($"{criterion.Id}: {criterion.Text.En}", $"{criterion.Id}：{criterion.Text.Zh}"),
                    notEnrolled.Count(participant => FirstFailed(participant) == criterion.Id))),
                new(new("Consent not signed", "未签署知情同意"), notEnrolled.Count(participant =>
                    FirstFailed(participant) is null && participant.Consent is null)),
                new(new("Still in screening, or withdrawn before enrolment", "仍在筛选或入组前退出"), notEnrolled.Count(participant =>
                    FirstFailed(participant) is null && participant.Consent is not null)),
            ])),
            new("measured", new("Marker measured", "完成标志物检测"), measured, Nonzero(
                [new(new("No accepted result of the marker", "无已放行的标志物结果"), rows.Length - measured)])),
        ];
    }

    public static ImmutableArray<FlowStep> Of(ImportedCohort cohort, ImmutableArray<AnalysisRow> rows)
    {
        var measured = rows.Count(row => row.Marker is not null);
        var followed = rows.Count(row => row.Marker is not null && !row.Times.IsEmpty);
        return
        [
            new("imported", new($"People in {cohort.FileName}", $"{cohort.FileName} 中的人数"), rows.Length, []),
            new("measured", new("Marker known", "标志物已知"), measured, Nonzero(
                [new(new("Marker missing", "标志物缺失"), rows.Length - measured)])),
            new("followed", new("Follow-up known", "随访已知"), followed, Nonzero(
                [new(new("Follow-up not known", "随访未知"), measured - followed)])),
        ];
    }

    static string? FirstFailed(Participant participant) => participant.Eligibility?.Failed is [var first, ..] ? first : null;

    static ImmutableArray<FlowExclusion> Nonzero(IEnumerable<FlowExclusion> exclusions) =>
        [.. exclusions.Where(exclusion => exclusion.Count > 0)];
}
