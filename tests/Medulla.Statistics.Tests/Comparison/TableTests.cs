using Medulla.Statistics.Comparison;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Comparison;

public sealed class TableTests
{
    [Fact]
    public void McNemar_worked_by_hand()
    {
        var corrected = McNemarTest.Of(forth: 6, back: 2);
        var plain = McNemarTest.Of(6, 2, continuityCorrection: false);

        // (|6 − 2| − 1)² / 8 and 4² / 8; exactly 2 × (28 + 8 + 1) / 256.
        Assert.Equal(9.0 / 8, corrected.ChiSquare!.Value, 1e-15);
        Assert.Equal(2, plain.ChiSquare!.Value, 1e-15);
        Assert.Equal(2 * 37.0 / 256, corrected.ExactProbability!.Value, 1e-13);
    }

    [Fact]
    public void McNemar_says_nothing_where_nobody_changed()
    {
        Assert.Null(McNemarTest.Of(0, 0).ChiSquare);
        Assert.Null(McNemarTest.Of(ContingencyTable.Of([5, 0], [0, 4])).Probability);
        Assert.Null(McNemarTest.Of(ContingencyTable.Of([5, 0, 1], [0, 4, 2], [1, 1, 1])).Probability);
        Assert.Equal(3, McNemarTest.Of(ContingencyTable.Of([5, 1, 1], [2, 4, 2], [1, 1, 1])).DegreesOfFreedom);
        Assert.StartsWith("Found 2 rows and 3 columns.", Assert.Throws<ArgumentException>(() =>
            McNemarTest.Of(ContingencyTable.Of([5, 1, 1], [2, 4, 2]))).Message);
    }

