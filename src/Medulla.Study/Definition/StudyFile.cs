using Medulla.Assays;

namespace Medulla.Study.Definition;

/// <summary>Reads a study's file.</summary>
public static class StudyFile
{
    public static Parsed<StudyDefinition> Read(string fileName, string yaml) => throw new NotSupportedException(fileName + yaml);
}
