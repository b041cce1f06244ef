using Medulla.Figures;

namespace Medulla.Study.Reporting;

/// <summary>What a reader must know before the first number.</summary>
static class ReportNotices
{
    public static IEnumerable<ReportBlock.Notice> Of(ReportedRun run) =>
        [.. Simulated(run), .. PostHoc(run), .. Differing(run), .. Imported(run)];

    static IEnumerable<ReportBlock.Notice> Simulated(ReportedRun run)
    {
        if (run.Study.Simulation is not { } simulation)
            yield break;
        yield return new(NoticeTone.Simulated, new("SIMULATED DATA", "模拟数据"),
        [
            new(new Bilingual(
                "These participants do not exist. Every measurement and every outcome was made by a program.",
                "这些受试者并不存在，所有测量值与结局均由程序生成。")),
            .. run.Study.Definition.RegistryId is { } registry ? [OfRegistry(registry)] : Enumerable.Empty<ReportText>(),
            new(PlantedEffect.Hazard(simulation)),
            new(PlantedEffect.Odds(simulation)),
        ]);
    }

    static ReportText OfRegistry(string registry) => new(new Bilingual(
        $"The registry record is real; the results are not. Nothing here is a result of {registry}. {registry} itself: results pending.",
        $"登记记录是真实的，结果不是。此处没有任何内容是 {registry} 的结果。{registry} 本身：结果待公布。"));

    static IEnumerable<ReportBlock.Notice> PostHoc(ReportedRun run)
    {
        if (!run.IsPostHoc)
            yield break;
        var why = PostHocReason.Of(run.Frozen.WhyPostHoc ?? run.Run.WhyPostHoc ?? "");
        yield return new(NoticeTone.Caution, new("Post hoc plan", "事后制定的计划"),
        [
            new($"The plan is post hoc: {why.En}. Every result below is post hoc and confirms nothing.",
                $"本计划为事后制定：{why.Zh}。以下全部结果均为事后分析，不具确证效力。"),
        ]);
    }

    static IEnumerable<ReportBlock.Notice> Differing(ReportedRun run)
    {
        if (run.Results.Sha256 != run.Run.ResultsSha256)
            yield return new(NoticeTone.Caution, new("Not the numbers of the recorded run", "与运行记录的数值不同"),
            [
                new($"The plan was run with Medulla {run.Run.SoftwareVersion}; Medulla {SoftwareVersion.Current} computes other digits. Provenance shows both hashes.",
                    $"该计划由 Medulla {run.Run.SoftwareVersion} 运行；Medulla {SoftwareVersion.Current} 得出不同的位数。两个哈希见“来源与核验”。"),
            ]);
    }

    static IEnumerable<ReportBlock.Notice> Imported(ReportedRun run)
    {
        if (run.Study.Analysis.Cohort is not { } cohort)
            yield break;
        yield return new(NoticeTone.Information, new("Data collected by others", "数据由他人收集"),
        [
            new("Source: {0}.", "来源：{0}。", new ReportCell(cohort.Source)),
            new("Cite: {0} Licence: {1}.", "引用：{0} 许可：{1}。", ReportCell.Of(cohort.Citation), ReportCell.Of(cohort.Licence)),
            .. cohort.Notes.Select(note => new ReportText(note)),
        ]);
    }
}
