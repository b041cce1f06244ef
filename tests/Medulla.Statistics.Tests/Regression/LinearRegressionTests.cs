using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

public sealed class LinearRegressionTests
{
    [Fact]
    public void Four_points_worked_by_hand()
    {
        // x 0 1 2 3, y 1 2 2 5: slope 6/5, intercept 0.7; residuals 0.3, 0.1, −1.1, 0.7 with squares 0.09 + 0.01 + 1.21 + 0.49.
        var fit = LinearRegression.Fit([1, 2, 2, 5], [new("x", [0, 1, 2, 3])]);

        Assert.Equal(1.2, fit.Coefficients[1].Estimate, 1e-14);
        Assert.Equal(0.7, fit.Coefficients[0].Estimate, 1e-14);
        Assert.Equal(Math.Sqrt(1.8 / 2), fit.Sigma, 1e-14);
        Assert.Equal(1 - 1.8 / 9, fit.RSquared!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(0.9 / 5), fit.Coefficients[1].StandardError, 1e-14);

        // HC0 of the slope: Σ (x − 1.5)² e² / 25 = (2.25 · 0.09 + 0.25 · 0.01 + 0.25 · 1.21 + 2.25 · 0.49) / 25.
        Assert.Equal(Math.Sqrt(1.61) / 5, fit.Coefficients[1].RobustStandardErrorHc0, 1e-14);
        Assert.Equal([0.7, 0.3, 0.3, 0.7], fit.Leverages.Select(one => Math.Round(one, 12)));
        Assert.Equal(7.2 / 0.9, fit.Overall!.F, 1e-12);
    }

    [Fact]
    public void Residuals_are_orthogonal_to_every_column_far_from_the_origin()
    {
        var random = new Random(4);
        double[] year = [.. Enumerable.Range(0, 60).Select(_ => 1e6 + random.NextDouble())];
        double[] age = [.. year.Select(value => value * 1e-6 + random.NextDouble())];
        var fit = LinearRegression.Fit(
            [.. year.Select(value => value - 1e6 + random.NextDouble())], [new("year", year), new("age", age)]);

        Assert.Equal(0, fit.Residuals.Sum(), 1e-11);
        Assert.Equal(0, fit.Residuals.Zip(year, (residual, value) => residual * (value - 1e6)).Sum(), 1e-11);
    }

    [Fact]
    public void A_perfect_fit_and_a_constant_outcome_have_no_tests()
    {
        var perfect = LinearRegression.Fit([0, 1, 2, 3], [new("x", [0, 1, 2, 3])]);
        var constant = LinearRegression.Fit([2, 2, 2, 2], [new("x", [0, 1, 2, 3])]);

        Assert.Equal(1, perfect.RSquared!.Value, 1e-14);
        Assert.Null(constant.RSquared);
    }

    [Fact]
    public void Says_what_is_wrong_with_the_input()
    {
        Assert.Contains("Found 2 participants for 2 coefficients. Expected at least 3", Assert.Throws<NotEstimableException>(
            () => LinearRegression.Fit([1, 2], [new("x", [0, 1])])).Message, StringComparison.Ordinal);
        Assert.Contains("Found NaN in the column outcome at index 1", Assert.Throws<ArgumentException>(
            () => LinearRegression.Fit([1, double.NaN, 3], [new("x", [0, 1, 2])])).Message, StringComparison.Ordinal);
    }
}
