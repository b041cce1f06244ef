using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class RestrictedMeanTests
{
    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        // Curve 1 to 1, 3/4 to 3, 3/8 from then on: area to 4 is 1 + 2 × 3/4 + 3/8.
        // Variance: (area after 1)² × 1/(4 × 3) + (area after 3)² × 1/(2 × 1).
        var mean = KaplanMeier.Estimate(Cohorts.Read("1 2+ 3 5+")).RestrictedMeanUpTo(4);

        Assert.Equal(2.875, mean.Mean, 1e-14);
        Assert.Equal(Math.Sqrt(1.875 * 1.875 / 12 + 0.375 * 0.375 / 2), mean.StandardError, 1e-14);
    }

    [Fact]
    public void Difference_and_ratio_of_two_means_worked_by_hand()
    {
        var contrast = new RestrictedMean(10, 6, 0.3).Against(new RestrictedMean(10, 5, 0.4));

        Assert.Equal((1, 0.5), (contrast.Difference, contrast.StandardError));
        Assert.Equal(1 - 1.959963984540054 * 0.5, contrast.Confidence.Lower, 1e-14);
        Assert.Equal(1.2 * Math.Exp(1.959963984540054 * Math.Sqrt(0.05 * 0.05 + 0.08 * 0.08)), contrast.RatioConfidence.Upper, 1e-14);
    }

    [Fact]
    public void A_mean_beyond_the_last_follow_up_carries_the_curve_on() =>
        Assert.Equal(1 + 0.5 * 9, KaplanMeier.Estimate(Cohorts.Read("1 2+")).RestrictedMeanUpTo(10).Mean, 1e-14);

    [Fact]
    public void Without_events_nothing_varies()
    {
        var mean = KaplanMeier.Estimate(Cohorts.Read("3+ 5+")).RestrictedMeanUpTo(4);

        Assert.Equal((4, 0), (mean.Mean, mean.StandardError));
        Assert.Null(mean.Against(mean).Probability);
    }

    [Fact]
    public void Says_what_it_expects()
    {
        var horizons = Assert.Throws<ArgumentException>(() =>
            new RestrictedMean(10, 6, 0.3).Against(new RestrictedMean(9, 5, 0.4)));

        Assert.StartsWith("Found two horizons. Expected one for both groups.", horizons.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([new(3, true)]).RestrictedMeanUpTo(0));
    }
}
