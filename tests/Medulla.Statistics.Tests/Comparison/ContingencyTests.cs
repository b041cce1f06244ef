using Medulla.Statistics.Comparison;

namespace Medulla.Statistics.Tests.Comparison;

public sealed class ContingencyTests
{
    [Fact]
    public void The_lady_tasting_tea_worked_by_hand()
    {
        var test = FisherExact.Of(ContingencyTable.Of([3, 1], [1, 3]));

        // (16 + 16 + 1 + 1) of 70 tables are as unlikely.
        Assert.Equal(34.0 / 70, test.Probability, 1e-14);
        Assert.True(test.Confidence!.Value.Contains(test.OddsRatio!.Value));
    }

    [Fact]
    public void An_empty_cell_gives_an_odds_ratio_without_an_upper_end()
    {
        var test = FisherExact.Of(ContingencyTable.Of([4, 0], [1, 3]));

        Assert.Equal(double.PositiveInfinity, test.OddsRatio);
        Assert.Equal(double.PositiveInfinity, test.Confidence!.Value.Upper);
        Assert.InRange(test.Confidence.Value.Lower, 0.1, 10);
    }

    [Fact]
    public void Exchanging_rows_turns_the_odds_ratio_over()
    {
        var test = FisherExact.Of(ContingencyTable.Of([10, 3], [5, 9]));
        var turned = FisherExact.Of(ContingencyTable.Of([5, 9], [10, 3]));

        Assert.Equal(test.OddsRatio!.Value, 1 / turned.OddsRatio!.Value, 1e-12);
        Assert.Equal(test.Confidence!.Value.Lower, 1 / turned.Confidence!.Value.Upper, 1e-12);
        Assert.Equal(test.Probability, turned.Probability, 1e-12);
    }

    [Fact]
    public void Turning_a_larger_table_changes_nothing()
    {
        var random = new Random(41);
        for (var repeat = 0; repeat < 30; repeat++)
        {
            int[][] rows = [.. Enumerable.Range(0, 3).Select(_ => new[] { random.Next(1, 9), random.Next(1, 9) })];
            var (table, turned) = (ContingencyTable.Of(rows),
                ContingencyTable.Of([.. Enumerable.Range(0, 2).Select(column => rows.Select(row => row[column]).ToArray())]));

            Assert.Equal(FisherExact.Of(table).Probability, FisherExact.Of(turned).Probability, 1e-11);
            Assert.Equal(ChiSquaredTest.Of(table).ChiSquare, ChiSquaredTest.Of(turned).ChiSquare, 1e-11);
        }
    }

    [Fact]
    public void Chi_square_worked_by_hand()
    {
        var plain = ChiSquaredTest.Of(ContingencyTable.Of([10, 20], [30, 20]));
        var corrected = ChiSquaredTest.Of(ContingencyTable.Of([10, 20], [30, 20]), continuityCorrection: true);

        // Expected 15 and 15 over 25 and 25: distances of 5, of 4.5 when corrected.
        Assert.Equal(2 * (25.0 / 15 + 25.0 / 25), plain.ChiSquare, 1e-13);
        Assert.Equal(2 * (20.25 / 15 + 20.25 / 25), corrected.ChiSquare, 1e-13);
        Assert.Equal(15, plain.SmallestExpected);
    }

    [Fact]
    public void Counts_categories_in_rising_order()
    {
        var table = ContingencyTable.Of(["b", "a", "b", "b"], [1, 1, 2, 2]);

        Assert.Equal((1, 0, 1, 2), (table[0, 0], table[0, 1], table[1, 0], table[1, 1]));
        Assert.Equal(4, table.Total);
    }

    [Fact]
    public void Names_what_is_no_table()
    {
        var negative = Assert.Throws<ArgumentException>(() => ContingencyTable.Of([1, 2], [3, -4]));
        var empty = Assert.Throws<ArgumentException>(() => ContingencyTable.Of([1, 0], [3, 0]));

        Assert.StartsWith("Found -4 in row 1, column 1. Expected 0 or more.", negative.Message);
        Assert.StartsWith("Found a row or column without participants.", empty.Message);
    }
}
