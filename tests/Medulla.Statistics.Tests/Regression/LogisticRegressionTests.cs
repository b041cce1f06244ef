using Medulla.Statistics.Description;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Two_by_two_worked_by_hand()
    {
        // Exposed: 6 cases, 2 controls; not exposed: 3 cases, 9 controls. Odds ratio 6·9 / (2·3) = 9, variance 1/6+1/2+1/3+1/9.
        var (outcomes, exposure) = Table(6, 2, 3, 9);
        var fit = LogisticRegression.Fit(outcomes, [exposure]);

        Assert.Equal(Math.Log(9), fit.Coefficients[1].Estimate, 1e-12);
        Assert.Equal(Math.Log(3 / 9.0), fit.Coefficients[0].Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(1 / 6.0 + 1 / 2.0 + 1 / 3.0 + 1 / 9.0), fit.Coefficients[1].StandardError, 1e-12);
        Assert.Equal(15 * Math.Log(0.75) + 5 * Math.Log(0.25), fit.LogLikelihood, 1e-12);

        // The score test of one 0/1 column is Pearson's chi-square: 20 (6·9 − 2·3)² / (8·12·9·11).
        Assert.Equal(20 * 48.0 * 48 / (8 * 12 * 9 * 11), fit.Score.ChiSquare, 1e-11);
    }

    [Fact]
    public void Fitted_probabilities_add_up_to_the_cases_and_leverages_to_the_coefficients()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (outcomes, columns) = Draw(new Random(seed), 80);
            var fit = LogisticRegression.Fit(outcomes, columns);

            Assert.Equal(fit.Cases, fit.Fitted.Sum(), 1e-9);
            Assert.Equal(3, fit.Residuals().Sum(one => one.Leverage), 1e-9);
            Assert.Equal(fit.Deviance, fit.Residuals().Sum(one => one.Deviance * one.Deviance), 1e-9);
            Assert.True(fit.NewtonDecrement < 1e-10, $"{fit.NewtonDecrement}");
        }
    }

    [Fact]
    public void Unit_and_origin_of_a_column_change_nothing_but_its_coefficient()
    {
        var (outcomes, columns) = Draw(new Random(7), 90);
        var fit = LogisticRegression.Fit(outcomes, columns);
        var moved = LogisticRegression.Fit(
            outcomes, [new("first", [.. columns[0].Values.Select(value => 1e6 + 1000 * value)]), columns[1]]);

        Assert.Equal(fit.LogLikelihood, moved.LogLikelihood, 1e-9);
        Assert.Equal(fit.Coefficients[1].Estimate, 1000 * moved.Coefficients[1].Estimate, 1e-8);
        Assert.Equal(fit.Coefficients[2].Z, moved.Coefficients[2].Z, 1e-8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void At_a_profile_limit_the_deviance_has_risen_by_the_chi_square_quantile(int column)
    {
        var (outcomes, columns) = Draw(new Random(11), 60);
        var fit = LogisticRegression.Fit(outcomes, columns);
        var interval = fit.ProfileInterval(column);
        Assert.True(interval.Contains(fit.Coefficients[column].Estimate));

        // The coefficient enters as an offset; without an intercept of its own, the intercept is one more column of ones.
        foreach (var limit in new[] { interval.Lower, interval.Upper })
        {
            if (column == 0)
                continue;
            var held = LogisticRegression.Fit(outcomes, [columns[2 - column]],
                new LogisticOptions { Offset = [.. columns[column - 1].Values.Select(value => limit * value)] });
            Assert.Equal(3.841458820694124, held.Deviance - fit.Deviance, 1e-9);
        }
    }

    [Fact]
    public void The_profile_of_an_intercept_does_not_depend_on_how_columns_are_centred()
    {
        var (outcomes, columns) = Draw(new Random(12), 60);
        var interval = LogisticRegression.Fit(outcomes, []).ProfileInterval(0);
        var cases = outcomes.Count(outcome => outcome);
        double Deviance(double logOdds) =>
            -2 * (cases * -Math.Log(1 + Math.Exp(-logOdds)) + (60 - cases) * -Math.Log(1 + Math.Exp(logOdds)));
        var least = Deviance(Math.Log(cases / (60.0 - cases)));

        Assert.Equal(3.841458820694124, Deviance(interval.Lower) - least, 1e-9);
        Assert.Equal(3.841458820694124, Deviance(interval.Upper) - least, 1e-9);
        Assert.True(LogisticRegression.Fit(outcomes, columns).ProfileInterval(0).Lower < interval.Upper);
    }

    [Fact]
    public void Complete_separation_names_the_column_and_the_remedy()
    {
        var problem = Assert.Throws<NotEstimableException>(() => LogisticRegression.Fit(
            [false, false, false, true, true, true], [new("leptin", [1, 2, 3, 4, 5, 6]), new("age", [4, 8, 5, 6, 4, 9])]));

        Assert.Equal(NotEstimableCause.Separated, problem.Cause);
        Assert.Contains("leptin", problem.Message, StringComparison.Ordinal);
        Assert.Contains("FirthLogistic", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quasi_separation_names_only_the_columns_that_separate()
    {
        // Everybody with the mutation is a case; without it both happen. Age has nothing to do with it.
        var random = new Random(3);
        var mutation = Enumerable.Range(0, 60).Select(row => row < 12 ? 1.0 : 0).ToArray();
        var outcomes = mutation.Select(carrier => carrier == 1 || random.Next(2) == 0).ToArray();
        var problem = Assert.Throws<NotEstimableException>(() => LogisticRegression.Fit(outcomes,
            [new("age", [.. mutation.Select(_ => 40 + 30 * random.NextDouble())]), new("mutation", mutation)]));

        Assert.Equal(NotEstimableCause.Separated, problem.Cause);
        Assert.Equal(["mutation"], problem.Columns);
        Assert.Contains("ties on the border", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_and_a_collinear_column_are_named()
    {
        var (outcomes, columns) = Draw(new Random(5), 40);
        var constant = Assert.Throws<NotEstimableException>(
            () => LogisticRegression.Fit(outcomes, [.. columns, new("site", [.. outcomes.Select(_ => 3.0)])]));
        var sum = new Covariate("sum", [.. columns[0].Values.Zip(columns[1].Values, (one, other) => one + 2 * other)]);
        var collinear = Assert.Throws<NotEstimableException>(() => LogisticRegression.Fit(outcomes, [.. columns, sum]));

        Assert.Equal((NotEstimableCause.Constant, "site"), (constant.Cause, constant.Columns[0]));
        Assert.Equal(NotEstimableCause.Collinear, collinear.Cause);
        Assert.Equal("Found that sum follows from first, second. "
            + "Expected columns that each add something: leave one of them out.", collinear.Message);
    }

    [Fact]
    public void Says_what_is_wrong_with_the_input()
    {
        Assert.Contains("Found 0 cases among 2", Assert.Throws<NotEstimableException>(
            () => LogisticRegression.Fit([false, false], [])).Message, StringComparison.Ordinal);
        Assert.Contains("Found 1 values in the column x. Expected 2", Assert.Throws<ArgumentException>(
            () => LogisticRegression.Fit([false, true], [new("x", [1])])).Message, StringComparison.Ordinal);
        Assert.Contains("Found 1 offsets", Assert.Throws<ArgumentException>(
            () => LogisticRegression.Fit([false, true], [], new LogisticOptions { Offset = [0] })).Message,
            StringComparison.Ordinal);
        Assert.Contains("Found 2 values. Expected 1", Assert.Throws<ArgumentException>(
            () => LogisticRegression.Fit(Table(6, 2, 3, 9).Outcomes, [Table(6, 2, 3, 9).Exposure]).Predict(1, 2)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_refit_with_weights_is_a_fit_of_repeated_rows_and_allocates_nothing()
    {
        var (outcomes, columns) = Draw(new Random(21), 50);
        var design = new RegressionDesign(50, columns);
        var kernel = new LogisticKernel(design.Values, design.Columns, [.. outcomes.Select(outcome => outcome ? 1.0 : 0)]);
        double[] weights = [.. Enumerable.Range(0, 50).Select(row => (double)(row % 3))];
        int[] repeated = [.. Enumerable.Range(0, 50).SelectMany(row => Enumerable.Repeat(row, row % 3))];
        var fit = LogisticRegression.Fit([.. repeated.Select(row => outcomes[row])],
            [.. columns.Select(column => new Covariate(column.Name, [.. repeated.Select(row => column.Values[row])]))]);

        Assert.True(kernel.TryFit(weights));
        Assert.Equal(fit.Coefficients[1].Estimate, design.Coefficients(kernel.Coefficients)[1], 1e-10);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 100; repeat++)
        {
            kernel.Coefficients.Clear();
            kernel.TryFit(weights);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Rank_measures_count_every_pair()
    {
        var random = new Random(2);
        bool[] outcomes = [.. Enumerable.Range(0, 70).Select(row => row == 0 || (row > 1 && random.Next(3) == 0))];
        double[] predictions = [.. outcomes.Select(_ => (double)random.Next(12))];
        var pairs = from one in Enumerable.Range(0, 70) where outcomes[one]
                    from other in Enumerable.Range(0, 70) where !outcomes[other]
                    select Math.Sign(predictions[one] - predictions[other]);
        var ranks = RankDiscrimination.Of(predictions, outcomes);

        Assert.Equal((pairs.Count(sign => sign > 0), pairs.Count(sign => sign < 0), pairs.Count(sign => sign == 0)),
            ((int)ranks.Concordant, (int)ranks.Discordant, (int)ranks.Tied));
        Assert.Equal(2 * ranks.C!.Value - 1, ranks.Dxy!.Value, 1e-14);
        Assert.Null(RankDiscrimination.Of([1, 2], [true, true]).C);
    }

    [Fact]
    public void Ginis_mean_difference_is_the_mean_over_all_pairs()
    {
        double[] values = [3, 1, 4, 1, 5];

        // |3−1| + |3−4| + |3−1| + |3−5| + |1−4| + 0 + |1−5| + |4−1| + |4−5| + |1−5| = 22 over 10 pairs.
        Assert.Equal(2.2, GiniMeanDifference.Of(values), 1e-14);
        Assert.Throws<ArgumentException>(() => GiniMeanDifference.Of([1]));
    }

    [Fact]
    public void Hosmer_and_Lemeshow_group_by_quantiles_and_merge_equal_ones()
    {
        // Three groups: risks 0.2 (5 participants, 1 case), 0.5 (2, 1), 0.8 (5, 4): observed as expected.
        double[] fitted = [.. Enumerable.Repeat(0.2, 5), 0.5, 0.5, .. Enumerable.Repeat(0.8, 5)];
        bool[] outcomes = [true, false, false, false, false, true, false, true, true, true, true, false];
        var test = HosmerLemeshow.Of(fitted, outcomes, 10);

        Assert.Equal(0, test.ChiSquare, 1e-12);
        Assert.Equal([5, 2, 5], test.Groups.Select(group => group.Participants));
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Contains("Found the risk 2", Assert.Throws<ArgumentException>(
            () => HosmerLemeshow.Of([2], [true])).Message, StringComparison.Ordinal);
    }

    internal static (bool[] Outcomes, Covariate Exposure) Table(
        int exposedCases, int exposedControls, int cases, int controls) =>
        ([.. Enumerable.Repeat(true, exposedCases), .. Enumerable.Repeat(false, exposedControls),
            .. Enumerable.Repeat(true, cases), .. Enumerable.Repeat(false, controls)],
            new("exposure", [.. Enumerable.Repeat(1.0, exposedCases + exposedControls),
                .. Enumerable.Repeat(0.0, cases + controls)]));

    internal static (bool[] Outcomes, Covariate[] Columns) Draw(Random random, int participants)
    {
        double[] first = [.. Enumerable.Range(0, participants).Select(_ => random.NextDouble() * 4)];
        double[] second = [.. Enumerable.Range(0, participants).Select(_ => (double)random.Next(3))];
        bool[] outcomes = [.. first.Select((value, row) =>
            random.NextDouble() < 1 / (1 + Math.Exp(2 - value - 0.5 * second[row])))];
        return (outcomes, [new("first", first), new("second", second)]);
    }
}
