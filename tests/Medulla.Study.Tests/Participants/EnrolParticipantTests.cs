using Medulla.Study.Participants;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Participants;

public sealed class EnrolParticipantTests
{
    [Fact]
    public void An_eligible_participant_with_consent_is_enrolled_under_the_next_number()
    {
        var fact = Assert.IsType<ParticipantEnrolled>(Assert.Single(Eligible.Facts(new EnrolParticipant(First, Day.AddDays(2)))));

        Assert.Equal(("UH-001", Day.AddDays(2), 1), (fact.EnrolmentNumber, fact.EnrolledOn, fact.DefinitionVersion));
    }

    [Fact]
    public void Gives_every_reason_at_once() =>
        Assert.Equal(
            ["enrolment-before-screening", "consent-missing", .. Enumerable.Repeat("criterion-not-answered", 9), "eligibility-not-judged"],
            Screened.RefusedBy(new EnrolParticipant(First, Day.AddDays(-1))));

    [Fact]
    public void A_participant_of_whom_something_is_not_known_cannot_be_enrolled()
    {
        var pending = Consented.After(Answers(("I1", Answer.Unknown)), new JudgeEligibility(First, Day));

        Assert.Equal(EligibilityVerdict.Pending, pending.Study.Participants[First].Eligibility!.Verdict);
        Assert.Equal(["criterion-not-answered", "eligibility-not-judged"], pending.RefusedBy(new EnrolParticipant(First, Day)));
    }

    [Fact]
    public void The_criterion_that_speaks_against_is_quoted_in_both_languages()
    {
        var failed = Consented.After(Answers(("E4", Answer.Yes)));

        var reason = failed.Refusals(new EnrolParticipant(First, Day))[0];

        Assert.Equal("exclusion-applies", reason.Rule);
        Assert.Equal("Exclusion criterion E4 applies: Performance Status (PS) score >3", reason.Message.En);
        Assert.Equal("符合排除标准 E4：体能状态（PS）评分大于 3", reason.Message.Zh);
    }

    [Fact]
    public void Answers_that_changed_since_the_judgement_count()
    {
        var changed = Eligible.After(Answers(("E2", Answer.Yes)));

        Assert.Contains("exclusion-applies", changed.RefusedBy(new EnrolParticipant(First, Day.AddDays(2))));
    }

    [Fact]
    public void Nobody_is_enrolled_twice() =>
        Assert.Equal(["not-in-screening"], Enrolled.RefusedBy(new EnrolParticipant(First, Day.AddDays(3))));

    [Fact]
    public void A_day_after_the_data_cutoff_is_refused_with_both_dates()
    {
        var reason = Eligible.Refusals(new EnrolParticipant(First, new DateOnly(2027, 1, 5)))[0];

        Assert.Equal("after-data-cutoff", reason.Rule);
        Assert.Equal("Found 2027-01-05 as the date of enrolment. Expected no later than the data cut-off 2026-12-31.", reason.Message.En);
    }

    [Fact]
    public void An_unknown_participant_is_named() =>
        Assert.Equal("Found no participant S-0099. Expected one that has been screened.",
            Eligible.Refusals(new EnrolParticipant(new ParticipantId("S-0099"), Day))[0].Message.En);
}
