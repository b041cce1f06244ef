namespace Medulla.Registry.Tests;

public sealed class EligibilityTextTests
{
    [Fact]
    public void Headings_numbers_and_bullets_are_read_in_the_forms_sponsors_use()
    {
        var text = EligibilityText.Of("""
            Adults only.

            **Key Inclusion Criteria:**

            * Age \>= 18
              with a guardian if needed
            * ECOG 0\-2

            Exclusion Criteria

            1. Pregnancy
            2) Another trial
            """);

        Assert.Equal(["Age >= 18\nwith a guardian if needed", "ECOG 0-2"], text.Inclusion);
        Assert.Equal(["Pregnancy", "Another trial"], text.Exclusion);
        Assert.Equal(["Adults only."], text.Other);
    }

    [Fact]
    public void Text_without_headings_stays_whole()
    {
        var text = EligibilityText.Of("No criteria, ask us.");

        Assert.Empty(text.Inclusion);
        Assert.Empty(text.Exclusion);
        Assert.Equal(["No criteria, ask us."], text.Other);
    }

    [Fact]
    public void An_empty_text_has_nothing() => Assert.Equal([], EligibilityText.Of("").Other);
}
