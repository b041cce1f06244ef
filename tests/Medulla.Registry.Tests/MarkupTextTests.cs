namespace Medulla.Registry.Tests;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData(@"PS score \>3", "PS score >3")]
    [InlineData(@"a\*b \[c\] \\ d", @"a*b [c] \ d")]
    [InlineData(@"C:\temp\", @"C:\temp\")]
    public void A_backslash_before_punctuation_is_an_escape_and_any_other_is_itself(string markup, string plain) =>
        Assert.Equal(plain, MarkupText.Plain(markup));

    [Fact]
    public void Paragraphs_stand_between_blank_lines() =>
        Assert.Equal(["One two", "three"], MarkupText.Paragraphs("One\r\ntwo\r\n\r\n\r\nthree\n"));
}
