using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Tests.Distributions;

public sealed class DistributionTests
{
    [Fact]
    public void Distributions_with_a_formula_agree_with_it()
    {
        foreach (var x in new[] { 0.001, 0.1, 0.5, 1, 2.5, 7, 30 })
        {
            Assert.Equal(0.5 + Math.Atan(x) / Math.PI, StudentT.Cumulative(x, 1), 1e-13);
            Assert.Equal(Math.Exp(-x / 2), ChiSquared.UpperTail(x, 2), 1e-13);
            Assert.Equal(1 / (1 + x), FisherSnedecor.UpperTail(x, 2, 2), 1e-13);
            Assert.Equal(StudentT.TwoSided(x, 7), FisherSnedecor.UpperTail(x * x, 1, 7), 1e-13);
            Assert.Equal(StandardNormal.TwoSided(x), ChiSquared.UpperTail(x * x, 1), 1e-13);
        }

        Assert.Equal(Math.Pow(0.3, 4), Beta.Cumulative(0.3, 4, 1), 1e-15);
    }

    [Fact]
    public void Far_tails_keep_their_digits()
    {
        // x e^(−x/2) series: P(χ²₄ > x) = e^(−x/2)(1 + x/2).
        Assert.Equal(1, ChiSquared.UpperTail(400, 4) / (Math.Exp(-200) * 201), 1e-12);

        // Mills' ratio: Φ(−z) = φ(z)/z × (1 − 1/z² + 3/z⁴ − 15/z⁶ …).
        Assert.Equal(1, StandardNormal.UpperTail(30)
            / (StandardNormal.Density(30) / 30 * (1 - 1 / 900.0 + 3 / 810_000.0 - 15 / 729_000_000.0)), 1e-9);
        Assert.Equal(2 / Math.PI * Math.Atan(1e-8), StudentT.TwoSided(1e8, 1), 1e-20);
    }

    [Fact]
    public void Quantiles_undo_probabilities()
    {
        foreach (var probability in new[] { 1e-10, 0.001, 0.025, 0.5, 0.9, 0.975, 0.9999 })
        {
            Assert.Equal(probability, StandardNormal.Cumulative(StandardNormal.Quantile(probability)), 1e-14);
            foreach (var degrees in new[] { 1, 2.7, 30, 1000 })
            {
                Assert.Equal(probability, StudentT.Cumulative(StudentT.Quantile(probability, degrees), degrees), 1e-13);
                Assert.Equal(probability, ChiSquared.Cumulative(ChiSquared.Quantile(probability, degrees), degrees), 1e-13);
                Assert.Equal(probability,
                    FisherSnedecor.Cumulative(FisherSnedecor.Quantile(probability, degrees, 9), degrees, 9), 1e-13);
                Assert.Equal(probability, Beta.Cumulative(Beta.Quantile(probability, degrees, 3), degrees, 3), 1e-13);
            }
        }
    }

    [Fact]
    public void A_probability_of_0_or_1_has_no_quantile()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StandardNormal.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.Quantile(double.NaN, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.TwoSided(1, 0));
    }
}
