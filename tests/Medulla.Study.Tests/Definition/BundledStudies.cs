using System.Collections.Concurrent;
using Medulla.Study.Definition;
using Medulla.Tests;

namespace Medulla.Study.Tests.Definition;

/// <summary>The studies that come with the program.</summary>
public static class BundledStudies
{
    public static TheoryData<string> All { get; } = ["nct07163728", "minimal", "tcga-laml"];

    static readonly ConcurrentDictionary<string, StudyDefinition> Definitions = new(StringComparer.Ordinal);

    public static string Folder { get; } = Path.Combine(ReferenceFolder.ProjectRoot, "studies");

    public static string Text(string study, string file) => File.ReadAllText(Path.Combine(Folder, study, file));

    public static StudyDefinition Definition(string study) => Definitions.GetOrAdd(study, key =>
    {
        var read = StudyFile.Read("study.yaml", Text(key, "study.yaml"));
        Assert.Empty(read.Findings);
        return Assert.IsType<StudyDefinition>(read.Value);
    });

    public static AnalysisPlan Plan(string study)
    {
        var read = PlanFile.Read("plan.yaml", Text(study, "plan.yaml"), Definition(study));
        Assert.Empty(read.Findings);
        return Assert.IsType<AnalysisPlan>(read.Value);
    }
}
