using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Analysis;
using Medulla.Study.Definition;

namespace Medulla.Study.Reporting;

/// <summary>What is said of every single result, so that none can be quoted without it.</summary>
static class ReportLabels
{
    public static readonly Bilingual Confirmatory = new("Confirmatory", "确证性");
    public static readonly Bilingual Exploratory = new("Exploratory", "探索性");
    public static readonly Bilingual PostHoc = new("Post hoc", "事后分析");
    public static readonly Bilingual Simulated = new("SIMULATED", "模拟数据");
    public static readonly Bilingual ConfirmatoryButPostHoc =
        new("Confirmatory by a post hoc plan: confirms nothing", "事后计划所称的确证性：不具确证效力");

    public static ImmutableArray<Bilingual> Of(ReportedRun run, AnalysisResult result)
    {
        var labels = ImmutableArray.CreateBuilder<Bilingual>();
        labels.Add(result.Planned.Family == AnalysisFamily.Exploratory ? Exploratory
            : run.IsPostHoc ? ConfirmatoryButPostHoc
            : Confirmatory);
        if (run.IsPostHoc)
            labels.Add(PostHoc);
        if (run.IsSimulated)
            labels.Add(Simulated);
        return labels.ToImmutable();
    }

    /// <summary>"Exploratory · SIMULATED", where only a line is to be had.</summary>
    public static Bilingual Line(ReportedRun run, AnalysisResult result) => new(
        string.Join(" · ", Of(run, result).Select(label => label.En)),
        string.Join("·", Of(run, result).Select(label => label.Zh)));
}
