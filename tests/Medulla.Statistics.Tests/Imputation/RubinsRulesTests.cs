using Medulla.Statistics.Imputation;

namespace Medulla.Statistics.Tests.Imputation;

public sealed class RubinsRulesTests
{
    [Fact]
    public void Worked_by_hand()
    {
        var pooled = RubinsRules.Pool([1, 2, 3], [1, 2, 3]);

        // Within 2, between 1, total 2 + 4/3; share (4/3)/(10/3) = 0.4, degrees 2/0.16.
        Assert.Equal(2, pooled.Estimate, 1e-15);
        Assert.Equal(10.0 / 3, pooled.TotalVariance, 1e-14);
        Assert.Equal(12.5, pooled.DegreesOfFreedom!.Value, 1e-12);
        Assert.Equal(2.0 / 3, pooled.RelativeIncrease, 1e-14);
        Assert.Equal((2.0 / 3 + 2 / 15.5) / (5.0 / 3), pooled.MissingInformation, 1e-14);
        Assert.True(pooled.Confidence().Contains(2));
        Assert.Equal(1, pooled.ProbabilityIfValueWere(2), 1e-14);
    }

    [Fact]
    public void Degrees_stay_below_those_of_complete_data()
    {
        var random = new Random(31);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            double[] estimates = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
            var pooled = RubinsRules.Pool(estimates, [1, 1.1, 0.9, 1, 1], completeDegreesOfFreedom: 82);
            var unlimited = RubinsRules.Pool(estimates, [1, 1.1, 0.9, 1, 1]);

            Assert.True(pooled.DegreesOfFreedom < 82 && pooled.DegreesOfFreedom < unlimited.DegreesOfFreedom);
            Assert.InRange(pooled.MissingInformation, 0, 1);
        }
    }

    [Fact]
    public void Without_spread_between_data_sets_nothing_is_missing()
    {
        var pooled = RubinsRules.Pool([1, 1], [4, 4]);

        Assert.Null(pooled.DegreesOfFreedom);
        Assert.Equal(0, pooled.MissingInformation);
        Assert.Equal(1 + 2 * 1.959963984540054, pooled.Confidence().Upper, 1e-12);
        Assert.Equal(1 / 2.0, pooled.Estimate / pooled.StandardError, 1e-15);
    }

    [Fact]
    public void Names_what_cannot_be_pooled()
    {
        Assert.StartsWith("Found 1 estimates and 1 variances.",
            Assert.Throws<ArgumentException>(() => RubinsRules.Pool([1], [1])).Message);
        Assert.StartsWith("Found the estimate 2 and the variance 0 at index 1.",
            Assert.Throws<ArgumentException>(() => RubinsRules.Pool([1, 2], [1, 0])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RubinsRules.Pool([1, 2], [1, 1], 0));
    }
}
