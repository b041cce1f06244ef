using Medulla.Statistics.Comparison;
using Medulla.Statistics.Description;

namespace Medulla.Statistics.Tests.Comparison;

public sealed class GroupTests
{
    [Fact]
    public void Student_worked_by_hand()
    {
        var test = StudentTTest.Compare([1, 2, 3], [4, 6], equalVariances: true);

        // Squares 2 + 2 on 3 degrees: variance 4/3, standard error √(4/3 × 5/6) = √(10/9).
        Assert.Equal(-3 / Math.Sqrt(10.0 / 9), test.Statistic, 1e-14);
        Assert.Equal(3, test.DegreesOfFreedom);
        Assert.Contains("var.equal = TRUE", test.Convention);
    }

    [Fact]
    public void Welch_worked_by_hand()
    {
        var test = StudentTTest.Compare([1, 2, 3], [4, 6]);

        // Variances 1 and 2: 1/3 and 1; (4/3)² / ((1/9)/2 + 1/1) degrees.
        Assert.Equal(-3 / Math.Sqrt(4.0 / 3), test.Statistic, 1e-14);
        Assert.Equal(16.0 / 9 / (1.0 / 18 + 1), test.DegreesOfFreedom, 1e-13);
        Assert.Equal(-3, test.Difference, 1e-15);
        Assert.True(test.Confidence().Contains(-3));
    }

