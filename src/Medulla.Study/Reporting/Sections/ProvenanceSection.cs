using System.Collections.Immutable;
using System.Globalization;
using Medulla.Figures;

namespace Medulla.Study.Reporting.Sections;

/// <summary>What everything in the report rests on, by position and hash.</summary>
static class ProvenanceSection
{
    public static ReportSection Of(ReportedRun run) => new("provenance", new("Provenance", "来源与核验"),
    [
        new ReportBlock.Facts(
        [
            .. Journal(run), .. Definition(run), .. Plan(run), .. Run(run), .. Simulation(run), .. Cohort(run),
        ]),
        .. run.Study.Results.Count > 0 ? [new ReportBlock.Table(PlateTable.Of(run))] : ImmutableArray<ReportBlock>.Empty,
    ]);

    static IEnumerable<ReportFact> Journal(ReportedRun run)
    {
        yield return new(new("Study", "研究"), new("{0}", "{0}", ReportCell.Code(run.Study.Key.Value)));
        if (run.Study.Definition.RegistryId is { } registry)
            yield return new(new("Registry record", "登记记录"), new("{0}", "{0}", ReportCell.Code(registry)));
        yield return new(new("Journal", "日志"), new("position {0}, seal {1}", "第 {0} 条，封印 {1}",
            Position(run, run.Stamp.Position), ReportCell.Code(run.Stamp.Seal)));
    }

    static IEnumerable<ReportFact> Definition(ReportedRun run) =>
    [
        new(new("Definition", "研究定义"), new("version {0}, SHA-256 {1}", "第 {0} 版，SHA-256 {1}",
            ReportCell.Of(run.Study.Definition.Version), ReportCell.Code(run.Study.DefinitionSha256))),
    ];

    static IEnumerable<ReportFact> Plan(ReportedRun run)
    {
        yield return new(new("Analysis plan", "分析计划"), new(
            "{0} {1}, frozen as version {2} at entry {3}, SHA-256 {4}", "{0} {1}，冻结为第 {2} 版（第 {3} 条），SHA-256 {4}",
            ReportCell.Code(run.Plan.Id), new(run.Plan.Title), ReportCell.Of(run.Frozen.Version),
            Position(run, run.Frozen.Position), ReportCell.Code(run.Frozen.Sha256)));
        if (run.Study.Lock is { } locked)
            yield return new(new("Database lock", "锁库"), new(
                $"{locked.LockedOn:yyyy-MM-dd}, entry {{0}}: {{1}}", $"{locked.LockedOn:yyyy-MM-dd}，第 {{0}} 条：{{1}}",
                Position(run, locked.Position), ReportCell.Of(locked.Reason)));
    }

    static IEnumerable<ReportFact> Run(ReportedRun run)
    {
        yield return new(new("Run of the plan", "计划运行"), new(
            "entry {0}, on the data up to entry {1}, by Medulla {2}", "第 {0} 条，数据截至第 {1} 条，Medulla {2}",
            Position(run, run.Run.Position), Position(run, run.Run.DataPosition), ReportCell.Code(run.Run.SoftwareVersion)));
        yield return new(new("Results, SHA-256", "结果 SHA-256"), new("{0} {1}", "{0} {1}",
            ReportCell.Code(run.Results.Sha256), new(run.Results.Sha256 == run.Run.ResultsSha256
                ? new("agrees with the recorded run", "与运行记录一致")
                : new($"differs from the recorded run: {run.Run.ResultsSha256}", $"与运行记录不一致：{run.Run.ResultsSha256}"))),
            Anchor: "results-hash");
        yield return new(new("Software of this report", "本报告所用软件"), new("Medulla {0}", "Medulla {0}", ReportCell.Code(SoftwareVersion.Current)));
    }

    static IEnumerable<ReportFact> Simulation(ReportedRun run)
    {
        if (run.Study.Simulation is { } simulation)
            yield return new(new("Seed of the simulation", "模拟种子"), new("{0}", "{0}",
                ReportCell.Code(simulation.Seed.ToString(CultureInfo.InvariantCulture))));
    }

    static IEnumerable<ReportFact> Cohort(ReportedRun run)
    {
        if (run.Study.Analysis.Cohort is not { } cohort)
            yield break;
        yield return new(new("Imported file", "导入文件"), new("{0}, SHA-256 {1}", "{0}，SHA-256 {1}",
            ReportCell.Code(cohort.FileName), ReportCell.Code(cohort.Sha256)), Anchor: "cohort");
        yield return new(new("Source", "来源"), new(cohort.Source));
        yield return new(new("Cite as", "引用"), new("{0}", "{0}", ReportCell.Of(cohort.Citation)));
        yield return new(new("Licence", "许可"), new("{0}", "{0}", ReportCell.Of(cohort.Licence)));
    }

    static ReportCell Position(ReportedRun run, long position) =>
        new(Bilingual.Same(position.ToString(CultureInfo.InvariantCulture)), run.Journal(position));
}
