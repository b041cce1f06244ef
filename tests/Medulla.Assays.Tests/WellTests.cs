namespace Medulla.Assays.Tests;

public sealed class WellTests
{
    [Theory]
    [InlineData("A1", 'A', 1)]
    [InlineData("a01", 'A', 1)]
    [InlineData("H12", 'H', 12)]
    [InlineData("P24", 'P', 24)]
    public void Reads_row_and_column(string text, char row, int column) =>
        Assert.Equal(new Well(row, column), Well.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("A0")]
    [InlineData("Q1")]
    [InlineData("A25")]
    [InlineData("A+1")]
    [InlineData("A 1")]
    [InlineData("A001")]
    [InlineData("1A")]
    public void Names_the_text_that_is_no_well(string text)
    {
        Assert.False(Well.TryParse(text, out _));
        Assert.Equal(
            $"Found '{text}'. Expected a well such as A1.", Assert.Throws<FormatException>(() => Well.Parse(text)).Message);
    }

    [Fact]
    public void Every_well_of_the_largest_plate_is_read_back_as_written()
    {
        var wells = Enumerable.Range('A', 16)
            .SelectMany(row => Enumerable.Range(1, 24).Select(column => new Well((char)row, column))).ToList();

        Assert.Equal(384, wells.Count);
        Assert.Equal(wells, wells.Select(well => Well.Parse(well.ToString())));
        Assert.Equal(wells, wells.AsEnumerable().Reverse().Order());
    }

    [Fact]
    public void Refuses_a_row_or_column_that_no_plate_has()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Well('Q', 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Well('A', 25));
    }
}
