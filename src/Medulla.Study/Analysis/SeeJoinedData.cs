using Medulla.Study.Journal;

namespace Medulla.Study.Analysis;

/// <summary>Somebody was shown marker and outcome side by side.</summary>
/// <param name="Through">Which door showed it, such as <c>dataset</c>.</param>
public sealed record JoinedDataSeen(string Through) : Fact
{
    public override StudyState ApplyTo(StudyState study) =>
        study with { JoinedDataSeenAt = study.JoinedDataSeenAt ?? study.Position };
}

/// <summary>Record, before marker and outcome are shown side by side, that they will be.</summary>
/// <remarks>A plan frozen after this entry is post hoc. It is written first, so that nothing is shown unrecorded.</remarks>
public sealed record SeeJoinedData(string Through) : ICommand
{
    public Decision Decide(StudyState study) => study.Definition.Version == 0
        ? Decision.Refuse(new Refusal("definition-not-published",
            $"Study {study.Key} has no published definition. There are no data to show.", $"研究 {study.Key} 尚未发布方案定义，没有数据可示。"))
        : Decision.Accept(new JoinedDataSeen(Through));
}
