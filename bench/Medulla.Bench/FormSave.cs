using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Bench;

/// <summary>A save of fifteen values, the size of a saved form: the measure of one entry.</summary>
sealed class FormSave(int number) : ICommand
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

    /// <summary>Made with the command: what a person typed is there before the study is asked.</summary>
    public Fact Fact { get; } = new FormSaved(
        Id(number % Participants), string.Create(CultureInfo.InvariantCulture, $"V{number / Participants}"), "LABS",
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Names.Select((name, item) => KeyValuePair.Create(
            name, ((number * 31 + item * 17) % 2000 / 10.0).ToString(CultureInfo.InvariantCulture)))),
        Reason: null);

    public Decision Decide(StudyState study) => Decision.Accept(Fact);

    static ParticipantId Id(int index) => new(string.Create(CultureInfo.InvariantCulture, $"S-{index + 1:0000}"));
}

/// <summary>Facts given as they are.</summary>
sealed record Tell(ImmutableArray<Fact> Facts) : ICommand
{
    public Decision Decide(StudyState study) => new Decision.Accepted(Facts);
}
