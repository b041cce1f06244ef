using Medulla.Assays;

namespace Medulla.Study.Definition;

/// <summary>Reads an analysis plan's file.</summary>
public static class PlanFile
{
    public static Parsed<AnalysisPlan> Read(string fileName, string yaml, StudyDefinition definition) =>
        throw new NotSupportedException(fileName + yaml + definition);
}