    [Fact]
    public void Proportions_are_the_chi_square_test_of_their_table()
    {
        var random = new Random(11);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            int[] yes = [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, 20))];
            int[] no = [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, 20))];
            int[] all = [.. yes.Zip(no, (one, other) => one + other)];
            var expected = ChiSquaredTest.Of(ContingencyTable.Of([.. yes.Zip(no, (one, other) => (int[])[one, other])]));

            var test = ProportionsTest.Of(yes, all);
            Assert.Equal(expected.ChiSquare, test.ChiSquare!.Value, 1e-10);
            Assert.Equal(2, test.DegreesOfFreedom);
            Assert.Null(test.Confidence());
            var corrected = ChiSquaredTest.Of(ContingencyTable.Of([yes[0], no[0]], [yes[1], no[1]]), true);
            Assert.Equal(corrected.ChiSquare, ProportionsTest.Of(yes[..2], all[..2], true).ChiSquare!.Value, 1e-10);
        }
    }

    [Fact]
    public void Proportions_that_nobody_or_everybody_shares_have_no_statistic()
    {
        Assert.Null(ProportionsTest.Of([0, 0], [4, 5]).ChiSquare);
        Assert.Null(ProportionTrend.Of([4, 5], [4, 5]).Z);
        Assert.Equal(1, ProportionsTest.Of([4, 0], [4, 5]).Confidence()!.Value.Upper);
        Assert.StartsWith("Found 6 of 5 in group 1.",
            Assert.Throws<ArgumentException>(() => ProportionsTest.Of([1, 6], [5, 5])).Message);
    }

    [Fact]
    public void Risks_worked_by_hand()
    {
        var risks = RiskComparison.Of(ContingencyTable.Of([8, 2], [5, 5]));

        // 5/10 against 2/10; odds 1 against 1/4.
        Assert.Equal(2.5, risks.RiskRatio!.Value, 1e-15);
        Assert.Equal(4, risks.OddsRatio!.Value, 1e-15);
        Assert.Equal(0.3, risks.RiskDifference, 1e-15);
        Assert.Equal(1 / 0.3, risks.NumberNeeded!.Value, 1e-13);
        var ratio = risks.RiskRatioConfidence()!.Value;
        Assert.Equal(2.5 * 2.5, ratio.Lower * ratio.Upper, 1e-12);
        Assert.Equal(2 * 1.959963984540054 * Math.Sqrt(0.2 - 0.1 + 0.5 - 0.1), Math.Log(ratio.Upper / ratio.Lower), 1e-12);
    }

    [Fact]
    public void A_ratio_that_divides_by_zero_does_not_exist()
    {
        var none = new RiskComparison(new BinomialProportion(3, 10), new BinomialProportion(0, 10));

        Assert.Null(none.RiskRatio);
        Assert.Null(none.OddsRatio);
        Assert.Null(none.RiskRatioConfidence());
        Assert.True(none.RiskDifferenceConfidence().Contains(0.3));
        Assert.Equal(0, new RiskComparison(new BinomialProportion(0, 10), new BinomialProportion(3, 10)).RiskRatio);
        Assert.Throws<ArgumentException>(() => RiskComparison.Of(ContingencyTable.Of([1, 2, 3], [3, 2, 1])));
    }

    [Fact]
    public void Mantel_and_Haenszel_in_one_stratum_are_Pearson_less_one_participant()
    {
        var random = new Random(12);
        for (var repeat = 0; repeat < 40; repeat++)
        {
            int[,] counts = { { random.Next(1, 15), random.Next(1, 15) }, { random.Next(1, 15), random.Next(1, 15) } };
            var pearson = ChiSquaredTest.Of(ContingencyTable.Of([counts[0, 0], counts[0, 1]], [counts[1, 0], counts[1, 1]]));
            double n = counts.Cast<int>().Sum();
            var test = CochranMantelHaenszel.Of(StratifiedTables.Of(counts), continuityCorrection: false);

            Assert.Equal(pearson.ChiSquare * (n - 1) / n, test.ChiSquare, 1e-10);
            Assert.Equal((double)counts[0, 0] * counts[1, 1] / (counts[0, 1] * counts[1, 0]), test.OddsRatio!.Value, 1e-12);
            Assert.True(test.Confidence()!.Value.Contains(test.OddsRatio.Value));
        }
    }

    [Fact]
    public void The_general_test_of_two_columns_sees_merged_rows_and_larger_tables()
    {
        // A third column that nobody is in is refused, since nothing varies there.
        int[,] empty = { { 3, 4, 0 }, { 5, 2, 0 } };
        int[,] full = { { 3, 4, 1 }, { 5, 2, 2 } };

        Assert.Throws<NotEstimableException>(() => CochranMantelHaenszel.Of(StratifiedTables.Of(empty)));
        var test = CochranMantelHaenszel.Of(StratifiedTables.Of(full, full));
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.Null(test.OddsRatio);
        Assert.StartsWith("Found 1 participants in stratum 0.", Assert.Throws<ArgumentException>(() =>
            StratifiedTables.Of(new[,] { { 1, 0 }, { 0, 0 } })).Message);
        Assert.Throws<ArgumentException>(() => StratifiedTables.Of(full, new[,] { { 1, 2 }, { 3, 4 } }));
    }

    [Fact]
    public void Tables_by_stratum_count_participants()
    {
        var tables = StratifiedTables.Of<string, int, string>(
            ["a", "b", "a", "b", "b"], [1, 0, 1, 1, 0], ["x", "x", "y", "y", "x"]);

        Assert.Equal((2, 2, 2), (tables.Rows, tables.Columns, tables.Strata));
        Assert.Equal(2, tables[0, 1, 0]);
        Assert.Equal(1, tables[1, 0, 1]);
    }

    [Fact]
    public void Trend_worked_by_hand()
    {
        var trend = ProportionTrend.Of([1, 2, 3], [4, 4, 4]);

        // Share 1/2, scores −1, 0, 1 about their mean: rise 2, spread 8: z = 2 / √(8/4).
        Assert.Equal(Math.Sqrt(2), trend.Z!.Value, 1e-14);
        Assert.Equal(0.25, trend.Slope, 1e-14);
        Assert.Equal(2, trend.ChiSquare!.Value, 1e-13);
        Assert.Equal(trend.Z.Value, ProportionTrend.Of([1, 2, 3], [4, 4, 4], [0, 10, 20]).Z!.Value, 1e-13);
        Assert.Throws<ArgumentException>(() => ProportionTrend.Of([1, 2], [4, 4], [1, 1]));
    }

    [Fact]
    public void Poisson_worked_by_hand()
    {
        var rate = new PoissonRate(0, 2);

        // Nobody in two years: the upper limit is −ln(0.025)/2; a rate of 1 gives 0 with e⁻², and 5 or more with 0.0527, of
        // which
        // no count is as unlikely as that below 5 (0.0361 < 0.1353 < P(3) = 0.180, P(4) = 0.0902 < 0.1353).
        Assert.Equal(-Math.Log(0.025) / 2, rate.Confidence().Upper, 1e-12);
        Assert.Equal(0, rate.Confidence().Lower);
        var fromFour = 1 - Math.Exp(-2) * (1 + 2 + 2 + 8.0 / 6);
        Assert.Equal(Math.Exp(-2) + fromFour, rate.ProbabilityIfRateWere(1), 1e-12);
    }

    [Fact]
    public void Poisson_probability_is_the_sum_of_all_counts_as_unlikely()
    {
        foreach (var count in (int[])[0, 1, 3, 7, 12, 30])
            foreach (var mean in (double[])[0.3, 2, 6.5, 12, 12.5])
            {
                double Density(int k) => Math.Exp(k * Math.Log(mean) - mean - Enumerable.Range(1, k).Sum(i => Math.Log(i)));
                var sum = Enumerable.Range(0, 200).Where(k => Density(k) <= Density(count) * (1 + 1e-7)).Sum(Density);

                Assert.Equal(Math.Min(1, sum), new PoissonRate(count, 1).ProbabilityIfRateWere(mean), 1e-10);
            }

        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonRate(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonRate(1, 1).ProbabilityIfRateWere(0));
    }

    [Fact]
    public void Hommel_is_never_above_Hochberg_nor_below_the_probability()
    {
        var random = new Random(13);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            double[] given = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Math.Pow(random.NextDouble(), 3))];
            var hommel = MultipleTesting.Adjust(given, Adjustment.Hommel);
            var hochberg = MultipleTesting.Adjust(given, Adjustment.Hochberg);

            Assert.All(Enumerable.Range(0, given.Length), place =>
                Assert.InRange(hommel[place], given[place], hochberg[place] + 1e-15));
        }

        // Closed tests by hand: of 0.01 and 0.02, the pair's Simes bound min(2 × 0.01, 0.02) = 0.02 holds for both.
        Assert.Equal([0.02, 0.02], MultipleTesting.Adjust([0.01, 0.02], Adjustment.Hommel));
    }
}
