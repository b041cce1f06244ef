namespace Medulla.Study.Journal;

/// <summary>A fact with its place in the journal: who recorded it, when, after what.</summary>
public sealed record JournalEntry(StudyKey Study, long Position, DateTimeOffset RecordedAt, Actor Actor, Fact Fact);
