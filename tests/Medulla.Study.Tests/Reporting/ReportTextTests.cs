using Medulla.Figures;
using Medulla.Study.Reporting;

namespace Medulla.Study.Tests.Reporting;

public sealed class ReportTextTests
{
    [Fact]
    public void Values_stand_where_each_language_wants_them()
    {
        var text = new ReportText("{0} of {1} people", "{1} 人中 {0} 人", ReportCell.Of(3, new ReportLink("numbers-Q1")), ReportCell.Of(40));

        Assert.Equal("3 of 40 people", text.Plain(Language.English));
        Assert.Equal("40 人中 3 人", text.Plain(Language.Chinese));
        Assert.Equal("numbers-Q1", text.Runs(Language.English).First().Link?.Anchor);
    }

    [Fact]
    public void Braces_of_a_text_without_values_are_left_alone() =>
        Assert.Equal("a {0} b {", new ReportText(Bilingual.Same("a {0} b {")).Plain(Language.English));

    [Fact]
    public void A_link_leads_to_the_page_on_a_page_and_into_the_file_in_a_file()
    {
        var link = new ReportLink("plate-PL-0001", "/studies/aml/plates/PL-0001");

        Assert.Equal("/studies/aml/plates/PL-0001", link.Address(Profile.Screen));
        Assert.Equal("#plate-PL-0001", link.Address(Profile.Report));
        Assert.Equal("#values", new ReportLink("values").Address(Profile.Screen));
    }

    [Fact]
    public void A_row_as_long_as_the_table_is_wide_is_demanded() =>
        Assert.Throws<ArgumentException>(() => new ReportTable("t", Bilingual.Same("T"),
            [new(Bilingual.Same("A")), new(Bilingual.Same("B"))], [new ReportRow([ReportCell.Empty])]));
}
