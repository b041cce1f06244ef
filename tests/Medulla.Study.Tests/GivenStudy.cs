using System.Collections.Immutable;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Tests;
using StudyFact = Medulla.Study.Journal.Fact;

namespace Medulla.Study.Tests;

/// <summary>Given a study in which this has happened, when somebody asks that, then …</summary>
sealed record GivenStudy(StudyState Study)
{
    public static readonly DateOnly Day = new(2025, 9, 1);
    public static readonly ParticipantId First = new("S-0001");

    static readonly string Yaml =
        File.ReadAllText(Path.Combine(ReferenceFolder.ProjectRoot, "studies", "nct07163728", "study.yaml"));

    /// <summary>The built-in study, published, with nobody in it.</summary>
    public static GivenStudy Published { get; } = new GivenStudy(StudyState.Empty(new StudyKey("leptin")))
        .After(new OpenStudy(Simulation: null), new PublishDefinition(Yaml, RecordJson: null));

    /// <summary>One participant, screened on <see cref="Day"/>.</summary>
    public static GivenStudy Screened { get; } = Published.After(new ScreenParticipant(Day, 54, Sex.Female));

    public static GivenStudy Consented { get; } = Screened.After(Consent());

    /// <summary>Judged eligible.</summary>
    public static GivenStudy Eligible { get; } =
        Consented.After(Answers(), new JudgeEligibility(First, Day.AddDays(1)));

    public static GivenStudy Enrolled { get; } = Eligible.After(new EnrolParticipant(First, Day.AddDays(2)));

    /// <summary>At baseline, with the visit open.</summary>
    public static GivenStudy AtBaseline { get; } = Enrolled.After(new OpenVisit(First, "BL", Day.AddDays(2)));

    /// <exception cref="InvalidOperationException">The study refused: the test's own preparation is wrong.</exception>
    public GivenStudy After(params ReadOnlySpan<ICommand> commands)
    {
        var study = Study;
        foreach (var command in commands)
            study = study.Decide(command) switch
            {
                Decision.Accepted accepted => accepted.Facts.Aggregate(study, (state, fact) => state.Apply(fact)),
                Decision.Refused refused => throw new InvalidOperationException(
                    $"{command} was refused: {string.Join("; ", refused.Reasons.Select(reason => reason.Message.En))}"),
                _ => study,
            };
        return new GivenStudy(study);
    }

    /// <summary>The rules by which a command is refused; empty when it is accepted.</summary>
    public IEnumerable<string> RefusedBy(ICommand command) =>
        Study.Decide(command) is Decision.Refused refused ? refused.Reasons.Select(reason => reason.Rule) : [];

    public ImmutableArray<Refusal> Refusals(ICommand command) =>
        Assert.IsType<Decision.Refused>(Study.Decide(command)).Reasons;

    public ImmutableArray<StudyFact> Facts(ICommand command) =>
        Assert.IsType<Decision.Accepted>(Study.Decide(command)).Facts;

    public static SignConsent Consent(params string[] without) => new(First, "ICF 1.0",
        [
            .. new ConsentSignature[] { new("participant", null, Day), new("companion", "SPOUSE", Day), new("investigator", null, Day) }
                .Where(signature => !without.Contains(signature.Signer)),
        ],
        ["study-data", "research-specimens"]);

    /// <summary>All criteria answered in favour, but for those named.</summary>
    public static AnswerCriteria Answers(params (string Criterion, Answer Answer)[] but)
    {
        var answers = new[] { "I1", "I2", "I3" }.ToDictionary(id => id, _ => Answer.Yes, StringComparer.Ordinal);
        foreach (var id in new[] { "E1", "E2", "E3", "E4", "E5", "E6" })
            answers[id] = Answer.No;
        foreach (var (criterion, answer) in but)
            answers[criterion] = answer;
        return new AnswerCriteria(First, answers.ToImmutableSortedDictionary(
            given => given.Key, given => new CriterionAnswer(given.Value, ""), StringComparer.Ordinal));
    }

    public static ImmutableSortedDictionary<string, string> Values(params (string Item, string Value)[] values) =>
        values.ToImmutableSortedDictionary(typed => typed.Item, typed => typed.Value, StringComparer.Ordinal);
}
