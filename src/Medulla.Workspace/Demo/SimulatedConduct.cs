using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Randomness;
using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Specimens;

namespace Medulla.Workspace.Demo;

/// <summary>What a site would have recorded about simulated people, in the order of the calendar.</summary>
/// <remarks>Every step is a command of the study; there is no other way in.</remarks>
static class SimulatedConduct
{
    static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);
    static readonly ImmutableArray<(string Visit, int Day)> FollowUps =
        [("FU3", 92), ("FU6", 183), ("FU9", 274), ("FU12", 365), ("FU15", 456)];

    /// <param name="Day">When it happens.</param>
    /// <param name="Ask">The command, given the study as it then is.</param>
    public sealed record Step(DateOnly Day, int Person, int Order, Func<StudyState, ICommand> Ask);

    /// <summary>All steps of all people, earliest first.</summary>
    public static IReadOnlyList<Step> Steps(IReadOnlyList<SimulatedPerson> people, SimulationRules rules) =>
    [
        .. people.SelectMany(person => Of(person, rules))
            .OrderBy(step => step.Day).ThenBy(step => step.Person).ThenBy(step => step.Order),
    ];

    static IEnumerable<Step> Of(SimulatedPerson person, SimulationRules rules)
    {
        var order = 0;
        var id = new ParticipantId(string.Create(CultureInfo.InvariantCulture, $"S-{person.Number:0000}"));
        var random = new RandomStream((ulong)rules.Seed, 2_000_000UL + (ulong)person.Number);

        yield return At(person.ScreenedOn, new ScreenParticipant(person.ScreenedOn, person.AgeYears, person.Sex));
        if (person.Failure == ScreenFailure.NoCompanion)
        {
            yield return At(person.ScreenedOn, Answers(id, person));
            yield return At(person.ScreenedOn, new JudgeEligibility(id, person.ScreenedOn));
            yield break;
        }

        yield return At(person.ScreenedOn, Consent(id, person, random));
        yield return At(person.ScreenedOn, new OpenVisit(id, "SCR", person.ScreenedOn));
        yield return At(person.ScreenedOn.AddDays(1), Answers(id, person));
        yield return At(person.ScreenedOn.AddDays(1), new JudgeEligibility(id, person.ScreenedOn.AddDays(1)));
        if (person.Failure != ScreenFailure.None)
            yield break;

        var baseline = person.TreatedOn.AddDays(-1);
        yield return At(baseline, new EnrolParticipant(id, baseline));
        yield return At(baseline, new OpenVisit(id, "BL", baseline));
        yield return At(baseline, SimulatedForms.Body(id, person, random));
        yield return At(baseline, SimulatedForms.Diagnosis(id, person, random));
        foreach (var form in SimulatedForms.BaselineBlood(id, person, baseline, random))
            yield return At(baseline, form);

        foreach (var kind in new[] { "MARROW", "BLOOD" })
        {
            var collectedAt = new DateTimeOffset(
                baseline.ToDateTime(new TimeOnly(9, 0)).AddMinutes(random.NextBelow(80)), ChinaStandardTime);
            var spunAt = collectedAt.AddMinutes(35 + random.NextBelow(random.NextEvent(0.06) ? 140 : 70));
            var frozenAt = spunAt.AddMinutes(14 + random.NextBelow(38));
            yield return At(baseline, new CollectSpecimen(id, kind, "BL", collectedAt, 2));
            yield return Then(baseline, study =>
                new ProcessSpecimen(Collected(study, id, kind), new Spin(spunAt, 1800, 10, 4)));
            yield return Then(baseline, study => new MakeAliquots(Collected(study, id, kind), 3, 0.4, frozenAt, $"F2/R{1 + person.Number / 27}/B{kind[0]}"));
        }

        yield return At(person.TreatedOn, new OpenVisit(id, "IND1", person.TreatedOn));
        yield return At(person.TreatedOn, SimulatedForms.Treatment(id, "IND1", person.TreatedOn, random));

        foreach (var step in Outcomes(id, person, rules, random))
            yield return step with { Order = order++ };

        Step At(DateOnly day, ICommand command) => new(day, person.Number, order++, _ => command);
        Step Then(DateOnly day, Func<StudyState, ICommand> ask) => new(day, person.Number, order++, ask);
    }

    static IEnumerable<Step> Outcomes(ParticipantId id, SimulatedPerson person, SimulationRules rules, RandomStream random)
    {
        var last = Earliest(person.DiedOn, person.LostAfter, rules.DataCutoff.AddDays(-random.NextBelow(9)));
        yield return At(person.FirstAssessedOn, new OpenVisit(id, "EOI1", person.FirstAssessedOn));
        yield return At(person.FirstAssessedOn, SimulatedForms.Response(id, "EOI1", person.FirstAssessedOn, person.FirstResponse, random));
        if (person.FirstResponse != "NON_EVALUABLE")
            yield return At(person.FirstAssessedOn, SimulatedForms.Blood(
                id, "EOI1", person.FirstAssessedOn, person.RespondedFirst ? 0 : person.MarrowBlasts / 4, random));

        if (person.SecondResponse is { } second)
        {
            var againOn = person.FirstAssessedOn.AddDays(4);
            var assessedOn = person.FirstAssessedOn.AddDays(38);
            yield return At(againOn, new OpenVisit(id, "IND2", againOn));
            yield return At(againOn, SimulatedForms.Treatment(id, "IND2", againOn, random));
            yield return At(assessedOn, new OpenVisit(id, "EOI2", assessedOn));
            yield return At(assessedOn, SimulatedForms.Response(id, "EOI2", assessedOn, second, random));
            yield return At(assessedOn, SimulatedForms.Blood(
                id, "EOI2", assessedOn, second == "REFRACTORY" ? person.MarrowBlasts / 4 : 0, random));
        }

        foreach (var (visit, day) in FollowUps)
        {
            var seenOn = person.TreatedOn.AddDays(day - 6 + random.NextBelow(12));
            if (seenOn < last && seenOn > person.FirstAssessedOn)
                yield return At(seenOn, Seen(visit, seenOn));
        }

        if (person.RelapsedOn is { } relapsedOn)
        {
            yield return At(relapsedOn, new OpenVisit(id, "REL", relapsedOn));
            yield return At(relapsedOn, SimulatedForms.Relapse(id, relapsedOn));
            yield return At(relapsedOn, SimulatedForms.Blood(id, "REL", relapsedOn, person.MarrowBlasts / 3, random));
        }

        yield return person.DiedOn is { } diedOn
            ? At(diedOn, new RecordOutcome(OutcomeKind.Death, id, "DTH", diedOn,
                person.RelapsedOn is not null || !person.Responded ? "LEUKEMIA" : random.NextEvent(0.6) ? "INFECTION" : "TREATMENT_TOXICITY"))
            : At(last, Seen("EOS", last));

        Step At(DateOnly day, ICommand command) => new(day, person.Number, 0, _ => command);

        RecordOutcome Seen(string visit, DateOnly seenOn) => new(OutcomeKind.FollowUp, id, visit, seenOn,
            person.Responded && !(person.RelapsedOn <= seenOn) ? "ALIVE_IN_REMISSION" : "ALIVE_WITH_DISEASE");
    }

    static SpecimenId Collected(StudyState study, ParticipantId id, string kind) =>
        study.Specimens.Values.First(specimen => specimen.Participant == id && specimen.Kind == kind).Id;

    static SignConsent Consent(ParticipantId id, SimulatedPerson person, RandomStream random)
    {
        string[] relations = ["SPOUSE", "CHILD", "CHILD", "SIBLING", "PARENT"];
        return new SignConsent(id, "ICF 1.0",
            [
                new("participant", null, person.ScreenedOn),
                new("companion", relations[random.NextBelow(relations.Length)], person.ScreenedOn),
                new("investigator", null, person.ScreenedOn),
            ],
            random.NextEvent(0.7) ? ["study-data", "research-specimens", "follow-up-contact", "future-research"]
                : ["study-data", "research-specimens", "follow-up-contact"]);
    }

    static AnswerCriteria Answers(ParticipantId id, SimulatedPerson person)
    {
        var answers = ImmutableSortedDictionary.CreateBuilder<string, CriterionAnswer>(StringComparer.Ordinal);
        foreach (var criterion in new[] { "I1", "I2", "I3" })
            answers[criterion] = new(Answer.Yes, "");
        foreach (var criterion in new[] { "E1", "E2", "E3", "E4", "E5", "E6" })
            answers[criterion] = new(Answer.No, "");
        var (changed, answer, evidence) = person.Failure switch
        {
            ScreenFailure.NoCompanion => ("I3", Answer.No, "no family member present"),
            ScreenFailure.Promyelocytic => ("I1", Answer.No, "PML::RARA detected"),
            ScreenFailure.ViralHepatitis => ("E2", Answer.Yes, "HBsAg positive"),
            ScreenFailure.PoorPerformance => ("E4", Answer.Yes, "ECOG 4"),
            ScreenFailure.SeriousInfection => ("E5", Answer.Yes, "septic shock"),
            ScreenFailure.Pending => ("I1", Answer.Unknown, "genetics awaited"),
            _ => ("I1", Answer.Yes, "marrow report"),
        };
        answers[changed] = new(answer, evidence);
        return new AnswerCriteria(id, answers.ToImmutable());
    }

    static DateOnly Earliest(params ReadOnlySpan<DateOnly?> days)
    {
        var earliest = DateOnly.MaxValue;
        foreach (var day in days)
            if (day < earliest)
                earliest = day.Value;
        return earliest;
    }
}
