using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>All forms and visits, by participant.</summary>
public sealed record Casebooks(Map<ParticipantId, Casebook> ByParticipant)
{
    public static Casebooks Empty { get; } = new(Map<ParticipantId, Casebook>.Empty);
}
public sealed record Casebook;
