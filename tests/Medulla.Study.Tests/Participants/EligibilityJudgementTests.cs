using Medulla.Study.Participants;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Participants;

public sealed class EligibilityJudgementTests
{
    [Fact]
    public void All_in_favour_is_eligible() =>
        Assert.Equal((EligibilityVerdict.Eligible, 0, 0), Judged());

    [Fact]
    public void Something_unknown_is_pending() =>
        Assert.Equal((EligibilityVerdict.Pending, 0, 2), Judged(("I1", Answer.Unknown), ("E2", Answer.Unknown)));

    [Fact]
    public void One_failed_criterion_decides_whatever_is_unknown_beside_it() =>
        Assert.Equal((EligibilityVerdict.Ineligible, 1, 1), Judged(("I1", Answer.Unknown), ("E2", Answer.Yes)));

    [Fact]
    public void An_ineligible_participant_has_failed_screening_for_the_named_criteria()
    {
        var failed = Consented.After(Answers(("I2", Answer.No), ("E5", Answer.Yes)), new JudgeEligibility(First, Day));

        Assert.Equal(ParticipantStatus.ScreenFailed, failed.Study.Participants[First].Status);
        Assert.Equal("I2, E5", failed.Study.Participants[First].ScreenFailureReason);
    }

    // Kleene: what is not known can only turn out for or against; the verdict must hold both ways, or be pending.
    [Fact]
    public void The_verdict_never_claims_more_than_every_way_of_filling_the_unknowns_allows()
    {
        var random = new Random(20250801);
        var criteria = new[] { "I1", "I2", "I3", "E1", "E2", "E3", "E4", "E5", "E6" };
        for (var repeat = 0; repeat < 300; repeat++)
        {
            var answers = criteria.Select(id => (id, (Answer)random.Next(3))).ToArray();
            var (verdict, _, _) = Judged(answers);
            var filled = Enumerable.Range(0, 2).SelectMany(bit => new[]
            {
                Judged([.. answers.Select(given => given.Item2 == Answer.Unknown ? (given.id, bit == 0 ? Answer.Yes : Answer.No) : given)]).Verdict,
                Judged([.. answers.Select(given => given.Item2 == Answer.Unknown ? (given.id, Favourable(given.id)) : given)]).Verdict,
                Judged([.. answers.Select(given => given.Item2 == Answer.Unknown ? (given.id, Against(given.id)) : given)]).Verdict,
            }).ToHashSet();

            Assert.Equal(filled.Count == 1 ? filled.Single() : EligibilityVerdict.Pending, verdict);
        }

        static Answer Favourable(string id) => id[0] == 'I' ? Answer.Yes : Answer.No;
        static Answer Against(string id) => id[0] == 'I' ? Answer.No : Answer.Yes;
    }

    static (EligibilityVerdict Verdict, int Failed, int Missing) Judged(params (string, Answer)[] but)
    {
        var answered = Consented.After(Answers(but)).Study;
        var judgement = EligibilityJudgement.Of(answered.Participants[First], answered.Definition, Day);
        return (judgement.Verdict, judgement.Failed.Length, judgement.Missing.Length);
    }
}
