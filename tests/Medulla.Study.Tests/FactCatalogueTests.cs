using Medulla.Study.Journal;
using Medulla.Study.Participants;
using StudyFact = Medulla.Study.Journal.Fact;

namespace Medulla.Study.Tests;

public sealed class FactCatalogueTests
{
    [Fact]
    public void A_fact_is_stored_lean_and_read_back()
    {
        StudyFact fact = new ConsentSigned(
            new ParticipantId("S-0001"), "知情同意书 1.0", new DateOnly(2025, 8, 1),
            [new ConsentSignature("companion", "SPOUSE", new DateOnly(2025, 8, 1))], ["samples"]);

        var (name, version, payload) = FactCatalogue.Write(fact);

        Assert.Equal(("ConsentSigned", 1), (name, version));
        Assert.Equal(
            """{"participant":"S-0001","formVersion":"知情同意书 1.0","signedOn":"2025-08-01","signatures":[{"signer":"companion","relationship":"SPOUSE","signedOn":"2025-08-01"}],"scopes":["samples"]}""",
            payload);
        Assert.Equal(payload, FactCatalogue.Write(FactCatalogue.Read(name, version, payload)).Payload);
    }

    [Fact]
    public void An_enumeration_is_stored_by_name()
    {
        var (_, _, payload) = FactCatalogue.Write(
            new ParticipantScreened(new ParticipantId("S-0001"), new DateOnly(2025, 8, 1), 54, Sex.Female));

        Assert.Equal("""{"participant":"S-0001","screenedOn":"2025-08-01","ageYears":54,"sex":"Female"}""", payload);
    }

    [Fact]
    public void A_fact_of_a_newer_program_is_named()
    {
        var error = Assert.Throws<FormatException>(() => FactCatalogue.Read("MoonPhaseSeen", 1, "{}"));

        Assert.Equal("Found fact MoonPhaseSeen version 1. Expected one that this program knows; a newer program wrote it.", error.Message);
    }
}
