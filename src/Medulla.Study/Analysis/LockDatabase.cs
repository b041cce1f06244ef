using Medulla.Study.Journal;
using Medulla.Study.Results;

namespace Medulla.Study.Analysis;

/// <summary>The database was locked: no clinical or laboratory data change any more.</summary>
public sealed record DatabaseLocked(DateOnly LockedOn, string Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study) =>
        study with { Lock = new DatabaseLock(LockedOn, Reason, study.Position) };
}

/// <param name="Position">Of the entry that locked it.</param>
public sealed record DatabaseLock(DateOnly LockedOn, string Reason, long Position);

/// <summary>Lock the database.</summary>
/// <remarks>A plate that nobody has decided on stands in the way; an open query does not: the reason covers it.</remarks>
public sealed record LockDatabase(DateOnly LockOn, string Reason) : IDataCommand
{
    public Decision Decide(StudyState study) =>
        Decision.Unless(Refusals(study), () => [new DatabaseLocked(LockOn, Reason)]);

    IEnumerable<Refusal> Refusals(StudyState study)
    {
        if (study.Definition.Version == 0)
            yield return new("definition-not-published",
                $"Study {study.Key} has no published definition. There is nothing to lock.",
                $"研究 {study.Key} 尚未发布方案定义，无可锁库。");
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new("reason-missing", "Found no reason for the lock. Expected a few words.", "未填写锁库原因。");
        foreach (var plate in study.WaitingPlates)
            yield return new("plate-waiting",
                $"Plate {plate.Id} ({plate.Source.FileName}) is neither accepted nor rejected. Decide it before the lock.",
                $"检测板 {plate.Id}（{plate.Source.FileName}）尚未放行或拒绝，锁库前须先处理。");
    }
}
