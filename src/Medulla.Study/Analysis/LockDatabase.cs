using Medulla.Study.Journal;

namespace Medulla.Study.Definition;

/// <summary>The database was locked: no clinical or laboratory data change any more.</summary>
public sealed record DatabaseLocked(DateOnly LockedOn, string Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study) =>
        study with { Lock = new DatabaseLock(LockedOn, Reason, study.Position) };
}

/// <param name="Position">Of the entry that locked it.</param>
public sealed record DatabaseLock(DateOnly LockedOn, string Reason, long Position);
