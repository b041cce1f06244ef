using System.Collections.Immutable;
using Medulla.Study.Analysis;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Participants;
using Medulla.Study.Tests.Reporting;

namespace Medulla.Study.Tests.Analysis;

/// <summary>Cases of one participant enrolled on 2026-01-01 with the data cut-off 2026-12-31, endpoints as the study defines them.</summary>
public sealed class EndpointDerivationTests
{
    static readonly DateOnly Origin = new(2026, 1, 1);

    readonly SmallStudy study = new("edges", simulation: null);
    readonly Participant participant;

    public EndpointDerivationTests() => participant = study.Enrol(54, Sex.Female, Origin);

    [Fact]
    public void The_day_of_the_origin_is_day_1_and_a_death_on_day_20_is_20()
    {
        Die("2026-01-20");

        Assert.Equal((20, true), Time("OS"));
        Assert.Equal((20, true), Time("EFS"));
    }

    [Fact]
    public void Refractory_after_two_courses_is_an_event_on_day_1_and_survival_goes_on()
    {
        Respond("EOI1", "2026-02-01", "NO_RESPONSE");
        Respond("EOI2", "2026-03-15", "REFRACTORY");
        See("2026-10-01", "ALIVE_WITH_DISEASE");

        Assert.Equal((274, false), Time("OS"));
        Assert.Equal((1, true), Time("EFS"));
    }

    [Fact]
    public void Relapse_ends_event_free_survival_and_death_ends_survival()
    {
        Respond("EOI1", "2026-02-01", "CR");
        study.Fill(participant, "REL", new(2026, 7, 1), "REL", ("relapse_date", "2026-07-01"), ("site", "MARROW"));
        Die("2026-09-01");

        Assert.Equal((244, true), Time("OS"));
        Assert.Equal((182, true), Time("EFS"));
    }

    [Fact]
    public void Death_in_remission_ends_both()
    {
        Respond("EOI1", "2026-02-01", "CR");
        Die("2026-05-01");

        Assert.Equal((121, true), Time("OS"));
        Assert.Equal((121, true), Time("EFS"));
    }

    [Fact]
    public void Alive_in_remission_is_followed_to_the_last_contact_but_event_free_to_the_last_assessment()
    {
        Respond("EOI1", "2026-02-01", "CR");
        Respond("EOI2", "2026-06-01", "CR");
        See("2026-11-01", "ALIVE_UNKNOWN");

        Assert.Equal((305, false), Time("OS"));
        Assert.Equal((152, false), Time("EFS"));
    }

    [Fact]
    public void Alive_and_never_evaluable_is_censored_on_day_1_for_events()
    {
        Respond("EOI1", "2026-01-28", "NON_EVALUABLE");
        See("2026-02-09", "ALIVE_UNKNOWN");

        Assert.Equal((40, false), Time("OS"));
        Assert.Equal((1, false), Time("EFS"));
    }

    [Fact]
    public void An_event_after_the_data_cutoff_is_follow_up_without_event()
    {
        See("2026-11-30", "ALIVE_IN_REMISSION");
        var late = study.State
            .Apply(new VisitOpened(participant.Id, "DTH", new(2027, 1, 2)))
            .Apply(new FormSaved(participant.Id, "DTH", "DTH",
                ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("died_on", "2027-01-02")]), Reason: null));

        var survival = EndpointDerivation.Observe(late, participant, Endpoint("OS"));
        Assert.Equal((334, false), (survival!.Days, survival.EventObserved));
    }

    [Fact]
    public void Nothing_after_enrolment_is_one_day_without_event() => Assert.Equal((1, false), Time("OS"));

    [Fact]
    public void Not_evaluable_counts_as_unfavourable_and_no_form_as_not_known()
    {
        Assert.Null(Unfavourable());
        Respond("EOI1", "2026-01-28", "NON_EVALUABLE");
        Assert.True(Unfavourable());
    }

    [Theory]
    [InlineData("CR", false)]
    [InlineData("CRh", false)]
    [InlineData("CRi", false)]
    [InlineData("MLFS", true)]
    [InlineData("PR", true)]
    [InlineData("REFRACTORY", true)]
    public void Remission_is_what_the_definition_calls_favourable(string category, bool unfavourable)
    {
        Respond("EOI1", "2026-01-28", category);
        Assert.Equal(unfavourable, Unfavourable());
    }

    bool? Unfavourable() => EndpointDerivation.IsUnfavourable(
        study.State, participant, (Endpoint.Binary)study.State.Definition.FindEndpoint("CRC1")!);

    Endpoint.TimeToEvent Endpoint(string code) => (Endpoint.TimeToEvent)study.State.Definition.FindEndpoint(code)!;

    (int Days, bool EventObserved) Time(string code)
    {
        var time = EndpointDerivation.Observe(study.State, participant, Endpoint(code))!;
        return (time.Days, time.EventObserved);
    }

    void Die(string on) => study.Fill(participant, "DTH", DateOnly.Parse(on), "DTH", ("died_on", on), ("cause", "UNKNOWN"));

    void Respond(string visit, string on, string category) =>
        study.Fill(participant, visit, DateOnly.Parse(on), "RESP", ("assessed_on", on), ("category", category));

    void See(string on, string status) =>
        study.Fill(participant, "EOS", DateOnly.Parse(on), "FU", ("seen_on", on), ("status", status));
}
