using Medulla.Statistics.Association;

namespace Medulla.Statistics.Tests.Association;

public sealed class CorrelationTests
{
    [Fact]
    public void Spearman_worked_by_hand_for_four_pairs()
    {
        var correlation = SpearmanCorrelation.Of([10, 20, 30, 40], [1, 2, 4, 3], SpearmanMethod.Exact);

        // Σ d² = 2; of 24 orders one has 0 and three have 2.
        Assert.Equal(0.8, correlation.Estimate, 1e-15);
        Assert.Equal(2, correlation.SumOfSquares, 1e-12);
        Assert.Equal(2 * 4.0 / 24, correlation.Probability, 1e-15);
    }

    [Fact]
    public void Pearson_worked_by_hand_for_three_pairs()
    {
        var correlation = PearsonCorrelation.Of([1, 2, 3], [1, 3, 2]);

        // On one degree of freedom, t is Cauchy: r = 1/2 gives t = 1/√3, an angle of 30°.
        Assert.Equal(0.5, correlation.Estimate, 1e-15);
        Assert.Equal(2.0 / 3, correlation.Probability, 1e-14);
        Assert.Null(correlation.Confidence());
    }

    [Fact]
    public void Ranks_see_no_difference_between_a_column_and_a_rising_function_of_it()
    {
        var random = new Random(51);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var x = Enumerable.Range(0, 20).Select(_ => (double)random.Next(12)).ToArray();
            var y = Enumerable.Range(0, 20).Select(_ => random.NextDouble()).ToArray();
            var plain = SpearmanCorrelation.Of(x, y);
            var bent = SpearmanCorrelation.Of([.. x.Select(Math.Exp)], y);
            var turned = SpearmanCorrelation.Of([.. x.Select(value => -value)], y);

            Assert.Equal(plain.Estimate, bent.Estimate, 1e-14);
            Assert.Equal(plain.Estimate, -turned.Estimate, 1e-14);
            Assert.Equal(plain.Probability, turned.Probability, 1e-12);
            Assert.True(plain.Confidence()!.Value.Contains(plain.Estimate));
        }
    }

    [Fact]
    public void Ties_turn_the_exact_method_into_the_approximation()
    {
        var correlation = SpearmanCorrelation.Of([1, 1, 2, 3], [1, 2, 3, 4], SpearmanMethod.Exact);

        Assert.Equal(SpearmanMethod.StudentT, correlation.Method);
        Assert.Contains("t approximation", correlation.Convention);
    }

    [Fact]
    public void A_perfect_line_has_no_interval()
    {
        var correlation = PearsonCorrelation.Of([1, 2, 3, 4], [2, 4, 6, 8]);

        Assert.Equal(1, correlation.Estimate, 1e-15);
        Assert.Equal(0, correlation.Probability, 1e-7);
    }

    [Fact]
    public void Names_what_cannot_be_correlated()
    {
        var constant = Assert.Throws<ArgumentException>(() => PearsonCorrelation.Of([1, 2, 3], [5, 5, 5]));
        var missing = Assert.Throws<ArgumentException>(() => SpearmanCorrelation.Of([1, double.NaN, 3], [5, 6, 7]));

        Assert.StartsWith("Found 5 in every pair. Expected values that differ.", constant.Message);
        Assert.StartsWith("Found NaN at index 1.", missing.Message);
        Assert.Throws<ArgumentException>(() => PearsonCorrelation.Of([1, 2], [1, 2]));
    }
}
