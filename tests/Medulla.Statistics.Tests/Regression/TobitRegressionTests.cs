using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Tests.Regression;

public sealed class TobitRegressionTests
{
    [Fact]
    public void Without_censored_values_it_is_least_squares_with_the_divisor_n()
    {
        // As in the four points of linear regression: residual squares add up to 1.8.
        var fit = TobitRegression.Fit([new(1), new(2), new(2), new(5)], [new("x", [0, 1, 2, 3])]);

        Assert.Equal(1.2, fit.Coefficients[1].Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(1.8 / 4), fit.Sigma, 1e-12);
        Assert.Equal(Math.Sqrt(1.8 / 4 / 5), fit.Coefficients[1].StandardError, 1e-12);
    }

    [Fact]
    public void A_mirror_image_censors_on_the_other_side()
    {
        var random = new Random(6);
        double[] x = [.. Enumerable.Range(0, 80).Select(_ => random.NextDouble() * 3)];
        double[] y = [.. x.Select(value => value + random.NextDouble() + random.NextDouble() + random.NextDouble())];
        var below = TobitRegression.Fit(
            [.. y.Select(value => value < 2 ? CensoredValue.Below(2) : new CensoredValue(value))], [new("x", x)]);
        var above = TobitRegression.Fit(
            [.. y.Select(value => value < 2 ? CensoredValue.Above(-2) : new CensoredValue(-value))], [new("x", x)]);

        Assert.True(below.Below > 5);
        Assert.Equal(below.Below, above.Above);
        Assert.Equal(below.Coefficients[1].Estimate, -above.Coefficients[1].Estimate, 1e-9);
        Assert.Equal(below.LogLikelihood, above.LogLikelihood, 1e-9);
    }

    [Fact]
    public void The_unit_of_the_measurement_only_scales_the_result()
    {
        CensoredValue[] values = [CensoredValue.Below(1), CensoredValue.Below(1), new(1.5), new(2), new(2.5), new(4), new(3.5)];
        Covariate column = new("x", [1, 2, 2, 3, 5, 6, 4]);
        var fit = TobitRegression.Fit(values, [column]);
        var scaled = TobitRegression.Fit([.. values.Select(value => value with { Value = 1000 * value.Value })], [column]);

        Assert.Equal(1000 * fit.Sigma, scaled.Sigma, 1e-7);
        Assert.Equal(fit.Coefficients[1].Z, scaled.Coefficients[1].Z, 1e-8);
        Assert.Equal(fit.LogLikelihood - 5 * Math.Log(1000), scaled.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Says_when_there_is_too_little_or_when_a_level_is_censored_throughout()
    {
        Assert.Contains("Found fewer than two different values", Assert.Throws<NotEstimableException>(
            () => TobitRegression.Fit([CensoredValue.Below(1), new(2), new(2)], [])).Message, StringComparison.Ordinal);
        var problem = Assert.Throws<NotEstimableException>(() => TobitRegression.Fit(
            [CensoredValue.Below(1), CensoredValue.Below(1), new(2), new(3), new(5), new(4)],
            [new("carrier", [1, 1, 0, 0, 0, 0])]));
        Assert.Equal((NotEstimableCause.Separated, "carrier"), (problem.Cause, problem.Columns[0]));
    }
}
