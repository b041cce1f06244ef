using Medulla.Study.Journal;

namespace Medulla.Study.Definition;

/// <summary>A version of the study's file took effect.</summary>
/// <remarks>The texts themselves are the payload: the journal stays readable when every file is lost.</remarks>
/// <param name="Sha256">Of <paramref name="StudyYaml"/> in UTF-8; reports cite it.</param>
/// <param name="RecordJson">The registry record, without telephone numbers and e-mails; null when there is none.</param>
public sealed record DefinitionPublished(int Version, string StudyYaml, string Sha256, string? RecordJson) : Fact
{
    /// <exception cref="InvalidOperationException">The journal holds a definition this program cannot read.</exception>
    public override StudyState ApplyTo(StudyState study)
    {
        var read = StudyFile.Read("study.yaml", StudyYaml);
        return study with
        {
            Definition = read.Value is { } definition
                ? definition with { Version = Version }
                : throw new InvalidOperationException(
                    $"Definition version {Version} of study {study.Key} cannot be read: {read.Findings[0].Message}"),
            DefinitionSha256 = Sha256,
            RecordJson = RecordJson,
        };
    }
}

/// <summary>Let a version of the study's file take effect.</summary>
public sealed record PublishDefinition(string StudyYaml, string? RecordJson) : ICommand
{
    public Decision Decide(StudyState study)
    {
        if (study.Position == 0)
            return Decision.Refuse(new Refusal("study-not-open",
                $"Study {study.Key} has not been opened. Open it first.", $"研究 {study.Key} 尚未新建，先新建研究。"));
        if (study.Lock is not null)
            return Decision.Refuse(study.LockedRefusal());

        var read = StudyFile.Read("study.yaml", StudyYaml);
        return read.Value is null
            ? Decision.Refuse([.. read.Findings.Select(finding => new Refusal(finding.Rule,
                $"Line {finding.Line}, column {finding.Column}: {finding.Message}",
                $"第 {finding.Line} 行第 {finding.Column} 列：{finding.Message}"))])
            : Decision.Accept(new DefinitionPublished(
                study.Definition.Version + 1, StudyYaml, TextHash.Sha256(StudyYaml), RecordJson));
    }
}
