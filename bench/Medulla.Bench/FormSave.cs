using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Bench;

/// <summary>A save of fifteen values, the size of a saved form: the measure of one entry.</summary>
sealed record FormSave(int Number) : ICommand
{
    public const int Participants = 1000;
    const int Values = 15;

    static readonly DateOnly Day = new(2025, 8, 1);
    static readonly ImmutableArray<string> Names =
        [.. Enumerable.Range(1, Values).Select(item => string.Create(CultureInfo.InvariantCulture, $"LABS_VALUE_{item}"))];

    /// <summary>What must stand before the first save.</summary>
    public static IEnumerable<Fact> Opening =>
        [new StudyOpened(Simulation: null), .. Enumerable.Range(0, Participants).Select(index =>
            new ParticipantScreened(Id(index), Day, 54, Sex.Female))];

    public Fact Fact => new CriteriaAnswered(Id(Number % Participants), ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, Names.Select((name, item) => KeyValuePair.Create(name,
            new CriterionAnswer(Answer.Yes, string.Create(CultureInfo.InvariantCulture, $"{(Number * 31 + item * 17) % 2000 / 10.0}"))))));

    public Decision Decide(StudyState study) => Decision.Accept(Fact);

    static ParticipantId Id(int index) => new(string.Create(CultureInfo.InvariantCulture, $"S-{index + 1:0000}"));
}

/// <summary>Facts given as they are.</summary>
sealed record Tell(ImmutableArray<Fact> Facts) : ICommand
{
    public Decision Decide(StudyState study) => new Decision.Accepted(Facts);
}
