using Medulla.Statistics.Agreement;

namespace Medulla.Statistics.Tests.Agreement;

public sealed class AgreementTests
{
    [Fact]
    public void Limits_of_agreement_worked_by_hand()
    {
        var agreement = BlandAltman.Of([2, 4, 6, 8], [1, 5, 5, 9]);

        // Differences 1, −1, 1, −1: no bias, variance 4/3.
        Assert.Equal(0, agreement.Bias, 1e-15);
        Assert.Equal(Math.Sqrt(4.0 / 3), agreement.StandardDeviation, 1e-15);
        Assert.Equal(1.959963984540054 * Math.Sqrt(4.0 / 3), agreement.Upper.Estimate, 1e-13);
        Assert.Equal(-agreement.Upper.Confidence.Upper, agreement.Lower.Confidence.Lower, 1e-12);
        Assert.Equal(1, agreement.BiasProbability, 1e-12);
    }

    [Fact]
    public void Exact_intervals_of_a_limit_hold_it_as_often_as_they_say()
    {
        var random = new Random(21);
        var held = 0;
        const int Repeats = 500;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            double[] second = new double[8], first = [.. second.Select(_ => Normal(random))];
            if (BlandAltman.Of(first, second).Upper.Confidence.Contains(1.959963984540054))
                held++;
        }

        // 95 % within 3.5 Monte Carlo standard errors.
        Assert.InRange(held / (double)Repeats, 0.95 - 0.0342, 0.95 + 0.0342);
    }

    [Fact]
    public void A_bias_that_grows_is_a_slope()
    {
        double[] x = [1, 2, 3, 4, 5.5, 7], y = [.. x.Select(value => 2 * value)];
        var agreement = BlandAltman.Of(y, x);

        // Difference x, mean 1.5 x.
        Assert.Equal(1 / 1.5, agreement.Slope!.Value, 1e-13);
        Assert.True(agreement.SlopeProbability < 1e-6);
        Assert.Null(BlandAltman.Of([1, 2, 3], [3, 2, 1]).Slope);
    }

    [Fact]
    public void Passing_and_Bablok_find_a_line_in_spite_of_an_outlier()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        double[] y = [.. x.Select(value => 1 + 2 * value)];
        y[5] = 100;
        var line = PassingBablok.Of(x, y);

        Assert.Equal(2, line.Slope, 1e-12);
        Assert.Equal(1, line.Intercept, 1e-12);
        Assert.True(line.SlopeConfidence.Contains(2) && line.InterceptConfidence.Contains(1));
        Assert.Null(line.LinearityProbability);
    }

    [Fact]
    public void Passing_and_Bablok_turn_round_with_the_methods()
    {
        var random = new Random(22);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            double[] x = [.. Enumerable.Range(0, 31).Select(_ => 10 + 90 * random.NextDouble())];
            double[] y = [.. x.Select(value => 3 + 1.2 * value + 4 * Normal(random))];
            var (there, back) = (PassingBablok.Of(x, y), PassingBablok.Of(y, x));

            Assert.Equal(1, there.Slope * back.Slope, 1e-2);
            Assert.Equal(1, there.SlopeConfidence.Lower * back.SlopeConfidence.Upper, 1e-2);
            Assert.InRange(there.LinearityProbability!.Value, 0, 1);
        }
    }

    [Fact]
    public void A_bent_relation_is_not_linear()
    {
        double[] x = [.. Enumerable.Range(1, 60).Select(value => (double)value)];
        double[] y = [.. x.Select(value => value * value)];

        Assert.True(PassingBablok.Of(x, y).LinearityProbability < 0.01);
    }

    [Fact]
    public void Deming_worked_by_hand()
    {
        // Sxx = 2, Syy = 2, Sxy = 1: (0 + √(0 + 4)) / 2 = 1, through the means (1, 1).
        var line = DemingRegression.Of([0, 1, 2], [0, 2, 1]);

        Assert.Equal(1, line.Slope, 1e-14);
        Assert.Equal(0, line.Intercept, 1e-14);
        Assert.True(line.SlopeConfidence().Contains(1) && line.InterceptConfidence().Contains(0));
    }

    [Fact]
    public void Deming_turns_round_with_the_methods_and_nears_least_squares()
    {
        var random = new Random(23);
        double[] x = [.. Enumerable.Range(0, 25).Select(_ => 10 * random.NextDouble())];
        double[] y = [.. x.Select(value => 1 + 0.7 * value + Normal(random))];
        double xMean = x.Average(), yMean = y.Average();
        var leastSquares = x.Zip(y, (one, other) => (one - xMean) * (other - yMean)).Sum()
            / x.Sum(one => (one - xMean) * (one - xMean));

        Assert.Equal(1 / DemingRegression.Of(x, y, 4).Slope, DemingRegression.Of(y, x, 0.25).Slope, 1e-12);
        Assert.Equal(leastSquares, DemingRegression.Of(x, y, 1e10).Slope, 1e-8);
        // Leaving each out anew gives the same standard error.
        double[] without = [.. Enumerable.Range(0, 25).Select(left => DemingRegression.Of(
            [.. x.Where((_, index) => index != left)], [.. y.Where((_, index) => index != left)], 4).Slope)];
        var mean = without.Average();
        Assert.Equal(Math.Sqrt(24.0 / 25 * without.Sum(one => (one - mean) * (one - mean))),
            DemingRegression.Of(x, y, 4).SlopeStandardError, 1e-11);
    }

    [Fact]
    public void Concordance_worked_by_hand()
    {
        // Same spread, shifted by 1: 2 × 2 / (2 + 2 + 3) on sums; correlation 1, accuracy 4/7.
        var concordance = ConcordanceCorrelation.Of([1, 2, 3], [2, 3, 4]);

        Assert.Equal(4.0 / 7, concordance.Estimate, 1e-14);
        Assert.Equal(4.0 / 7, concordance.Accuracy!.Value, 1e-14);
        Assert.Null(concordance.Confidence());
        var random = new Random(24);
        double[] x = [.. Enumerable.Range(0, 30).Select(_ => Normal(random))];
        double[] y = [.. x.Select(value => value + 0.3 * Normal(random))];
        var near = ConcordanceCorrelation.Of(x, y);
        Assert.True(near.Confidence()!.Value.Contains(near.Estimate) && near.Estimate <= near.Correlation);
    }

    [Fact]
    public void Names_what_cannot_be_compared()
    {
        Assert.StartsWith("Found 2 and 3 values.",
            Assert.Throws<ArgumentException>(() => BlandAltman.Of([1, 2], [1, 2, 3])).Message);
        Assert.StartsWith("Found the same difference in every specimen.",
            Assert.Throws<ArgumentException>(() => BlandAltman.Of([1, 2, 3], [2, 3, 4])).Message);
        Assert.StartsWith("Found 2 specimens.",
            Assert.Throws<ArgumentException>(() => DemingRegression.Of([1, 2], [2, 3])).Message);
        Assert.Throws<ArgumentException>(() => PassingBablok.Of([1, 2, 3], [3, 2, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DemingRegression.Of([1, 2, 3], [2, 3, 5], 0));
    }

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
