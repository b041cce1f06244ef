using Medulla.Study.Capture;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Capture;

public sealed class RecordOutcomeTests
{
    [Fact]
    public void A_death_opens_its_visit_and_saves_its_form_together()
    {
        var facts = Enrolled.Facts(Death(40));

        Assert.Equal(["VisitOpened", "FormSaved"], facts.Select(fact => fact.GetType().Name));
        Assert.Equal(Day.AddDays(40), OutcomeRules.DiedOn(
            Enrolled.After(Death(40)).Study, Enrolled.Study.Participants[First]));
    }

    [Fact]
    public void Nobody_is_seen_after_death_and_nobody_dies_before_having_been_seen()
    {
        Assert.Equal(["outcome-after-death"], Enrolled.After(Death(40)).RefusedBy(Seen("FU3", 92)));
        Assert.Equal(["death-before-last-contact"], Enrolled.After(Seen("FU3", 92)).RefusedBy(Death(40)));
    }

    [Fact]
    public void The_rules_hold_for_the_form_too_there_is_no_side_door()
    {
        var dead = Enrolled.After(Death(40), new OpenVisit(First, "FU3", Day.AddDays(92)));

        Assert.Equal(["outcome-after-death"], dead.RefusedBy(new SaveForm(
            First, "FU3", "FU", Values(("seen_on", "2025-12-02"), ("status", "ALIVE_UNKNOWN")))));
    }

    [Fact]
    public void A_visit_that_cannot_be_opened_is_the_reason_given() =>
        Assert.Equal(["visit-unknown"], Enrolled.RefusedBy(Seen("FU99", 92)));

    [Fact]
    public void A_response_before_enrolment_is_refused() =>
        Assert.Equal(["outcome-before-enrolment"], Enrolled.RefusedBy(
            new RecordOutcome(OutcomeKind.Response, First, "EOI1", Day.AddDays(1), "CR")));

    static RecordOutcome Death(int day) => new(OutcomeKind.Death, First, "DTH", Day.AddDays(day), "INFECTION");

    static RecordOutcome Seen(string visit, int day) => new(OutcomeKind.FollowUp, First, visit, Day.AddDays(day), "ALIVE_UNKNOWN");
}
