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
    public Decision Decide(StudyState study) => study.Position == 0
        ? Decision.Accept(new StudyOpened(Simulation))
        : Decision.Refuse(new Refusal("study-already-open",
            $"Found {study.Position} entries of study {study.Key}. Expected an empty journal.",
            $"研究 {study.Key} 已有 {study.Position} 条记录，只有空日志才能新建研究。"));
}
