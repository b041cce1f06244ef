using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxScanTests
{
    [Fact]
    public void Every_column_is_fitted_as_if_alone()
    {
        var random = new Random(41);
        var cohort = Cohorts.Draw(random, 90, 40);
        Covariate[] columns = [.. Enumerable.Range(0, 20).Select(column =>
            new Covariate($"x{column}", [.. cohort.Select(_ => 1000 * random.NextDouble() * (column + 1))]))];
        var scan = CoxScan.Run(cohort, columns);

        Assert.Equal(20, scan.Columns.Length);
        foreach (var (column, result) in columns.Zip(scan.Columns))
        {
            var fit = CoxRegression.Fit(cohort, [column]);
            Assert.Equal(column.Name, result.Name);
            Assert.Equal(fit.Coefficients[0].Z, result.Z!.Value, 1e-9);
            Assert.Equal(fit.Coefficients[0].Estimate, result.Estimate!.Value, 1e-12);
            Assert.Equal(fit.Coefficients[0].Probability, result.Probability!.Value, 1e-9);
            Assert.Equal(fit.LikelihoodRatio.ChiSquare, result.LikelihoodRatio!.Value, 1e-9);
            Assert.Equal(fit.Score.ChiSquare, result.Score!.Value, 1e-9);
        }
    }

    [Fact]
    public void A_column_without_an_answer_says_why_and_does_not_stop_the_others()
    {
        var scan = CoxScan.Run(Cohorts.Read("1 2 3"), [new("flat", [1, 1, 1]), new("x", [1, 0, 1]), new("order", [3, 2, 1])]);

        Assert.Equal(
            [NotEstimableCause.Constant, null, NotEstimableCause.Separated], scan.Columns.Select(column => column.Cause));
        Assert.Null(scan.Columns[0].Z);
        Assert.Equal(-Math.Log(2) / 2, scan.Columns[1].Estimate!.Value, 1e-12);
    }

    [Fact]
    public void Robust_variance_is_refused() =>
        Assert.StartsWith("Found exact ties or robust variance.", Assert.Throws<ArgumentException>(() => CoxScan.Run(
            Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])], new CoxOptions { RobustVariance = true })).Message);
}
