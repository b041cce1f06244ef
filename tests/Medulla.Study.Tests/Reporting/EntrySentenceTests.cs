using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Participants;
using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

public sealed class EntrySentenceTests
{
    [Fact]
    public void Says_labels_of_the_definition_instead_of_codes()
    {
        var fact = Assert.Single(GivenStudy.Screened.Facts(GivenStudy.Consent()));

        var sentence = EntrySentence.Of(GivenStudy.Screened.Study, fact);

        Assert.StartsWith(
            "S-0001 consented, ICF 1.0: The participant in person 2025-09-01, "
            + "The accompanying family member (Spouse) 2025-09-01, ", sentence.En, StringComparison.Ordinal);
        Assert.StartsWith(
            "S-0001 签署 ICF 1.0：受试者本人 2025-09-01、陪同的家属（配偶）2025-09-01、", sentence.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("study-data", sentence.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_definition_does_not_know_stays_as_it_is()
    {
        var fact = new QueryRaised(GivenStudy.First, "V9", "XX", "height", "value-implausible", "3");

        Assert.Equal("S-0001 · V9: query on height, found 3 (value-implausible)",
            EntrySentence.Of(GivenStudy.Screened.Study, fact).En);
    }

    [Fact]
    public void A_judgement_names_the_criteria_against_and_those_not_known()
    {
        var study = GivenStudy.Consented.After(GivenStudy.Answers(("I1", Answer.Unknown), ("E2", Answer.Yes)));
        var fact = Assert.Single(study.Facts(new JudgeEligibility(GivenStudy.First, GivenStudy.Day)));

        var sentence = EntrySentence.Of(study.Study, fact);

        Assert.Equal("S-0001 judged not eligible on 2025-09-01; against: E2; not known: I1", sentence.En);
        Assert.Equal("S-0001 于 2025-09-01 判定为不合格；不符合：E2；未知：I1", sentence.Zh);
    }

    [Fact]
    public void A_plan_that_came_too_late_says_why()
    {
        var fact = new PlanFrozen(1, "", "0123456789abcdef", "database-already-locked");

        Assert.Equal(
            "Analysis plan version 1 frozen, SHA-256 0123456789ab; POST HOC: the database had been locked before it was frozen",
            EntrySentence.Of(GivenStudy.Published.Study, fact).En);
    }
}
