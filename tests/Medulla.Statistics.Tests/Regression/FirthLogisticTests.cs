using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

public sealed class FirthLogisticTests
{
    [Theory]
    [InlineData(6, 2, 3, 9)]
    [InlineData(8, 0, 3, 9)] // nobody exposed is a control: maximum likelihood is infinite
    [InlineData(5, 0, 0, 7)] // complete separation
    public void A_two_by_two_table_gains_one_half_in_each_cell(int a, int b, int c, int d)
    {
        // A saturated model: the penalty of the two groups is ½ log π(1 − π) each, as if half a case and half a control came.
        var (outcomes, exposure) = LogisticRegressionTests.Table(a, b, c, d);
        var fit = FirthLogistic.Fit(outcomes, [exposure]);

        Assert.Equal((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5)), fit.Coefficients[1].Ratio, 1e-8);
        Assert.True(fit.NewtonDecrement < 1e-6);
    }

    [Fact]
    public void At_a_limit_the_penalised_likelihood_has_fallen_by_half_the_chi_square_quantile()
    {
        var (outcomes, columns) = LogisticRegressionTests.Draw(new Random(8), 40);
        var fit = FirthLogistic.Fit(outcomes, columns);
        for (var column = 0; column < 3; column++)
        {
            var limits = fit.Coefficients[column].LogConfidence;
            Assert.Equal(1.920729410347062, fit.LogLikelihood - fit.ProfileLogLikelihood(column, limits.Lower), 1e-9);
            Assert.Equal(1.920729410347062, fit.LogLikelihood - fit.ProfileLogLikelihood(column, limits.Upper), 1e-9);
            Assert.True(limits.Contains(fit.Coefficients[column].Estimate));
            Assert.Equal(fit.Coefficients[column].Test.ChiSquare,
                2 * (fit.LogLikelihood - fit.ProfileLogLikelihood(column, 0)), 1e-9);
        }
    }

    [Fact]
    public void Estimates_lie_nearer_to_zero_than_those_of_maximum_likelihood()
    {
        var (outcomes, columns) = LogisticRegressionTests.Draw(new Random(9), 40);
        var firth = FirthLogistic.Fit(outcomes, columns);
        var plain = LogisticRegression.Fit(outcomes, columns);

        Assert.InRange(firth.Coefficients[1].Estimate / plain.Coefficients[1].Estimate, 0.5, 0.999);
    }

    [Fact]
    public void A_collinear_column_is_named()
    {
        var (outcomes, columns) = LogisticRegressionTests.Draw(new Random(9), 40);
        var problem = Assert.Throws<NotEstimableException>(
            () => FirthLogistic.Fit(outcomes, [.. columns, columns[0] with { Name = "again" }]));

        Assert.Equal(["again", "first"], problem.Columns);
    }
}
