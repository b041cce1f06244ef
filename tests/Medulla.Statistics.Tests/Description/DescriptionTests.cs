using Medulla.Statistics.Description;

namespace Medulla.Statistics.Tests.Description;

public sealed class DescriptionTests
{
    [Theory]
    [InlineData(QuantileType.InverseDistribution, 1)]
    [InlineData(QuantileType.AveragedInverseDistribution, 1.5)]
    [InlineData(QuantileType.NearestEven, 1)]
    [InlineData(QuantileType.LinearDistribution, 1)]
    [InlineData(QuantileType.Hazen, 1.5)]
    [InlineData(QuantileType.Weibull, 1.25)]
    [InlineData(QuantileType.Linear, 1.75)]
    public void Lower_quartile_of_one_to_four_worked_by_hand(QuantileType type, double expected) =>
        Assert.Equal(expected, Quantiles.Of([4, 1, 3, 2], 0.25, type), 1e-14);

    [Fact]
    public void Every_type_rises_from_the_smallest_to_the_largest()
    {
        var random = new Random(61);
        foreach (var type in Enum.GetValues<QuantileType>())
        {
            var values = Enumerable.Range(0, 23).Select(_ => random.NextDouble()).ToArray();
            var quantiles = Enumerable.Range(0, 101).Select(share => Quantiles.Of(values, share / 100.0, type)).ToArray();

            Assert.Equal(quantiles.Order(), quantiles);
            Assert.Equal((values.Min(), values.Max()), (quantiles[0], quantiles[^1]));
        }
    }

    [Fact]
    public void Summary_counts_what_is_missing()
    {
        var summary = Summary.Of([2, null, 4, 6, null]);

        Assert.Equal(new Summary(3, 2, 4, 2, 2, 3, 4, 5, 6), summary);
        Assert.Equal(new Summary(0, 1, null, null, null, null, null, null, null), Summary.Of([null]));
        Assert.Null(Summary.Of([7]).StandardDeviation);
    }

    [Fact]
    public void Names_the_value_that_is_no_number()
    {
        var missing = Assert.Throws<ArgumentException>(() => Quantiles.Of([1, double.NaN], 0.5));
        var nothing = Assert.Throws<ArgumentException>(() => Quantiles.Of([], 0.5));

        Assert.StartsWith("Found NaN at index 1.", missing.Message);
        Assert.StartsWith("Found no values.", nothing.Message);
    }
}
