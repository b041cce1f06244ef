using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class CoxKernelTests
{
    /// <summary>Everything at once: ties, weights, strata, offset, late entry, and more rows than one block holds.</summary>
    [Theory]
    [InlineData(CoxTies.Efron, 300)]
    [InlineData(CoxTies.Breslow, 300)]
    [InlineData(CoxTies.Efron, 3)]
    [InlineData(CoxTies.Breslow, 3)]
    [InlineData(CoxTies.Efron, 1_000_000)]
    public void The_fit_is_where_a_likelihood_summed_risk_set_by_risk_set_is_level(CoxTies ties, int latest)
    {
        var random = new Random(21);
        const int Rows = 1400;
        var cohort = new FollowUp[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var time = random.Next(1, latest);
            cohort[row] = new FollowUp(time, random.Next(3) > 0, random.Next(2) == 0 ? random.Next(time) : null);
        }

        Covariate[] columns =
        [
            .. Enumerable.Range(0, 6).Select(column =>
                new Covariate($"x{column}", [.. cohort.Select(_ => random.NextDouble() * (column + 1))])),
        ];
        var options = new CoxOptions
        {
            Ties = ties,
            CaseWeights = [.. cohort.Select(_ => random.Next(1, 4) / 2.0)],
            Offset = [.. cohort.Select(_ => random.NextDouble())],
            Strata = [.. cohort.Select(_ => random.Next(3) == 0 ? "a" : "b")],
        };
        var fit = CoxRegression.Fit(cohort, columns, options);
        double[] estimate = [.. fit.Coefficients.Select(one => one.Estimate)];

        Assert.Equal(fit.LogLikelihood, Naive(estimate), 1e-7);
        Assert.Equal(fit.NullLogLikelihood, Naive(new double[6]), 1e-7);
        for (var column = 0; column < 6; column++)
        {
            // The curvature along a column is the reciprocal of its variance with the others held: compare what a step costs.
            var step = 0.01 * fit.Coefficients[column].StandardError;
            var (up, down) = ((double[])estimate.Clone(), (double[])estimate.Clone());
            up[column] += step;
            down[column] -= step;
            Assert.Equal(0, (Naive(up) - Naive(down)) / 2 / 0.01, 1e-3);
            Assert.True(Naive(up) < fit.LogLikelihood && Naive(down) < fit.LogLikelihood);
        }

        double Naive(double[] coefficients)
        {
            var predictors = cohort.Select((_, row) => options.Offset[row]
                + columns.Select((column, place) => coefficients[place] * column.Values[row]).Sum()).ToArray();
            var sum = 0.0;
            foreach (var stratum in options.Strata.Distinct())
                foreach (var time in cohort.Where(one => one.EventObserved).Select(one => one.Time).Distinct())
                {
                    var here = Enumerable.Range(0, Rows).Where(row => options.Strata[row] == stratum).ToArray();
                    var withEvent = here.Where(row => cohort[row].Time == time && cohort[row].EventObserved).ToArray();
                    var atRisk = here.Where(row => cohort[row].Time >= time && !(cohort[row].EntryTime >= time)).ToArray();
                    var (all, tied) = (atRisk.Sum(Hazard), withEvent.Sum(Hazard));
                    sum += withEvent.Sum(row => options.CaseWeights[row] * predictors[row]);
                    for (var turn = 0; turn < withEvent.Length; turn++)
                        sum -= withEvent.Average(row => options.CaseWeights[row])
                            * Math.Log(all - (ties == CoxTies.Efron ? (double)turn / withEvent.Length * tied : 0));
                }

            return sum;

            double Hazard(int row) => options.CaseWeights[row] * Math.Exp(predictors[row]);
        }
    }

    [Fact]
    public void Exact_ties_are_a_sum_over_all_ways_to_have_the_events()
    {
        var random = new Random(22);
        var cohort = Enumerable.Range(0, 12).Select(row =>
            new FollowUp(1 + row / 4, row % 4 < 2 || row == 11, row % 5 == 3 ? 0.5 : null)).ToArray();
        double[] values = [.. cohort.Select(_ => random.NextDouble())];
        var fit = CoxRegression.Fit(cohort, [new("x", values)], new CoxOptions { Ties = CoxTies.Exact });

        Assert.Equal(fit.NullLogLikelihood, Enumerated(0), 1e-12);
        Assert.Equal(fit.LogLikelihood, Enumerated(fit.Coefficients[0].Estimate), 1e-12);
        var estimate = fit.Coefficients[0].Estimate;
        Assert.Equal(0, Enumerated(estimate + 1e-4) - Enumerated(estimate - 1e-4), 1e-9);
        var curvature = (Enumerated(estimate + 1e-3) - 2 * Enumerated(estimate) + Enumerated(estimate - 1e-3)) / 1e-6;
        Assert.Equal(1 / Math.Sqrt(-curvature), fit.Coefficients[0].StandardError, 1e-4);

        double Enumerated(double coefficient)
        {
            var sum = 0.0;
            foreach (var time in cohort.Select(one => one.Time).Distinct())
            {
                var atRisk = Enumerable.Range(0, 12)
                    .Where(row => cohort[row].Time >= time && !(cohort[row].EntryTime >= time)).ToArray();
                var withEvent = atRisk.Where(row => cohort[row].Time == time && cohort[row].EventObserved).ToArray();
                var ways = Enumerable.Range(0, 1 << atRisk.Length).Where(set => int.PopCount(set) == withEvent.Length)
                    .Sum(set => Math.Exp(
                        atRisk.Where((_, place) => (set >> place & 1) == 1).Sum(row => coefficient * values[row])));
                sum += withEvent.Sum(row => coefficient * values[row]) - Math.Log(ways);
            }

            return sum;
        }
    }

    [Fact]
    public void Without_ties_all_three_methods_are_one()
    {
        var random = new Random(23);
        FollowUp[] cohort = [.. Enumerable.Range(1, 40).Select(time => new FollowUp(time, random.Next(3) > 0))];
        Covariate[] columns = [new("x", [.. cohort.Select(_ => random.NextDouble())])];
        var fits = Enum.GetValues<CoxTies>()
            .Select(ties => CoxRegression.Fit(cohort, columns, new CoxOptions { Ties = ties })).ToArray();

        Assert.Equal(3, fits.Length);
        Assert.All(fits, fit => Assert.Equal(fits[0].Coefficients[0].Estimate, fit.Coefficients[0].Estimate, 1e-10));
        Assert.All(fits, fit => Assert.Equal(fits[0].LogLikelihood, fit.LogLikelihood, 1e-10));
    }

    [Fact]
    public void Linear_predictors_far_from_zero_change_nothing()
    {
        var random = new Random(24);
        var cohort = Cohorts.Draw(random, 60, 25);
        Covariate[] columns = [new("x", [.. cohort.Select(_ => random.NextDouble())])];
        string[] strata = [.. cohort.Select((_, row) => row % 2 == 0 ? "near" : "far")];
        var near = CoxRegression.Fit(cohort, columns, new CoxOptions { Strata = strata });
        var far = CoxRegression.Fit(cohort, columns, new CoxOptions
        {
            Strata = strata, Offset = [.. strata.Select(stratum => stratum == "far" ? 2000.0 : -900.0)],
        });

        Assert.Equal(near.Coefficients[0].Estimate, far.Coefficients[0].Estimate, 1e-9);
        Assert.Equal(near.LogLikelihood, far.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Times_that_differ_by_rounding_are_one_unless_told_otherwise()
    {
        FollowUp[] cohort = [new(0.1 + 0.2, true), new(0.3, true), new(1, true), new(2, false)];
        Covariate[] columns = [new("x", [1, 0, 1, 0])];
        FollowUp[] tied = [new(0.3, true), .. cohort[1..]];

        Assert.Equal(CoxRegression.Fit(tied, columns).LogLikelihood, CoxRegression.Fit(cohort, columns).LogLikelihood, 1e-14);
        Assert.NotEqual(CoxRegression.Fit(tied, columns).LogLikelihood,
            CoxRegression.Fit(cohort, columns, new CoxOptions { MergeRounding = false }).LogLikelihood, 1e-3);
    }

    [Fact]
    public void Exact_ties_refuse_case_weights() =>
        Assert.StartsWith("Found case weights with exact ties. Expected none", Assert.Throws<ArgumentException>(() =>
            CoxRegression.Fit(Cohorts.Read("1 2 3"), [new("x", [1, 0, 1])],
                new CoxOptions { Ties = CoxTies.Exact, CaseWeights = [1, 2, 1] })).Message);
}
