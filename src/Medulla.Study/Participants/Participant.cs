using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>The screening number, given when a person is first looked at; it stays for ever.</summary>
[JsonConverter(typeof(IdentifierConverter<ParticipantId>))]
public readonly record struct ParticipantId(string Value) : IIdentifier<ParticipantId>
{
    public static ParticipantId Of(string value) => new(value);
    public int CompareTo(ParticipantId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

public enum ParticipantStatus
{
    InScreening,
    ScreenFailed,
    Enrolled,
    Withdrawn,
}

/// <summary>A person who was looked at for the study. No name, no telephone number: those live in the identity vault.</summary>
/// <param name="EnrolmentNumber">Such as <c>UH-001</c>; null before enrolment.</param>
/// <param name="Eligibility">The last judgement; null while nobody has judged.</param>
public sealed record Participant(
    ParticipantId Id, ParticipantStatus Status, DateOnly ScreenedOn, int AgeYears, Sex Sex,
    ImmutableSortedDictionary<string, CriterionAnswer> Answers,
    Consent? Consent = null, EligibilityJudgement? Eligibility = null,
    string? EnrolmentNumber = null, DateOnly? EnrolledOn = null,
    string? ScreenFailureReason = null, DateOnly? WithdrawnOn = null)
{
    /// <summary>What people call this participant: the enrolment number once there is one.</summary>
    public string Label => EnrolmentNumber ?? Id.Value;

    public CriterionAnswer AnswerTo(string criterion) => Answers.GetValueOrDefault(criterion, CriterionAnswer.NotAnswered);
}

public enum Sex
{
    Female,
    Male,
}

/// <summary>Whether a criterion's statement is true of the participant: not knowing is an answer too.</summary>
public enum Answer
{
    Unknown,
    Yes,
    No,
}

/// <param name="Evidence">Where it stands, such as "marrow report 2025-08-03"; empty when not given.</param>
public sealed record CriterionAnswer(Answer Answer, string Evidence)
{
    public static CriterionAnswer NotAnswered { get; } = new(Answer.Unknown, "");
}
