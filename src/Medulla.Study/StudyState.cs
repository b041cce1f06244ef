using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Study;

/// <summary>The study in memory: what its journal says, and nothing else.</summary>
public sealed record StudyState
{
    public required StudyKey Key { get; init; }

    /// <summary>Of the last entry folded; 0 for an empty journal.</summary>
    public long Position { get; init; }

    /// <summary>Null for real participants.</summary>
    public Simulation? Simulation { get; init; }

    public StudyDefinition Definition { get; init; } = StudyDefinition.None;

    /// <summary>Of the published file; empty before.</summary>
    public string DefinitionSha256 { get; init; } = "";

    /// <summary>The registry record as published; null when there is none.</summary>
    public string? RecordJson { get; init; }

    /// <summary>Null until it is frozen.</summary>
    public FrozenPlan? Plan { get; init; }

    /// <summary>Null until the database is locked.</summary>
    public DatabaseLock? Lock { get; init; }

    /// <summary>When somebody first saw marker and outcome joined, as a journal position; null while nobody has.</summary>
    public long? JoinedDataSeenAt { get; init; }

    public Map<ParticipantId, Participant> Participants { get; init; } = Map<ParticipantId, Participant>.Empty;

    public Casebooks Capture { get; init; } = Casebooks.Empty;

    public Map<SpecimenId, Specimen> Specimens { get; init; } = Map<SpecimenId, Specimen>.Empty;

    public Map<AliquotId, Aliquot> Aliquots { get; init; } = Map<AliquotId, Aliquot>.Empty;

    public Map<PlateId, Plate> Results { get; init; } = Map<PlateId, Plate>.Empty;

    public Analyses Analysis { get; init; } = Analyses.Empty;

    public static StudyState Empty(StudyKey key) => new() { Key = key };

    /// <summary>Folds one entry. Entries come in the order of their positions.</summary>
    public StudyState Apply(Fact fact) => fact.ApplyTo(this with { Position = Position + 1 });

    /// <summary>What the study says to a command.</summary>
    public Decision Decide(ICommand command) =>
        command is IDataCommand && Lock is not null ? Decision.Refuse(LockedRefusal()) : command.Decide(this);

    /// <summary>The study as this person may see it; pages and exports receive nothing else.</summary>
    /// <remarks>Everybody sees everything until accounts exist: site separation and blinding are decided here, once.</remarks>
    public StudyState AsSeenBy(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return this;
    }

    /// <exception cref="InvalidOperationException">The database is not locked.</exception>
    public Refusal LockedRefusal() => Lock is { } locked
        ? new Refusal("study-locked",
            $"The database of study {Key} was locked on {locked.LockedOn:yyyy-MM-dd} (entry {locked.Position}). Data no longer change.",
            $"研究 {Key} 的数据库已于 {locked.LockedOn:yyyy-MM-dd} 锁库（第 {locked.Position} 条），数据不再更改。")
        : throw new InvalidOperationException("The database is not locked.");
}
