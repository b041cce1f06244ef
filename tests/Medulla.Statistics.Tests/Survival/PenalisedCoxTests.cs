using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class PenalisedCoxTests
{
    [Fact]
    public void Ridge_without_penalty_is_Cox_regression_and_a_strong_one_leaves_nothing()
    {
        var (cohort, columns) = Draw(new Random(1));
        var plain = CoxRegression.Fit(cohort, columns);
        var none = RidgeCox.Fit(cohort, columns, theta: 0);
        var strong = RidgeCox.Fit(cohort, columns, theta: 1e9);

        Assert.Equal(plain.Coefficients[0].Estimate, none.Coefficients[0].Estimate, 1e-10);
        Assert.Equal(plain.Covariance(0, 1), none.SamplingCovariance(0, 1), 1e-10);
        Assert.Equal(3, none.DegreesOfFreedom, 1e-9);
        Assert.Equal(0, strong.Coefficients[0].Estimate, 1e-6);
        Assert.Equal(0, strong.DegreesOfFreedom, 1e-6);
    }

    [Fact]
    public void Ridge_worked_by_hand_for_two_participants()
    {
        // One event, of the participant with x = 1, beside one with x = 0: log-likelihood −log(1 + e^−b), slope
        // 1/(1 + e^b) = θ b.
        // With θ = 1/(1 + e) the maximum is at b = 1.
        var fit = RidgeCox.Fit(Cohorts.Read("1 2+"), [new("x", [1, 0])], theta: 1 / (1 + Math.E), perStandardDeviation: false);

        Assert.Equal(1, fit.Coefficients[0].Estimate, 1e-12);
        Assert.Equal(-Math.Log(1 + 1 / Math.E), fit.LogLikelihood, 1e-12);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Elastic_net_meets_its_conditions_of_optimality(double alpha)
    {
        // At the minimum the slope of the likelihood is λ(α sign β + (1 − α) β) where β ≠ 0, and at most λα in size elsewhere.
        var (cohort, columns) = Draw(new Random(2));
        const double Lambda = 0.05;
        var fit = ElasticNetCox.Fit(cohort, columns, alpha, Lambda);
        var likelihood = new CoxDerivatives(cohort, columns, new CoxOptions { Ties = CoxTies.Breslow });
        double[] standardised = [.. fit.Coefficients.Select((one, column) => one.Estimate * likelihood.Scales[column])];
        likelihood.Evaluate(standardised);

        Assert.Contains(fit.Coefficients, one => one.Selected);
        for (var column = 0; column < columns.Length; column++)
        {
            var slope = likelihood.Score[column] / cohort.Length;
            var beta = standardised[column];
            if (beta == 0)
                Assert.True(Math.Abs(slope) <= Lambda * alpha + 1e-10);
            else
                Assert.Equal(Lambda * (alpha * Math.Sign(beta) + (1 - alpha) * beta), slope, 1e-10);
        }
    }

    [Fact]
    public void Without_the_lasso_part_elastic_net_is_ridge_and_a_strong_lasso_selects_nothing()
    {
        var (cohort, columns) = Draw(new Random(3));
        var net = ElasticNetCox.Fit(cohort, columns, alpha: 0, lambda: 0.1);
        var ridge = RidgeCox.Fit(cohort, columns, theta: 0.1 * (cohort.Length - 1),
            options: new CoxOptions { Ties = CoxTies.Breslow });
        var empty = ElasticNetCox.Fit(cohort, columns, alpha: 1, lambda: 10);

        Assert.Equal(ridge.Coefficients[1].Estimate, net.Coefficients[1].Estimate, 1e-9);
        Assert.All(empty.Coefficients, one => Assert.False(one.Selected));
        Assert.Equal(0, empty.DevianceRatio, 1e-12);
    }

    [Fact]
    public void Firth_is_finite_where_the_hazard_ratio_is_not()
    {
        var cohort = Cohorts.Read("1 2 3 4+ 5+ 6+");
        Covariate carrier = new("carrier", [1, 1, 1, 0, 0, 0]);
        Assert.Throws<NotEstimableException>(() => CoxRegression.Fit(cohort, [carrier]));
        var fit = FirthCox.Fit(cohort, [carrier]);

        Assert.True(fit.Coefficients[0].Ratio is > 3 and < 100, $"{fit.Coefficients[0].Ratio}");
        Assert.True(fit.Coefficients[0].LogConfidence.Contains(fit.Coefficients[0].Estimate));
    }

    [Fact]
    public void Firth_worked_by_hand_for_two_participants()
    {
        // −log(1 + e^−b) + ½ log(e^b / (1 + e^b)²): slope 1 − p + ½ − p = 0 at p = 3/4, so the hazard ratio is 3.
        var fit = FirthCox.Fit(Cohorts.Read("1 2+"), [new("x", [1, 0])]);

        Assert.Equal(3, fit.Coefficients[0].Ratio, 1e-9);
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    public void The_third_derivative_is_the_slope_of_the_information(CoxTies ties)
    {
        var (cohort, columns) = Draw(new Random(4));
        var likelihood = new CoxDerivatives(cohort, columns, new CoxOptions { Ties = ties });
        double[] at = [0.3, -0.2, 0.5];
        likelihood.EvaluateThird(at);
        var third = (double[])likelihood.Third.Clone();
        for (var column = 0; column < 3; column++)
        {
            double[] forward = [.. at], back = [.. at];
            forward[column] += 1e-5;
            back[column] -= 1e-5;
            likelihood.Evaluate(forward);
            var high = (double[])likelihood.Information.Clone();
            likelihood.Evaluate(back);
            for (var pair = 0; pair < 9; pair++)
                Assert.Equal((high[pair] - likelihood.Information[pair]) / 2e-5, third[pair * 3 + column], 1e-5);
        }
    }

    [Fact]
    public void Says_what_is_wrong_with_the_input()
    {
        var (cohort, columns) = Draw(new Random(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeCox.Fit(cohort, columns, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ElasticNetCox.Fit(cohort, columns, 2, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ElasticNetCox.Fit(cohort, columns, 1, 0));
        var problem = Assert.Throws<NotEstimableException>(
            () => FirthCox.Fit(cohort, [.. columns, columns[1] with { Name = "again" }]));
        Assert.Equal(["again", "second"], problem.Columns);
    }

    [Fact]
    public void A_spline_with_uncorrelated_columns_is_the_same_model()
    {
        var (cohort, columns) = Draw(new Random(6));
        var spline = RestrictedCubicSpline.AtQuantiles(columns[0].Values, 4);
        var fit = CoxSpline.Fit(cohort, columns[0], spline, [columns[1]]);
        var plain = CoxRegression.Fit(cohort, [.. spline.Expand(columns[0]), columns[1]]);

        Assert.Equal(plain.LogLikelihood, fit.OrthogonalModel.LogLikelihood, 1e-9);
        for (var column = 0; column < 4; column++)
        {
            Assert.Equal(plain.Coefficients[column].Estimate, fit.Coefficients[column], 1e-7);
            Assert.Equal(plain.Covariance(column, 3), fit.Covariance(column, 3), 1e-7);
        }

        var direct = new SplineEffect(spline, [.. fit.Coefficients.Take(3)], fit.Covariance);
        Assert.Equal(direct.Overall.ChiSquare, fit.Effect.Overall.ChiSquare, 1e-7);
        Assert.Equal(direct.NonLinear.ChiSquare, fit.Effect.NonLinear.ChiSquare, 1e-7);
    }

    static (FollowUp[] Cohort, Covariate[] Columns) Draw(Random random)
    {
        double[] first = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() * 4)];
        double[] second = [.. first.Select(_ => (double)random.Next(2))];
        double[] third = [.. first.Select(_ => random.NextDouble())];
        FollowUp[] cohort = [.. first.Select((value, row) => new FollowUp(
            1 + Math.Floor(-20 * Math.Log(1 - random.NextDouble()) * Math.Exp(-0.5 * value - 0.4 * second[row])),
            random.Next(4) > 0))];
        return (cohort, [new("first", first), new("second", second), new("third", third)]);
    }
}
