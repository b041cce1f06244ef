using Medulla.Study.Journal;

namespace Medulla.Study.Definition;

/// <summary>A study was begun in this journal. Always the first entry.</summary>
/// <param name="Simulation">Null for real participants.</param>
public sealed record StudyOpened(Simulation? Simulation) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study with { Simulation = Simulation };
}

/// <summary>Begin a study in an empty journal.</summary>
public sealed record OpenStudy(Simulation? Simulation) : ICommand
{
    public Decision Decide(StudyState study) => Decision.Unless(Refusals(study), () => [new StudyOpened(Simulation)]);

    static IEnumerable<Refusal> Refusals(StudyState study)
    {
        if (study.Position > 0)
            yield return new("study-already-open",
                $"Found {study.Position} entries of study {study.Key}. Expected an empty journal.",
                $"研究 {study.Key} 已有 {study.Position} 条记录，只有空日志才能新建研究。");
        // The key stands in addresses and in the names of files.
        if (!StudyKey.IsUsable(study.Key.Value))
            yield return new("study-key-unusable",
                $"Found the study key '{study.Key}'. Expected up to 64 letters, digits, '.', '_' or '-', a letter or digit first.",
                $"研究代号“{study.Key}”不可用，应为不超过 64 个字母、数字或 . _ -，以字母或数字开头。");
    }
}
