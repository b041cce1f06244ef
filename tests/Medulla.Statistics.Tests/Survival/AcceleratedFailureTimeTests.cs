using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class AcceleratedFailureTimeTests
{
    [Fact]
    public void Exponential_times_worked_by_hand()
    {
        // Rate = events / time: 3 in 20 without, 2 in 40 with the treatment. Time ratio (40/2) / (20/3) = 3.
        var cohort = Cohorts.Read("2 5 6 7+ 10 12 18+");
        Covariate treated = new("treated", [0, 0, 0, 0, 1, 1, 1]);
        var fit = AcceleratedFailureTime.Fit(cohort, [treated], AftDistribution.Exponential);

        Assert.Equal(3, fit.Coefficients[1].TimeRatio, 1e-11);
        Assert.Equal(Math.Sqrt(1 / 3.0 + 1 / 2.0), fit.Coefficients[1].StandardError, 1e-11);
        Assert.Equal(3 * Math.Log(3 / 20.0) - 3 + 2 * Math.Log(2 / 40.0) - 2, fit.LogLikelihood, 1e-11);
        Assert.Equal(1 / 3.0, fit.HazardRatio(1)!.Value, 1e-11);
        Assert.Equal(20 / 3.0 * Math.Log(2), fit.Quantile(0.5, 0), 1e-10);
        Assert.Null(fit.ScaleConfidence);
    }

    [Theory]
    [InlineData(AftDistribution.Exponential)]
    [InlineData(AftDistribution.Weibull)]
    [InlineData(AftDistribution.LogNormal)]
    [InlineData(AftDistribution.LogLogistic)]
    public void Another_unit_of_time_moves_only_the_intercept(AftDistribution distribution)
    {
        var random = new Random(3);
        var cohort = Cohorts.Draw(random, 60, 40).Select(one => one with { Time = one.Time + 1 }).ToArray();
        Covariate column = new("x", [.. cohort.Select(_ => random.NextDouble())]);
        var days = AcceleratedFailureTime.Fit(cohort, [column], distribution);
        var hours = AcceleratedFailureTime.Fit(
            [.. cohort.Select(one => one with { Time = 24 * one.Time })], [column], distribution);

        Assert.Equal(days.Coefficients[0].Estimate + Math.Log(24), hours.Coefficients[0].Estimate, 1e-9);
        Assert.Equal(days.Coefficients[1].Z, hours.Coefficients[1].Z, 1e-9);
        Assert.Equal(days.LogLikelihood - days.Events * Math.Log(24), hours.LogLikelihood, 1e-8);
        Assert.Equal(0.3, 1 - days.Survival(days.Quantile(0.3, 0.5), 0.5), 1e-12);
        Assert.True(days.NewtonDecrement < 1e-7);
    }

    [Fact]
    public void A_level_without_events_is_named()
    {
        var problem = Assert.Throws<NotEstimableException>(() => AcceleratedFailureTime.Fit(
            Cohorts.Read("2 5 6 7+ 10+ 12+ 18+"), [new("treated", [0, 0, 0, 0, 1, 1, 1])], AftDistribution.Weibull));

        Assert.Equal((NotEstimableCause.Separated, "treated"), (problem.Cause, problem.Columns[0]));
    }

    [Fact]
    public void Says_what_is_wrong_with_the_input()
    {
        Assert.Contains("Found the time 0 at index 1", Assert.Throws<ArgumentException>(
            () => AcceleratedFailureTime.Fit(Cohorts.Read("2 0 3"), [], AftDistribution.Weibull)).Message,
            StringComparison.Ordinal);
        Assert.Contains("Found an entry time at index 0", Assert.Throws<ArgumentException>(
            () => AcceleratedFailureTime.Fit([new(3, true, 1)], [], AftDistribution.Weibull)).Message,
            StringComparison.Ordinal);
        Assert.Equal(NotEstimableCause.NoEvents, Assert.Throws<NotEstimableException>(
            () => AcceleratedFailureTime.Fit(Cohorts.Read("2+ 3+"), [], AftDistribution.LogNormal)).Cause);
    }
}
