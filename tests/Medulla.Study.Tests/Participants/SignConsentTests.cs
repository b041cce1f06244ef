using Medulla.Study.Participants;
using static Medulla.Study.Tests.GivenStudy;

namespace Medulla.Study.Tests.Participants;

public sealed class SignConsentTests
{
    [Fact]
    public void Every_required_signer_must_have_signed() =>
        Assert.Equal(["signature-missing", "signature-missing"], Screened.RefusedBy(Consent("companion", "investigator")));

    [Fact]
    public void The_companion_signs_with_a_relationship_and_without_a_name()
    {
        var unknown = Consent() with { Signatures = [.. Consent("companion").Signatures, new("companion", "NEIGHBOUR", Day)] };

        Assert.Equal(["relationship-unknown"], Screened.RefusedBy(unknown));
    }

    [Fact]
    public void A_required_purpose_must_be_agreed_to_and_an_unknown_one_is_named() =>
        Assert.Equal(["scope-unknown", "scope-missing"],
            Screened.RefusedBy(Consent() with { Scopes = ["study-data", "moon-landing"] }));

    [Fact]
    public void Consent_in_force_is_not_signed_again() =>
        Assert.Equal(["consent-already-signed"], Consented.RefusedBy(Consent()));

    [Fact]
    public void Consent_is_not_in_force_from_the_day_of_its_withdrawal()
    {
        var consent = Enrolled.After(new WithdrawParticipant(First, Day.AddDays(10), "moved away")).Study.Participants[First].Consent!;

        Assert.Equal([false, true, true, false],
            new[] { -1, 0, 9, 10 }.Select(days => consent.IsInForceOn(Day.AddDays(days))));
    }
}
