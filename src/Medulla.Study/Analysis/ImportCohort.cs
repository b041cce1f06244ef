using System.Collections.Immutable;
using Medulla.Figures;
using Medulla.Study.Journal;

namespace Medulla.Study.Analysis;

/// <summary>A cohort that somebody else collected, ready to analyse.</summary>
/// <param name="Sha256">Of the file's bytes, under which the attachment store holds it.</param>
/// <param name="Source">Where the data come from, in words.</param>
/// <param name="Notes">What must be said of these data wherever they are shown.</param>
public sealed record ImportedCohort(
    string FileName, string Sha256, Bilingual Source, string Licence, string Citation,
    ImmutableArray<Bilingual> Notes, ImmutableArray<ImportedPerson> People);

/// <summary>One person of an imported cohort.</summary>
/// <param name="Marker">Null when missing.</param>
/// <param name="Times">By endpoint; an endpoint is absent when its follow-up is not known.</param>
/// <param name="Covariates">By code; absent when missing.</param>
public sealed record ImportedPerson(
    string Person, double? Marker,
    ImmutableSortedDictionary<string, ImportedTime> Times, ImmutableSortedDictionary<string, string> Covariates);

/// <param name="Days">0 or more; 0 is kept, not dropped.</param>
public sealed record ImportedTime(int Days, bool Event);

/// <summary>A cohort was imported.</summary>
/// <remarks>Its file holds marker and outcome side by side: whoever has it may have seen them joined.</remarks>
public sealed record CohortImported(ImportedCohort Cohort) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study with
    {
        Analysis = study.Analysis with { Cohort = Cohort },
        JoinedDataSeenAt = study.JoinedDataSeenAt ?? study.Position,
    };
}

/// <summary>Import a cohort into a study that captures nothing itself.</summary>
public sealed record ImportCohort(ImportedCohort Cohort) : IDataCommand
{
    public Decision Decide(StudyState study) =>
        Decision.Unless(Refusals(study), () => [new CohortImported(Cohort)]);

    IEnumerable<Refusal> Refusals(StudyState study)
    {
        if (study.Definition.Version == 0)
            yield return new("definition-not-published",
                $"Study {study.Key} has no published definition. Publish it before importing a cohort.",
                $"研究 {study.Key} 尚未发布方案定义，先发布再导入队列。");
        if (study.Participants.Count > 0)
            yield return new("participants-present",
                $"Study {study.Key} has screened {study.Participants.Count} participants. A cohort is imported into a study of its own.",
                $"研究 {study.Key} 已有 {study.Participants.Count} 名受试者，队列应导入单独的研究。");
        if (study.Analysis.Cohort is { } earlier)
            yield return new("cohort-imported-twice",
                $"{earlier.FileName} has been imported ({earlier.People.Length} people). A study holds one cohort.",
                $"已导入 {earlier.FileName}（{earlier.People.Length} 人），一项研究只含一个队列。");
        if (Cohort.People.IsEmpty)
            yield return new("cohort-empty", $"Found nobody in {Cohort.FileName}.", $"{Cohort.FileName} 中没有人。");
        foreach (var twice in Cohort.People.GroupBy(person => person.Person).Where(group => group.Count() > 1))
            yield return new("person-twice",
                $"Found {twice.Count()} rows of '{twice.Key}' in {Cohort.FileName}. Expected one a person.",
                $"{Cohort.FileName} 中“{twice.Key}”有 {twice.Count()} 行，每人应为一行。");
    }
}
