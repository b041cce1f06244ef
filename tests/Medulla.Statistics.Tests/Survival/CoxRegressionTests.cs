using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxRegressionTests
{
    [Fact]
    public void Worked_by_hand_for_three_participants()
    {
        // u / (2u + 1) × 1 / (1 + u) is largest at u = 1/√2.
        var fit = CoxRegression.Fit(Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])]);

        Assert.Equal(1 / Math.Sqrt(2), fit.Coefficients[0].HazardRatio, 1e-14);
    }

    [Theory]
    [InlineData(CoxTies.Efron, 0.408248290463863)] // 1/√6
    [InlineData(CoxTies.Breslow, 0.5)]
    public void Ties_worked_by_hand(CoxTies ties, double hazardRatio)
    {
        // Two events at one time, one with the trait; a third participant with the trait is censored later.
        var fit = CoxRegression.Fit(Cohorts.Read("1 1 2+"), [new("x", [1, 0, 1])], new CoxOptions { Ties = ties });

        Assert.Equal(hazardRatio, fit.Coefficients[0].HazardRatio, 1e-14);
    }

    [Fact]
    public void The_score_test_of_two_groups_without_ties_is_the_log_rank_test()
    {
        var random = new Random(5);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var cohort = Enumerable.Range(1, 30).Select(time => new FollowUp(time, random.Next(3) > 0)).ToArray();
            var group = cohort.Select((_, index) => index % 2 == 0 ? random.Next(2) : (double)(index / 2 % 2)).ToArray();
            var fit = CoxRegression.Fit(cohort, [new("group", group)]);
            var test = LogRank.Compare([.. group.Distinct().Order().Select(value =>
                new SurvivalGroup($"{value}", [.. cohort.Where((_, index) => group[index] == value)]))]);

            Assert.Equal(test.ChiSquare!.Value, fit.Score.ChiSquare, 1e-10);
        }
    }

    [Fact]
    public void Units_and_origin_of_a_column_change_nothing_but_its_coefficient()
    {
        var (cohort, columns) = Draw(new Random(3));
        var fit = CoxRegression.Fit(cohort, columns);
        var moved = CoxRegression.Fit(cohort,
            [new("first", [.. columns[0].Values.Select(value => 1e6 + 1000 * value)]), columns[1]]);

        Assert.Equal(fit.LogLikelihood, moved.LogLikelihood, 1e-9);
        Assert.Equal(fit.Coefficients[0].Estimate, 1000 * moved.Coefficients[0].Estimate, 1e-8);
        Assert.Equal(fit.Coefficients[1].Z, moved.Coefficients[1].Z, 1e-8);
    }

    [Fact]
    public void A_weight_of_two_is_a_participant_given_twice()
    {
        var (cohort, columns) = Draw(new Random(4));
        var weights = cohort.Select((_, index) => index % 3 == 0 ? 2.0 : 1.0).ToArray();
        int[] rows = [.. weights.SelectMany((weight, index) => Enumerable.Repeat(index, (int)weight))];
        var weighted = CoxRegression.Fit(cohort, columns, new CoxOptions { CaseWeights = weights, Ties = CoxTies.Breslow });
        var repeated = CoxRegression.Fit([.. rows.Select(row => cohort[row])],
            [.. columns.Select(column => column with { Values = [.. rows.Select(row => column.Values[row])] })],
            new CoxOptions { Ties = CoxTies.Breslow });

        Assert.Equal(repeated.Coefficients[0].Estimate, weighted.Coefficients[0].Estimate, 1e-10);
        Assert.Equal(repeated.Coefficients[0].StandardError, weighted.Coefficients[0].StandardError, 1e-10);
        Assert.Equal(repeated.Concordance.Estimate!.Value, weighted.Concordance.Estimate!.Value, 1e-10);
    }

    [Fact]
    public void What_the_offset_says_the_columns_need_not_say_again()
    {
        var (cohort, columns) = Draw(new Random(6));
        var fit = CoxRegression.Fit(cohort, columns);
        var offset = cohort.Select((_, row) =>
            columns.Select((column, place) => fit.Coefficients[place].Estimate * column.Values[row]).Sum()).ToArray();

        foreach (var coefficient in CoxRegression.Fit(cohort, columns, new CoxOptions { Offset = offset }).Coefficients)
            Assert.Equal(0, coefficient.Estimate, 1e-9);
    }

    [Fact]
    public void Strata_keep_their_own_baseline()
    {
        var (cohort, columns) = Draw(new Random(8));
        var once = CoxRegression.Fit(cohort, columns);
        var twice = CoxRegression.Fit(
            [.. cohort, .. cohort.Select(one => one with { Time = one.Time + 1000 })],
            [.. columns.Select(column => column with { Values = [.. column.Values, .. column.Values] })],
            new CoxOptions { Strata = [.. cohort.Select(_ => "early"), .. cohort.Select(_ => "late")] });

        Assert.Equal(once.Coefficients[0].Estimate, twice.Coefficients[0].Estimate, 1e-9);
        Assert.Equal(2 * once.LogLikelihood, twice.LogLikelihood, 1e-9);
        Assert.Equal(once.Concordance.Estimate!.Value, twice.Concordance.Estimate!.Value, 1e-9);
    }

    [Fact]
    public void Follow_up_cut_in_two_is_the_same_follow_up()
    {
        var (cohort, columns) = Draw(new Random(13));
        int[] rows = [.. cohort.SelectMany((one, row) => one.Time > 10 ? new[] { row, row } : [row])];
        FollowUp[] cut = [.. cohort.SelectMany(one => one.Time > 10
            ? new[] { new FollowUp(10, EventObserved: false), one with { EntryTime = 10 } }
            : [one])];
        Covariate[] cutColumns = [.. columns.Select(column =>
            column with { Values = [.. rows.Select(row => column.Values[row])] })];
        var options = new CoxOptions { Clusters = [.. rows.Select(row => $"{row}")] };
        var whole = CoxRegression.Fit(cohort, columns, new CoxOptions { RobustVariance = true });
        var parts = CoxRegression.Fit(cut, cutColumns, options);

        Assert.True(cut.Length > cohort.Length);
        Assert.Equal(whole.LogLikelihood, parts.LogLikelihood, 1e-10);
        Assert.Equal(whole.Coefficients[0].Estimate, parts.Coefficients[0].Estimate, 1e-10);
        Assert.Equal(whole.Coefficients[0].StandardError, parts.Coefficients[0].StandardError, 1e-10);
        Assert.Equal(whole.Concordance.Estimate!.Value, parts.Concordance.Estimate!.Value, 1e-12);
        Assert.Equal(
            whole.ProportionalHazards().Overall.ChiSquare, parts.ProportionalHazards().Overall.ChiSquare, 1e-9);
        Assert.Equal(
            KaplanMeier.Estimate(cohort).SurvivalAt(15)!.Value, KaplanMeier.Estimate(cut).SurvivalAt(15)!.Value, 1e-14);
    }

    [Fact]
    public void Residuals_add_up_to_nothing_and_foretell_what_leaving_a_participant_out_does()
    {
        var (cohort, columns) = Draw(new Random(14));
        var fit = CoxRegression.Fit(cohort, columns);
        var residuals = fit.Residuals();
        var without = CoxRegression.Fit(cohort[1..], [.. columns.Select(column =>
            column with { Values = [.. column.Values.Skip(1)] })]);

        Assert.Equal(cohort.Length, residuals.Length);
        Assert.Equal(0, residuals.Sum(one => one.Martingale), 1e-10);
        Assert.Equal(0, residuals.Sum(one => one.Scores[0]), 1e-10);
        Assert.Equal(
            fit.Coefficients[0].Estimate - without.Coefficients[0].Estimate, residuals[0].CoefficientChanges[0],
            0.2 * fit.Coefficients[0].StandardError);
        Assert.All(residuals, one => Assert.Equal(Math.Sign(one.Martingale), Math.Sign(one.Deviance)));
    }

    [Fact]
    public void A_hazard_ratio_that_grows_with_time_is_noticed()
    {
        // With the trait all events are late, without it all are early.
        var early = Enumerable.Range(1, 30).Select(time => (Time: time, Trait: time % 5 == 0 ? 1.0 : 0.0));
        var late = Enumerable.Range(31, 30).Select(time => (Time: time, Trait: time % 5 == 0 ? 0.0 : 1.0));
        var all = early.Concat(late).ToArray();
        var fit = CoxRegression.Fit(
            [.. all.Select(one => new FollowUp(one.Time, EventObserved: true))],
            [new("trait", [.. all.Select(one => one.Trait)])]);

        Assert.True(fit.ProportionalHazards().Overall.Probability < 0.01);
        Assert.Equal(fit.ProportionalHazards().Columns[0], fit.ProportionalHazards().Overall);
    }

    [Theory]
    [InlineData(1, 1, 1, "Found one value of x among all participants at risk together. "
        + "Expected at least two: leave the column out.")]
    [InlineData(9, 2, 1, "Found that no participant at risk has a higher value of x than those with the event, "
        + "at any event time, "
        + "so that its hazard ratio is infinite. Expected overlap: merge levels, leave the column out, or report a "
        + "log-rank test "
        + "or Firth's penalised estimate.")]
    public void Says_why_a_hazard_ratio_does_not_exist(double first, double second, double third, string message)
    {
        var error = Assert.Throws<NotEstimableException>(
            () => CoxRegression.Fit(Cohorts.Read("1 2 3"), [new("x", [first, second, third])]));

        Assert.Equal(message, error.Message);
        Assert.Equal(["x"], error.Columns);
    }

    [Fact]
    public void Separation_by_one_column_is_found_among_others()
    {
        var random = new Random(10);
        FollowUp[] cohort = [.. Enumerable.Range(1, 40).Select(time => new FollowUp(time, EventObserved: time % 2 == 0))];
        double[] separating = [.. cohort.Select(one => one.EventObserved ? 1.0 : 0.0)];
        var noise = new Covariate("noise", [.. cohort.Select(_ => random.NextDouble())]);
        cohort = [.. cohort.Select(one => one.EventObserved ? one : one with { Time = one.Time + 1 })];

        var error = Assert.Throws<NotEstimableException>(
            () => CoxRegression.Fit(cohort, [noise, new("mutation", separating)]));

        Assert.Equal((NotEstimableCause.Separated, "mutation"), (error.Cause, Assert.Single(error.Columns)));
    }

    [Fact]
    public void Collinear_columns_are_named_with_those_they_follow_from()
    {
        var (cohort, columns) = Draw(new Random(9));
        var sum = new Covariate("sum", [.. columns[0].Values.Zip(columns[1].Values, (one, other) => 2 * one - other)]);
        var innocent = new Covariate("innocent", [.. cohort.Select((_, row) => (double)(row * row % 17))]);

        var error = Assert.Throws<NotEstimableException>(
            () => CoxRegression.Fit(cohort, [columns[0], innocent, columns[1], sum]));

        Assert.Equal(NotEstimableCause.Collinear, error.Cause);
        Assert.Equal(["sum", "first", "second"], error.Columns);
        Assert.StartsWith("Found that sum follows from first, second.", error.Message);
    }

    [Fact]
    public void Names_the_column_and_the_row_of_a_missing_value()
    {
        var error = Assert.Throws<ArgumentException>(
            () => CoxRegression.Fit(Cohorts.Read("1 2 3"), [new("leptin", [1, double.NaN, 2])]));

        Assert.StartsWith("Found NaN in the column leptin at index 1. Expected a finite number", error.Message);
        Assert.Equal(NotEstimableCause.NoEvents,
            Assert.Throws<NotEstimableException>(() => CoxRegression.Fit(Cohorts.Read("1+ 2+"), [new("x", [1, 2])])).Cause);
    }

    static (FollowUp[] Cohort, Covariate[] Columns) Draw(Random random)
    {
        var cohort = Cohorts.Draw(random, 60, 25);
        return (cohort,
            [
                new("first", [.. cohort.Select(_ => random.NextDouble())]),
                new("second", [.. cohort.Select(_ => (double)random.Next(2))]),
            ]);
    }
}
