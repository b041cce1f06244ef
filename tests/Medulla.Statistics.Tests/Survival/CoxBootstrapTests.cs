using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxBootstrapTests
{
    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    public void Every_replicate_is_the_fit_of_its_rows(CoxTies ties)
    {
        var random = new Random(31);
        FollowUp[] cohort = [.. Cohorts.Draw(random, 80, 30)
            .Select(one => one.Time > 3 && random.Next(3) == 0 ? one with { EntryTime = random.Next((int)one.Time) } : one)];
        Covariate[] columns =
        [
            new("first", [.. cohort.Select(_ => random.NextDouble())]),
            new("second", [.. cohort.Select(_ => (double)random.Next(2))]),
        ];
        var options = new CoxOptions { Ties = ties, Strata = [.. cohort.Select(_ => random.Next(2) == 0 ? "a" : "b")] };
        var indices = BootstrapIndices.Drawn(80, 25, seed: 5);
        var bootstrap = CoxBootstrap.Run(cohort, columns, indices, options);

        Assert.Equal((25, 25), (bootstrap.Replicates, bootstrap.Estimable));
        var rows = new int[80];
        for (var replicate = 0; replicate < 25; replicate++)
        {
            indices.Fill(replicate, rows);
            var fit = CoxRegression.Fit([.. rows.Select(row => cohort[row])],
                [.. columns.Select(column => column with { Values = [.. rows.Select(row => column.Values[row])] })],
                options with { Strata = [.. rows.Select(row => options.Strata![row])] });
            for (var column = 0; column < 2; column++)
                Assert.Equal(fit.Coefficients[column].Estimate, bootstrap.Coefficient(replicate, column)!.Value, 1e-9);
        }
    }

    [Fact]
    public void Standard_error_and_interval_are_those_of_the_replicates()
    {
        // x, times 1 2 3, as worked in CoxRegressionTests: twice the cohort itself, whose log hazard ratio is −log √2.
        var indices = BootstrapIndices.Given([[0, 1, 2], [0, 1, 2]]);
        var bootstrap = CoxBootstrap.Run(Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])], indices);
        var coefficient = Assert.Single(bootstrap.Coefficients);

        Assert.Equal(-Math.Log(2) / 2, coefficient.Mean!.Value, 1e-12);
        Assert.Equal(0, coefficient.StandardError!.Value, 1e-12);
        Assert.Equal(-Math.Log(2) / 2, coefficient.Percentile!.Value.Lower, 1e-12);
        Assert.StartsWith("2 of 2 bootstrap replicates; 95 % percentile interval", bootstrap.Convention);
    }

    [Fact]
    public void A_replicate_without_an_answer_says_why()
    {
        var indices = BootstrapIndices.Given([[3, 3, 3, 3], [0, 2, 0, 2], [0, 1, 2, 3], [0, 0, 1, 1]]);
        var bootstrap = CoxBootstrap.Run(Cohorts.Read("1 2 3 4+"), [new("x", [1, 0, 1, 0])], indices);

        Assert.Equal(
            [NotEstimableCause.NoEvents, NotEstimableCause.Constant, null, NotEstimableCause.Separated],
            Enumerable.Range(0, 4).Select(bootstrap.Cause));
        Assert.Null(bootstrap.Coefficient(0, 0));
        Assert.NotNull(bootstrap.Coefficient(2, 0));
        Assert.Equal(1, bootstrap.Estimable);
        Assert.Null(bootstrap.Coefficients[0].StandardError);
    }

    [Fact]
    public void A_refit_allocates_nothing()
    {
        var random = new Random(32);
        var cohort = Cohorts.Draw(random, 86, 40);
        Covariate[] columns = [.. Enumerable.Range(0, 4).Select(column =>
            new Covariate($"x{column}", [.. cohort.Select(_ => random.NextDouble())]))];
        _ = Allocated(100);
        var perReplicate = (Allocated(2100) - Allocated(100)) / 2000;

        // The results, kept once, sorted once per limit and column, and why there is none: the refits leave no trace.
        // One array of a number per participant would be 712 bytes.
        Assert.InRange(perReplicate, 4 * 8, 4 * 8 + 8 + 4 * (3 * 8 + 3 * 16));

        long Allocated(int replicates)
        {
            var indices = BootstrapIndices.Drawn(86, replicates, seed: 6);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(replicates, CoxBootstrap.Run(cohort, columns, indices).Estimable);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Replicates_of_another_cohort_are_refused() =>
        Assert.StartsWith("Found replicates of 4 participants. Expected 3", Assert.Throws<ArgumentException>(() =>
            CoxBootstrap.Run(Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])], BootstrapIndices.Drawn(4, 2, 1))).Message);
}
