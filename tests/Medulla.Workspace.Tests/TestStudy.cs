using System.Collections.Immutable;
using Medulla.Study;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Workspace.Tests;

/// <summary>Facts and commands of a small study, without a definition.</summary>
static class TestStudy
{
    public static readonly StudyKey Key = new("aml");
    public static readonly StudyKey Other = new("aml-二期");
    public static readonly Actor Nurse = new("护士 陈 𠮷");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static StudyOpened Opened => new(Simulation: null);

    public static ParticipantScreened Screened(int number) => new(
        Participant(number), new DateOnly(2025, 8, 1), 54, Sex.Female);

    public static CriteriaAnswered Answered(int number, string criterion, string evidence = "marrow report") => new(
        Participant(number),
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
            [KeyValuePair.Create(criterion, new CriterionAnswer(Answer.Yes, evidence))]));

    public static ParticipantId Participant(int number) => new($"S-{number:00000}");

    /// <summary>Entries 1 to <paramref name="count"/>: the study opened, then participants screened.</summary>
    public static IEnumerable<Fact> Facts(int count) => [Opened, .. Enumerable.Range(1, count - 1).Select(Screened)];

    public static async Task FillAsync(this StudyDesk desk, int count)
    {
        foreach (var fact in Facts(count))
            await desk.SubmitAsync(new Tell(fact), Nurse, Cancellation);
    }
}

/// <summary>Gives the facts it was made with, whatever the study says.</summary>
sealed record Tell(params ImmutableArray<Fact> Facts) : ICommand
{
    public Decision Decide(StudyState study) => new Decision.Accepted(Facts);
}

/// <summary>Screens the next participant, who is then answered for so many criteria: one group of facts.</summary>
sealed record ScreenNext(int Criteria = 0) : ICommand
{
    public Decision Decide(StudyState study)
    {
        var number = study.Participants.Count + 1;
        return new Decision.Accepted(
        [
            TestStudy.Screened(number),
            .. Enumerable.Range(1, Criteria).Select(index => TestStudy.Answered(number, $"I{index}")),
        ]);
    }
}

/// <summary>A clock that tells what it was set to.</summary>
sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public static SetClock Start() => new(new DateTimeOffset(2025, 8, 1, 8, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A folder that is gone after the test.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("medulla-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
