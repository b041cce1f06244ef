namespace Medulla.Qualification.Tests;

public sealed class DataFileTests
{
    [Fact]
    public void Mark_quotes_and_missing_values_are_understood()
    {
        var file = DataFile.Parse("t.csv", "\uFEFFid,\"a, b\",x\n1,\"say \"\"no\"\"\",NA\n2,,3.5\n".TrimStart('\uFEFF'));

        Assert.Equal(["id", "a, b", "x"], file.Data.ColumnNames);
        Assert.Equal("say \"no\"", file.Data.Text("a, b", 0));
        Assert.True(file.Data.IsMissing("a, b", 1) && file.Data.IsMissing("x", 0));
        Assert.Equal(3.5, file.Data.Number("x", 1));
        Assert.Empty(file.Notes);
    }

    [Fact]
    public void A_decimal_comma_is_read_and_said()
    {
        var file = DataFile.Parse("t.csv", "id;leptin\n1;3\n2;4,25\n");

        Assert.Equal(4.25, file.Data.Number("leptin", 1));
        Assert.Equal(["Found decimal commas in the column leptin, such as '4,25' at line 3: read as 4.25."], file.Notes);
    }

    [Theory]
    [InlineData("", "Found nothing in t.csv. Expected the names of its columns in the first line.")]
    [InlineData("a,b\n", "Found a header and no rows in t.csv. Expected one row per participant.")]
    [InlineData("a,b\n1,2\n3\n", "Found 1 fields at line 3 of t.csv. Expected 2, one for each of a, b.")]
    [InlineData("a,b,a\n1,2,3\n", "Found the name 'a' for columns 1 and 3 of t.csv. Expected each name once.")]
    [InlineData("a,,b\n1,2,3\n", "Found no name for column 2 in the first line of t.csv. Expected a name for each column.")]
    public void A_file_that_is_no_table_is_refused_by_its_fault(string text, string message) =>
        Assert.Equal(message, Assert.Throws<DataFileException>(() => DataFile.Parse("t.csv", text)).Message);
}
