namespace Medulla.Study.Journal;

/// <summary>Something that happened, in the past tense: the content of one journal entry.</summary>
/// <remarks>
/// Facts are for ever: once a release has written one, its name, version and members stay readable.
/// <see cref="ApplyTo"/> is the only place where the study changes, and it decides nothing.
/// </remarks>
public abstract record Fact
{
    public abstract StudyState ApplyTo(StudyState study);
}
