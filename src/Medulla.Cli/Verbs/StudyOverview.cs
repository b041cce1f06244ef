using Medulla.Cli.Output;
using Medulla.Figures;
using Medulla.Study;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;
using Medulla.Study.Results;
using Medulla.Workspace.Journals;

namespace Medulla.Cli.Verbs;

/// <summary>Where a study stands, in a dozen lines.</summary>
static class StudyOverview
{
    public static Bilingual Simulated { get; } = new("SIMULATED", "模拟数据");

    public static void Print(StudyState study, JournalHead head, Printer printer)
    {
        if (study.Simulation is { } planted)
            printer.Say(new(
                $"SIMULATED DATA: these participants do not exist (hazard ratio {PlainText.Exact(planted.PlantedHazardRatio)}, "
                + $"odds ratio {PlainText.Exact(planted.PlantedOddsRatio)}, seed {planted.Seed})",
                $"模拟数据：这些受试者并不存在（风险比 {PlainText.Exact(planted.PlantedHazardRatio)}，"
                + $"比值比 {PlainText.Exact(planted.PlantedOddsRatio)}，种子 {planted.Seed}）"));
        foreach (var line in PlainTable.Lines([.. Lines(study, head).Select(line =>
                     new[] { line.Name.In(printer.Language), line.Text.In(printer.Language) })]))
            printer.Line(line);
    }

    static IEnumerable<(Bilingual Name, Bilingual Text)> Lines(StudyState study, JournalHead head)
    {
        var definition = study.Definition;
        yield return (new("Study", "研究"), Bilingual.Same(study.Key.Value));
        yield return (new("Definition", "定义"), definition.Version == 0
            ? new("not published", "尚未发布")
            : new($"version {definition.Version}, SHA-256 {PlainText.Short(study.DefinitionSha256)}",
                $"第 {definition.Version} 版，SHA-256 {PlainText.Short(study.DefinitionSha256)}"));
        if (definition.Version > 0)
            yield return (new("Title", "题目"), definition.Title);
        yield return (new("Plan", "分析计划"), Plan(study));
        yield return (new("Participants", "受试者"), Participants(study));
        var queries = study.Capture.ByParticipant.Values.Sum(casebook => casebook.OpenQueries.Count());
        yield return (new("Open queries", "未关闭质疑"), Bilingual.Same(PlainText.Whole(queries)));
        yield return (new("Specimens", "标本"), new(
            $"{study.Specimens.Count}, {study.Aliquots.Count} aliquots",
            $"{study.Specimens.Count} 份，{study.Aliquots.Count} 份分装样本"));
        yield return (new("Plates", "检测板"), Plates(study));
        yield return (new("Lock", "锁库"), study.Lock is { } locked
            ? new($"{PlainText.Day(locked.LockedOn)} (entry {locked.Position}): {locked.Reason}",
                $"{PlainText.Day(locked.LockedOn)}（第 {locked.Position} 条）：{locked.Reason}")
            : new("open", "未锁库"));
        yield return (new("Plan run", "分析运行"), study.Analysis.LastRun is { } run
            ? new($"entry {run.Position}, results SHA-256 "
                + $"{PlainText.Short(run.ResultsSha256)}{(run.WhyPostHoc is null ? "" : ", POST HOC")}",
                $"第 {run.Position} 条，结果 SHA-256 "
                + $"{PlainText.Short(run.ResultsSha256)}{(run.WhyPostHoc is null ? "" : "，事后分析")}")
            : new("not yet", "尚未运行"));
        yield return (new("Journal", "日志"), new(
            $"{head.Position} entries, seal {Seal.Text(head.Seal)}", $"{head.Position} 条，封印 {Seal.Text(head.Seal)}"));
    }

    static Bilingual Plan(StudyState study)
    {
        if (study.Plan is not { } plan)
            return new("not frozen", "尚未冻结");
        var why = plan.WhyPostHoc is { } rule ? PostHocReason.Of(rule) : null;
        return new(
            $"version {plan.Version} frozen (entry {plan.Position}), SHA-256 "
            + $"{PlainText.Short(plan.Sha256)}{(why is null ? "" : $", POST HOC: {why.En}")}",
            $"第 {plan.Version} 版已冻结（第 {plan.Position} 条），SHA-256 "
            + $"{PlainText.Short(plan.Sha256)}{(why is null ? "" : $"，事后制定：{why.Zh}")}");
    }

    static Bilingual Participants(StudyState study)
    {
        if (study.Analysis.Cohort is { } cohort)
            return new($"{cohort.People.Length} imported from {cohort.FileName}",
                $"从 {cohort.FileName} 导入 {cohort.People.Length} 人");
        var target = study.Definition.TargetEnrolment is { } planned ? $"/{planned}" : "";
        var enrolled = study.EnrolledParticipants.Count();
        var withdrawn = study.Participants.Values.Count(participant => participant.Status == ParticipantStatus.Withdrawn);
        return new(
            $"{study.Participants.Count} screened, {enrolled}{target} enrolled, {withdrawn} withdrawn",
            $"筛选 {study.Participants.Count}，入组 {enrolled}{target}，退出 {withdrawn}");
    }

    static Bilingual Plates(StudyState study)
    {
        return new(
            $"{Count(PlateStatus.Waiting)} waiting, {Count(PlateStatus.Accepted)} accepted, "
            + $"{Count(PlateStatus.Rejected)} rejected",
            $"待审核 {Count(PlateStatus.Waiting)}，已放行 {Count(PlateStatus.Accepted)}，已拒绝 {Count(PlateStatus.Rejected)}");

        int Count(PlateStatus status) => study.Results.Values.Count(plate => plate.Status == status);
    }
}
