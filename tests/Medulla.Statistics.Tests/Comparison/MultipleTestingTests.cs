using Medulla.Statistics.Comparison;

namespace Medulla.Statistics.Tests.Comparison;

public sealed class MultipleTestingTests
{
    [Theory]
    [InlineData(Adjustment.Bonferroni, 0.03, 0.09, 0.12)]
    [InlineData(Adjustment.Holm, 0.03, 0.06, 0.06)]
    [InlineData(Adjustment.Hochberg, 0.03, 0.04, 0.04)]
    [InlineData(Adjustment.BenjaminiHochberg, 0.03, 0.04, 0.04)]
    public void Three_tests_worked_by_hand(Adjustment adjustment, double smallest, double middle, double largest)
    {
        var adjusted = MultipleTesting.Adjust([0.04, 0.01, 0.03], adjustment);

        Assert.Equal(largest, adjusted[0], 1e-15);
        Assert.Equal(smallest, adjusted[1], 1e-15);
        Assert.Equal(middle, adjusted[2], 1e-15);
    }

    [Fact]
    public void The_order_of_the_tests_is_kept()
    {
        var random = new Random(71);
        foreach (var adjustment in Enum.GetValues<Adjustment>())
        {
            var probabilities = Enumerable.Range(0, 20).Select(_ => Math.Pow(random.NextDouble(), 3)).ToArray();
            var adjusted = MultipleTesting.Adjust(probabilities, adjustment);

            Assert.All(adjusted.Zip(probabilities), pair => Assert.InRange(pair.First, pair.Second, 1));
            var inOrder = probabilities.Zip(adjusted).OrderBy(pair => pair.First).Select(pair => pair.Second).ToArray();
            Assert.Equal(inOrder.Order(), inOrder);
        }

        Assert.Empty(MultipleTesting.Adjust([], Adjustment.Holm));
    }

    [Fact]
    public void Names_what_is_no_probability() => Assert.StartsWith(
        "Found the probability 1.2 at index 1. Expected from 0 to 1.",
        Assert.Throws<ArgumentException>(() => MultipleTesting.Adjust([0.5, 1.2], Adjustment.Holm)).Message);
}
