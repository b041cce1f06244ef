using Medulla.Statistics.Discrimination;

namespace Medulla.Statistics.Tests.Discrimination;

public sealed class BinomialProportionTests
{
    [Fact]
    public void Nobody_of_ten_worked_by_hand()
    {
        var proportion = new BinomialProportion(0, 10);
        var square = 1.959963984540054 * 1.959963984540054;

        Assert.Equal(0, proportion.Wilson().Lower);
        Assert.Equal(square / (10 + square), proportion.Wilson().Upper, 1e-14);
        Assert.Equal(0, proportion.ClopperPearson().Lower);
        Assert.Equal(1 - Math.Pow(0.025, 0.1), proportion.ClopperPearson().Upper, 1e-14);
        Assert.Equal(Math.Pow(0.5, 9), proportion.ProbabilityIfShareWere(0.5), 1e-15);
    }

    [Fact]
    public void Counting_the_others_mirrors_every_interval_and_the_exact_one_is_the_wider()
    {
        for (var total = 1; total <= 40; total++)
            for (var count = 0; count <= total; count++)
            {
                var (one, other) = (new BinomialProportion(count, total), new BinomialProportion(total - count, total));
                Assert.Equal(one.Wilson().Lower, 1 - other.Wilson().Upper, 1e-12);
                Assert.Equal(one.ClopperPearson().Lower, 1 - other.ClopperPearson().Upper, 1e-12);
                Assert.Equal(one.Jeffreys().Lower, 1 - other.Jeffreys().Upper, 1e-12);
                Assert.True(one.ClopperPearson().Contains(one.Estimate) && one.Wilson().Contains(one.Estimate));
                Assert.True(one.ClopperPearson().Lower <= one.Jeffreys().Lower + 1e-12);
            }
    }

    [Fact]
    public void A_count_beyond_the_total_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinomialProportion(11, 10));
}
