using Medulla.Statistics.Association;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Association;

public sealed class KendallCorrelationTests
{
    [Fact]
    public void Worked_by_hand_for_four_pairs()
    {
        var correlation = KendallCorrelation.Of([1, 2, 3, 4], [1, 2, 4, 3], KendallMethod.Exact);

        // One pair of six is discordant: S = 5 − 1. Of 24 orders one has none, three have one: p = 2 × 4/24.
        Assert.Equal(4.0 / 6, correlation.Estimate, 1e-15);
        Assert.Equal(5, correlation.Concordant);
        Assert.Equal(2 * 4.0 / 24, correlation.Probability, 1e-15);
    }

    [Fact]
    public void Tied_pairs_count_in_neither_direction_and_leave_the_denominator()
    {
        var correlation = KendallCorrelation.Of([1, 1, 2, 3], [1, 2, 2, 2]);

        // Of six pairs, (1,1)–(2,2), (1,1)–(3,2) concordant; one tie in x, three in y: 2 / √(5 × 3).
        Assert.Equal(2, correlation.Difference);
        Assert.Equal(2 / Math.Sqrt(15), correlation.Estimate, 1e-15);
    }

    [Fact]
    public void Counts_what_looking_at_every_pair_counts()
    {
        var random = new Random(7);
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var count = random.Next(4, 80);
            var levels = random.Next(2, 60);
            double[] x = [0, 1, .. Enumerable.Range(2, count - 2).Select(_ => (double)random.Next(levels))];
            double[] y = [0, 1, .. Enumerable.Range(2, count - 2).Select(_ => (double)random.Next(levels))];
            var difference = 0;
            for (var one = 0; one < count; one++)
                for (var other = 0; other < one; other++)
                    difference += Math.Sign(x[one] - x[other]) * Math.Sign(y[one] - y[other]);

            Assert.Equal(difference, KendallCorrelation.Of(x, y).Difference);
        }
    }

    [Fact]
    public void Exact_probability_is_the_share_of_orders_as_far_from_zero()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        foreach (var y in Orders([1, 2, 3, 4, 5, 6]).Where((_, place) => place % 37 == 0))
        {
            var observed = Math.Abs(KendallCorrelation.Of(x, y).Difference);
            var share = Orders([1, 2, 3, 4, 5, 6]).Average(order =>
                Math.Abs(KendallCorrelation.Of(x, order).Difference) >= observed ? 1.0 : 0);

            Assert.Equal(share, KendallCorrelation.Of(x, y, KendallMethod.Exact).Probability, 1e-12);
        }
    }

    [Fact]
    public void A_perfect_order_has_no_interval_and_ties_no_exact_probability()
    {
        Assert.Null(KendallCorrelation.Of([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]).Confidence());
        Assert.Null(KendallCorrelation.Of([1, 2, 3, 4], [1, 2, 4, 3]).Confidence());
        Assert.Equal(KendallMethod.Normal, KendallCorrelation.Of([1, 1, 2, 3], [1, 2, 3, 4], KendallMethod.Exact).Method);
        Assert.True(KendallCorrelation.Of([1, 2, 3, 4, 5, 6], [1, 3, 2, 4, 6, 5]).Confidence()!.Value.Contains(0.733));
    }

    [Fact]
    public void Names_what_cannot_be_correlated()
    {
        double[] many = [.. Enumerable.Range(0, 501).Select(value => (double)value)];
        var tooMany = Assert.Throws<ArgumentException>(() => KendallCorrelation.Of(many, many, KendallMethod.Exact));
        var constant = Assert.Throws<ArgumentException>(() => KendallCorrelation.Of([1, 2, 3], [5, 5, 5]));

        Assert.StartsWith("Found 501 pairs. Expected at most 500 for the exact method", tooMany.Message);
        Assert.StartsWith("Found 5 in every pair.", constant.Message);
    }

    [Fact]
    public void Partial_correlation_worked_by_hand()
    {
        // With one column held: (rxy − rxz ryz) / √((1 − rxz²)(1 − ryz²)).
        double[] x = [1, 3, 2, 5, 4, 6], y = [2, 1, 4, 3, 6, 5], z = [1, 2, 2, 3, 5, 4];
        double xy = PearsonCorrelation.Of(x, y).Estimate, xz = PearsonCorrelation.Of(x, z).Estimate,
            yz = PearsonCorrelation.Of(y, z).Estimate;
        var partial = PartialCorrelation.Of(x, y, [new Covariate("z", z)]);

        Assert.Equal((xy - xz * yz) / Math.Sqrt((1 - xz * xz) * (1 - yz * yz)), partial.Estimate, 1e-13);
        Assert.Equal(3, partial.DegreesOfFreedom);
        Assert.True(partial.Confidence()!.Value.Contains(partial.Estimate));
    }

    [Fact]
    public void A_column_that_the_held_ones_explain_is_not_estimable()
    {
        double[] x = [1, 3, 2, 5, 4, 6], y = [2, 1, 4, 3, 6, 5];
        double[] twice = [.. x.Select(value => 2 * value + 1)];

        var collinear = Assert.Throws<NotEstimableException>(() =>
            PartialCorrelation.Of(x, y, [new Covariate("x twice", twice)]));
        Assert.Equal(NotEstimableCause.Collinear, collinear.Cause);
        Assert.Throws<ArgumentException>(() => PartialCorrelation.Of(x, y, []));
        Assert.Throws<ArgumentException>(() => PartialCorrelation.Of([1, 2, 4], [2, 1, 3], [new Covariate("z", [1, 2, 2])]));
    }

    static IEnumerable<double[]> Orders(double[] values) => values.Length == 1
        ? [values]
        : values.SelectMany(first => Orders([.. values.Where(value => value != first)]), (first, rest) => (double[])[first, .. rest]);
}