    [Fact]
    public void Two_groups_give_analysis_of_variance_the_square_of_t_and_rank_tests_that_of_z()
    {
        var random = new Random(3);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var (one, other) = (Values(random, 8), Values(random, 11));
            var t = StudentTTest.Compare(one, other, equalVariances: true);
            var welch = StudentTTest.Compare(one, other);
            var f = OneWayAnova.Compare([one, other], equalVariances: true);
            var unequal = OneWayAnova.Compare([one, other]);
            var rankSum = WilcoxonRankSum.Compare(one, other, RankSumMethod.Normal);

            Assert.Equal(t.Statistic * t.Statistic, f.Statistic, 1e-10);
            Assert.Equal(t.Probability, f.Probability, 1e-10);
            Assert.Equal(welch.Probability, unequal.Probability, 1e-10);
            Assert.Equal(rankSum.Z!.Value * rankSum.Z.Value, KruskalWallis.Compare(one, other).ChiSquare, 1e-10);
            Assert.Equal(rankSum.Z.Value, DunnTest.Compare([one, other]).Pairs[0].Z, 1e-10);
            Assert.Equal(-rankSum.Z.Value, JonckheereTerpstra.Compare(one, other).Z, 1e-10);
        }
    }

    [Fact]
    public void Kruskal_and_Jonckheere_worked_by_hand()
    {
        // Ranks 1 2 | 3 4 | 5 6, mean 3.5: H = 2 (4 + 0 + 4) / (6 × 7 / 12) = 32/7.
        var kruskal = KruskalWallis.Compare([1, 2], [3, 4], [5, 6]);
        var trend = JonckheereTerpstra.Compare([1, 2], [3, 4], [5, 6]);

        Assert.Equal(32.0 / 7, kruskal.ChiSquare, 1e-14);
        // All 12 pairs rise; variance (36 × 15 − 3 × 4 × 7) / 72 by the form n²(2n + 3) − Σ nᵢ²(2nᵢ + 3).
        Assert.Equal(12, trend.Statistic);
        Assert.Equal(6, trend.Mean);
        Assert.Equal((36 * 15 - 3 * 4 * 7) / 72.0, trend.Variance, 1e-13);
    }

    [Fact]
    public void Jonckheere_counts_what_looking_at_every_pair_counts()
    {
        var random = new Random(4);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            double[][] groups = [.. Enumerable.Range(0, 4).Select(_ =>
                Enumerable.Range(0, random.Next(2, 9)).Select(_ => (double)random.Next(6)).ToArray())];
            var counted = 0.0;
            for (var later = 1; later < 4; later++)
                for (var earlier = 0; earlier < later; earlier++)
                    counted += groups[earlier].SelectMany(_ => groups[later], (one, other) =>
                        one < other ? 1 : one == other ? 0.5 : 0).Sum();

            Assert.Equal(counted, JonckheereTerpstra.Compare(groups).Statistic, 1e-10);
        }
    }

    [Fact]
    public void Dunn_adjusts_over_all_pairs()
    {
        var test = DunnTest.Compare([[1, 2, 9], [3, 4, 8], [5, 6, 7]], Adjustment.Bonferroni);

        Assert.Equal([(0, 1), (0, 2), (1, 2)], test.Pairs.Select(pair => (pair.First, pair.Second)));
        Assert.All(test.Pairs, pair => Assert.Equal(Math.Min(1, 3 * pair.Probability), pair.AdjustedProbability, 1e-14));
    }

    [Fact]
    public void Variance_ratio_and_Bartlett_worked_by_hand()
    {
        var ratio = VarianceRatioTest.Compare([1, 2, 3], [0, 2, 4]);
        var bartlett = BartlettTest.Compare([1, 2, 3], [0, 2, 4]);

        // Variances 1 and 4, pooled 2.5; F on 2 and 2 degrees has the lower tail F/(1 + F) = 1/5.
        Assert.Equal(0.25, ratio.Ratio, 1e-15);
        Assert.Equal(0.4, ratio.Probability, 1e-14);
        Assert.True(ratio.Confidence().Contains(0.25));
        // (4 ln 2.5 − 2 ln 4) / (1 + (1/2 + 1/2 − 1/4)/3).
        Assert.Equal((4 * Math.Log(2.5) - 2 * Math.Log(4)) / 1.25, bartlett.ChiSquare, 1e-13);
    }

    [Fact]
    public void Spread_tests_do_not_see_where_a_group_lies()
    {
        var random = new Random(5);
        double[] one = Values(random, 12), other = Values(random, 9);
        double[] moved = [.. other.Select(value => value + 8)];

        Assert.Equal(FlignerKilleen.Compare(one, other).ChiSquare, FlignerKilleen.Compare(one, moved).ChiSquare, 1e-10);
        Assert.Equal(BartlettTest.Compare(one, other).ChiSquare, BartlettTest.Compare(one, moved).ChiSquare, 1e-9);
    }

    [Fact]
    public void Fligner_worked_by_hand_for_groups_of_two()
    {
        // Distances from the medians: 1, 1 | 3, 3; ranks 1.5, 1.5, 3.5, 3.5. Two values only, so chi-square = N − 1 = 3.
        Assert.Equal(3, FlignerKilleen.Compare([0, 2], [0, 6]).ChiSquare, 1e-13);
    }

    [Fact]
    public void Kolmogorov_distance_and_exact_probability_by_enumeration()
    {
        double[] all = [1, 2, 2, 3, 4, 5, 5];
        var observed = KolmogorovSmirnov.Compare([1, 2, 2], [3, 4, 5, 5], KolmogorovMethod.Exact);

        // All 35 ways to choose the first group; the two groups do not overlap: only this way and its mirror reach 1.
        var share = Choices(7, 3).Average(chosen => KolmogorovSmirnov.Compare(
            [.. chosen.Select(place => all[place])],
            [.. Enumerable.Range(0, 7).Except(chosen).Select(place => all[place])]).Distance >= observed.Distance - 1e-12 ? 1.0 : 0);
        Assert.Equal(1, observed.Distance, 1e-15);
        Assert.Equal(share, observed.Probability, 1e-14);
    }

    [Fact]
    public void Kolmogorov_series_meet_where_they_join()
    {
        // Groups of n in blocks: D √(n/2) crosses 1 as D grows from one step to the next.
        double[] below = [.. Enumerable.Range(0, 200).Select(value => (double)value)];
        var probabilities = Enumerable.Range(1, 40).Select(shift => KolmogorovSmirnov.Compare(
            below, [.. below.Select(value => value + shift + 0.5)]).Probability).ToArray();

        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.True(probabilities.Zip(probabilities.Skip(1), (one, next) => one - next).All(step => step < 0.13));
    }

    [Fact]
    public void Shapiro_of_three_values_is_known_in_closed_form()
    {
        // W = (range/√2)² / squares = 4.5 / 14·(…): 1, 2, 4 has mean 7/3, squares 14/3, range 3.
        var test = ShapiroWilk.Of([1, 2, 4]);

        Assert.Equal(9.0 / 2 / (14.0 / 3), test.W, 1e-13);
        Assert.Equal(6 / Math.PI * (Math.Asin(Math.Sqrt(test.W)) - Math.Asin(Math.Sqrt(0.75))), test.Probability, 1e-12);
        Assert.Equal(1, ShapiroWilk.Of([1, 2, 3]).W, 1e-14);
    }

    [Fact]
    public void Shapiro_does_not_see_unit_or_origin()
    {
        var random = new Random(6);
        foreach (var count in (int[])[4, 5, 6, 11, 12, 50, 400])
        {
            var values = Values(random, count);
            Assert.Equal(ShapiroWilk.Of(values).W, ShapiroWilk.Of([.. values.Select(value => 1e6 - 300 * value)]).W, 1e-9);
            Assert.InRange(ShapiroWilk.Of(values).Probability, 0, 1);
        }
    }

    [Fact]
    public void Effect_sizes_worked_by_hand()
    {
        var effect = EffectSize.Of([1, 2, 3], [3, 5, 7]);

        // Squares 2 + 8 on 4 degrees: pooled √2.5. Variances 1 and 4: their mean is 2.5 as well.
        Assert.Equal(-3 / Math.Sqrt(2.5), effect.CohenD, 1e-14);
        Assert.Equal(effect.CohenD * (1 - 3.0 / 15), effect.HedgesG, 1e-14);
        Assert.Equal(3 / Math.Sqrt(2.5), effect.StandardisedMeanDifference, 1e-14);
        Assert.Equal(2, Shape.GeometricMean([1, 2, 4])!.Value, 1e-14);
        Assert.Null(Shape.GeometricMean([1, 0, 4]));
        Assert.Equal(1.4826, Shape.MedianAbsoluteDeviation([1, 2, 3, 4, 9]), 1e-14);
        // Of 0, 0, 3 about 1: squares 6, cubes 6: (6/3) / (6/3)^1.5 = 1/√2.
        Assert.Equal(1 / Math.Sqrt(2), Shape.Skewness([0, 0, 3])!.Value, 1e-14);
        Assert.Null(Shape.Skewness([2, 2]));
    }

    [Fact]
    public void Names_what_cannot_be_compared()
    {
        Assert.StartsWith("Found 1 participants in group 1. Expected at least 2.",
            Assert.Throws<ArgumentException>(() => StudentTTest.Compare([1, 2], [3])).Message);
        Assert.StartsWith("Found NaN in group 1 at index 0.",
            Assert.Throws<ArgumentException>(() => KruskalWallis.Compare([1, 2], [double.NaN])).Message);
        Assert.StartsWith("Found 1 groups.", Assert.Throws<ArgumentException>(() => FlignerKilleen.Compare([1, 2])).Message);
        Assert.StartsWith("Found no spread in group 1.",
            Assert.Throws<ArgumentException>(() => BartlettTest.Compare([1, 2], [3, 3])).Message);
        Assert.StartsWith("Found no spread in the second group.",
            Assert.Throws<ArgumentException>(() => VarianceRatioTest.Compare([1, 2], [3, 3])).Message);
        Assert.StartsWith("Found 2 values. Expected 3 to 5000.",
            Assert.Throws<ArgumentException>(() => ShapiroWilk.Of([1, 2])).Message);
        Assert.Throws<ArgumentException>(() => ShapiroWilk.Of([1, 1, 1]));
        Assert.Throws<ArgumentException>(() => KruskalWallis.Compare([1, 1], [1]));
        Assert.Throws<ArgumentException>(() => OneWayAnova.Compare([[1, 1], [2, 3]]));
        Assert.Throws<ArgumentException>(() => OneWayAnova.Compare([[1], [2]], equalVariances: true));
        Assert.Throws<ArgumentException>(() => EffectSize.Of([1, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => FlignerKilleen.Compare([1, 1], [1, 1]));
    }

    static double[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * 10)];

    static IEnumerable<int[]> Choices(int all, int chosen) => chosen == 0
        ? [[]]
        : Enumerable.Range(0, all).SelectMany(last => Choices(last, chosen - 1), (last, rest) => (int[])[.. rest, last]);
}
