using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Tests.Resampling;

public sealed class BootstrapIntervalTests
{
    static readonly double[] Replicates = [1, 2, 3, 4, 5];

    [Fact]
    public void Worked_by_hand()
    {
        // Type-7 quantiles of 1 to 5 at 0.25 and 0.75 are 2 and 4. Mean 3, standard deviation √2.5.
        var interval = new BootstrapInterval(2.5, Replicates, 0.5);

        Assert.Equal((2, 4), (interval.Percentile.Lower, interval.Percentile.Upper));
        Assert.Equal((1, 3), (interval.Basic.Lower, interval.Basic.Upper));
        Assert.Equal(0.5, interval.Bias, 1e-15);
        Assert.Equal(2 - 0.6744897501960817 * Math.Sqrt(2.5), interval.Normal.Lower, 1e-12);
    }

    [Fact]
    public void Accelerated_is_the_percentile_interval_without_bias_and_skewness()
    {
        // Two of four replicates lie below 2.5 and the jackknife is symmetric: nothing is shifted.
        var interval = new BootstrapInterval(2.5, [1, 2, 3, 4], 0.9);
        var accelerated = interval.Accelerated([-1, 0, 1])!;

        Assert.Equal((0, 0), (accelerated.BiasCorrection, accelerated.Acceleration));
        Assert.Equal(interval.Percentile.Lower, accelerated.Limits.Lower, 1e-12);
        Assert.Equal(0.95, accelerated.UpperShare, 1e-12);
    }

    [Fact]
    public void Accelerated_does_not_exist_when_every_replicate_lies_on_one_side()
    {
        Assert.Null(new BootstrapInterval(0, Replicates).Accelerated([1, 2, 3]));
        Assert.Null(new BootstrapInterval(9, Replicates).BiasCorrection);
    }

    [Fact]
    public void Needs_two_replicates() =>
        Assert.Contains("Found 1 replicates. Expected at least two",
            Assert.Throws<ArgumentException>(() => new BootstrapInterval(0, [1])).Message, StringComparison.Ordinal);
}
