using System.Text;
using Medulla.Figures.Text;

namespace Medulla.Figures.Tests.Text;

public class TextWidthTests
{
    [Theory]
    [InlineData("i", 222)]
    [InlineData("M", 833)]
    [InlineData("0", 556)]
    [InlineData(" ", 278)]
    [InlineData(";", 278)]
    [InlineData("@", 1015)]
    [InlineData("−", 584)]
    [InlineData("–", 556)]
    [InlineData("µ", 576)] // MICRO SIGN
    [InlineData("μ", 576)] // GREEK SMALL LETTER MU
    [InlineData("É", 667)] // As wide as its base letter.
    [InlineData("中", 1000)]
    [InlineData("𠮷", 1000)] // One rune of two chars.
    [InlineData("，", 1000)]
    public void Regular_advances_are_those_of_Arial(string text, int thousandths) =>
        Assert.Equal(thousandths, TextWidth.Of(text, 1000), 1e-9);

    [Theory]
    [InlineData("i", 278)]
    [InlineData("m", 889)]
    [InlineData(";", 333)]
    [InlineData("A", 722)]
    [InlineData("8", 556)]
    [InlineData("W", 944)]
    public void Bold_advances_differ_where_Arial_Bold_does(string text, int thousandths) =>
        Assert.Equal(thousandths, TextWidth.Of(text, 1000, bold: true), 1e-9);

    [Fact]
    public void Digits_are_all_equally_wide() =>
        Assert.Single("0123456789".EnumerateRunes().Select(digit => TextWidth.Advance(digit, bold: false, Language.English))
            .Distinct());

    [Fact]
    public void Curly_quotes_fill_a_square_where_a_Chinese_font_draws_them()
    {
        Assert.Equal(333, TextWidth.Advance(new Rune('“'), bold: false, Language.English));
        Assert.Equal(1000, TextWidth.Advance(new Rune('“'), bold: false, Language.Chinese));
    }

    [Fact]
    public void Combining_marks_and_zero_width_spaces_take_no_room() =>
        Assert.Equal(TextWidth.Of("e", 10), TextWidth.Of("e\u0301\u200B", 10));

    [Fact]
    public void Every_printable_ASCII_character_has_a_width() =>
        Assert.DoesNotContain(Enumerable.Range(0x20, 0x5F),
            code => TextWidth.Advance(new Rune(code), bold: false, Language.English) == 600);
}
