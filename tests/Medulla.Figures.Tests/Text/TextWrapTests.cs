using Medulla.Figures.Text;

namespace Medulla.Figures.Tests.Text;

public class TextWrapTests
{
    [Fact]
    public void Latin_breaks_at_spaces() =>
        Assert.Equal(["Received chemotherapy", "before sampling"],
            TextWrap.Lines("Received chemotherapy before sampling", 2.469, 30));

    [Fact]
    public void Chinese_breaks_anywhere_but_not_before_a_full_stop_or_after_an_opening_bracket()
    {
        for (var width = 8.0; width < 40; width += 0.7)
        {
            var lines = TextWrap.Lines("采样前已接受化疗（含口服）。撤回知情同意，未纳入分析。", 2.469, width, language: Language.Chinese);
            Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。：；）、"));
            Assert.All(lines, line => Assert.False(line.EndsWith('（'), line));
            Assert.Equal("采样前已接受化疗（含口服）。撤回知情同意，未纳入分析。", string.Concat(lines));
        }
    }

    [Fact]
    public void A_word_wider_than_the_line_is_broken_inside()
    {
        var lines = TextWrap.Lines("TCGA-AB-2803-03A-01T-0734-13-and-a-long-tail", 2.469, 20);

        Assert.True(lines.Length > 1);
        Assert.All(lines, line => Assert.True(TextWidth.Of(line, 2.469) <= 20));
        Assert.Equal("TCGA-AB-2803-03A-01T-0734-13-and-a-long-tail", string.Concat(lines));
    }

    [Fact]
    public void A_number_stays_with_its_equals_sign() =>
        Assert.Equal(["Excluded:", "n\u00A0=\u00A017"], TextWrap.Lines("Excluded: n\u00A0=\u00A017", 2.469, 16));
}
