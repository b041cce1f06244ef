using Medulla.Figures.Text;

namespace Medulla.Figures.Tests.Text;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "P < 0.001")]
    [InlineData(0.00099, "P < 0.001")]
    [InlineData(0.0042, "P = 0.004")]
    [InlineData(0.0099, "P = 0.010")]
    [InlineData(0.36, "P = 0.36")]
    [InlineData(1, "P > 0.99")]
    public void P_is_never_zero_and_never_one(double p, string expected) => Assert.Equal(expected, NumberText.PEquals(p).Plain);

    [Theory]
    [InlineData(-1.25, 1, "−1.2")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(19.995, 2, "20.00")]
    public void Minus_is_a_minus_and_zero_has_none(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberText.Fixed(value, decimals));

    [Theory]
    [InlineData(0.02146, "0.0215")]
    [InlineData(21.46, "21.5")]
    [InlineData(1150, "1150")]
    [InlineData(0, "0")]
    public void Concentrations_have_three_significant_digits(double value, string expected) =>
        Assert.Equal(expected, NumberText.Significant(value));

    [Fact]
    public void An_end_that_does_not_exist_is_NR() => Assert.Equal("34.90–NR", NumberText.Range(34.9, null, NumberText.Ratio));

    [Fact]
    public void Markup_makes_italics_and_typed_names_keep_their_underscores()
    {
        Assert.Equal([new TextRun("Log-rank ", false), new TextRun("P", true), new TextRun(" < 0.001", false)],
            RichText.Markup("Log-rank _P_ < 0.001").Runs);
        Assert.Equal([new TextRun("bm_leptin_1", false)], RichText.FromString("bm_leptin_1").Runs);
    }
}
