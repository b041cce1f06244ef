using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxPredictionTests
{
    // x 1 0 1 at times 1 2 3: the hazard ratio u is 1/√2, the risk sets weigh 2u + 1, 1 + u and u.
    static readonly double Ratio = 1 / Math.Sqrt(2);
    static readonly CoxRegression Fit = CoxRegression.Fit(Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])]);

    [Fact]
    public void Baseline_hazard_worked_by_hand()
    {
        double[] increments = [1 / (2 * Ratio + 1), 1 / (1 + Ratio), 1 / Ratio];
        var baseline = Fit.BaselineHazard(centred: false);

        Assert.Equal([1, 2, 3], baseline.Select(step => step.Time));
        for (var step = 0; step < 3; step++)
            Assert.Equal(increments.Take(step + 1).Sum(), baseline[step].CumulativeHazard, 1e-12);
        Assert.Equal(baseline, Fit.BaselineHazard(centred: true)); // A column of 0 and 1 refers to 0.
    }

    [Fact]
    public void Predicted_survival_worked_by_hand()
    {
        // At x = 1 after time 1: hazard u / (2u + 1). Its variance, the coefficient known: (u / (2u + 1))². By the coefficient:
        // hazard × (mean 2u / (2u + 1) − 1), squared, times the coefficient's variance.
        var hazard = Ratio / (2 * Ratio + 1);
        var distance = hazard * (2 * Ratio / (2 * Ratio + 1) - 1);
        var error = Math.Sqrt(hazard * hazard + distance * distance * Fit.Covariance(0, 0));
        var step = Fit.Survival([1]).At(1.5);

        Assert.Equal(Math.Exp(-hazard), step.Survival, 1e-12);
        Assert.Equal(error, step.HazardStandardError, 1e-12);
        Assert.Equal(Math.Exp(-hazard) * error, step.StandardError, 1e-12);
        Assert.Equal(Math.Exp(-hazard - 1.959963984540054 * error), step.Confidence!.Value.Lower, 1e-12);
        Assert.Equal((1, 0), (Fit.Survival([1]).At(0.5).Survival, Fit.Survival([1]).At(0.5).StandardError));
        Assert.Null(Fit.Survival([1], SurvivalIntervalType.LogLog).At(0.5).Confidence);
    }

    [Fact]
    public void A_linear_predictor_of_zeros_is_certain()
    {
        Assert.Equal(new CoxLinearPredictor(0, 0), Fit.LinearPredictor([0]));
        Assert.Equal(Fit.Coefficients[0].Estimate, Fit.LinearPredictor([1]).Value);
        Assert.Equal(Fit.Coefficients[0].StandardError, Fit.LinearPredictor([1]).StandardError, 1e-14);
        Assert.Equal([Fit.Coefficients[0].Estimate, 0, Fit.Coefficients[0].Estimate], Fit.LinearPredictors());
    }

    [Fact]
    public void The_hazard_everybody_met_adds_up_to_the_events_in_each_stratum()
    {
        var random = new Random(51);
        var cohort = Cohorts.Draw(random, 70, 20);
        Covariate[] columns = [new("x", [.. cohort.Select(_ => random.NextDouble())])];
        string[] strata = [.. cohort.Select((_, row) => row % 2 == 0 ? "10" : "9")];
        var fit = CoxRegression.Fit(cohort, columns, new CoxOptions { Strata = strata, Ties = CoxTies.Breslow });
        var baseline = fit.BaselineHazard(centred: false);

        Assert.Equal(["9", "10"], baseline.Select(step => step.Stratum).Distinct());
        foreach (var stratum in strata.Distinct())
            Assert.Equal(
                cohort.Where((one, row) => strata[row] == stratum && one.EventObserved).Count(),
                cohort.Select((one, row) => strata[row] != stratum ? 0
                    : Math.Exp(fit.LinearPredictors()[row])
                        * baseline.Single(step => step.Stratum == stratum && step.Time == one.Time)
                            .CumulativeHazard).Sum(), 1e-9);
        Assert.StartsWith("Found the stratum none. Expected one of 9, 10.",
            Assert.Throws<ArgumentException>(() => fit.Survival([0.5])).Message);
        Assert.StartsWith("Found 2 values. Expected 1: x.",
            Assert.Throws<ArgumentException>(() => fit.Survival([1, 2], stratum: "9")).Message);
    }

    [Fact]
    public void Schoenfeld_residuals_add_up_to_nothing_and_come_in_order_of_time()
    {
        var random = new Random(52);
        var cohort = Cohorts.Draw(random, 70, 20);
        var fit = CoxRegression.Fit(cohort, [new("x", [.. cohort.Select(_ => random.NextDouble())])]);
        var residuals = fit.SchoenfeldResiduals();

        Assert.Equal(fit.Events, residuals.Length);
        Assert.Equal(0, residuals.Sum(one => one.Values[0]), 1e-10);
        Assert.Equal(fit.Coefficients[0].Estimate, residuals.Average(one => one.Scaled[0]), 1e-10);
        Assert.Equal(residuals.Select(one => one.Time).Order(), residuals.Select(one => one.Time));
    }

    [Fact]
    public void Nested_regressions_are_compared_by_their_likelihoods()
    {
        var random = new Random(53);
        var cohort = Cohorts.Draw(random, 70, 20);
        Covariate[] columns = [.. Enumerable.Range(0, 3).Select(column =>
            new Covariate($"x{column}", [.. cohort.Select(_ => random.NextDouble())]))];
        var (smaller, larger) = (CoxRegression.Fit(cohort, columns[..1]), CoxRegression.Fit(cohort, columns));
        var test = new CoxComparison(smaller, larger).LikelihoodRatio;

        Assert.Equal(2 * (larger.LogLikelihood - smaller.LogLikelihood), test.ChiSquare, 1e-12);
        Assert.Equal(2, test.DegreesOfFreedom);
        Assert.StartsWith("Found 3 columns and 1. Expected more in the second.",
            Assert.Throws<ArgumentException>(() => new CoxComparison(larger, smaller)).Message);
    }
}
