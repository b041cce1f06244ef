using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Regressions of the subdistribution hazard in the topic <c>competing_risks</c>.</summary>
static class FineGrayMethods
{
    public static Answer Crr(CaseInput input)
    {
        var covariates = input.Covariates();
        var model = FineGray.Fit(CompetingRisksTopic.Cohort(input), (int)input.Number("cause"), covariates);
        var columns = Enumerable.Range(0, covariates.Count).ToArray();
        double[] at = [.. covariates.Select(covariate => covariate.Values.Average())];
        return new Answer()
            .Set("coef", model.Coefficients.Select(coefficient => coefficient.Estimate))
            .Set("var", columns.Select(row => columns.Select(column => model.Covariance(row, column))))
            .Set("inf", columns.Select(row => columns.Select(column => model.Information(row, column))))
            .Set("loglik", model.LogLikelihood)
            .Set("loglik_null", model.NullLogLikelihood)
            .Set("z", model.Coefficients.Select(coefficient => coefficient.Z))
            .Set("p", model.Coefficients.Select(coefficient => PrintedProbability(coefficient.Z)))
            .Set("uftime", model.EventTimes)
            .Set("bfitj", model.BaselineIncrements)
            .Set("res_colsum_abs", columns.Select(column => model.Residuals.Sum(residual => Math.Abs(residual[column]))))
            .Set("converged", value: true)
            .Set("cif_at_mean", new Answer()
                .Set("cov", at).Set("time", model.EventTimes).Set("cif", model.CumulativeIncidence(at)));
    }

    public static Answer Weighted(CaseInput input)
    {
        var cohort = CompetingRisksTopic.Cohort(input);
        var cause = (int)input.Number("cause");
        var stretches = WeightedCountingProcess.Of(cohort, cause);
        var answer = new Answer()
            .Set("rows", stretches.Length)
            .Set("sum_weights", stretches.Sum(stretch => stretch.Weight));
        foreach (var ties in input.Texts("ties"))
        {
            var model = FineGray.Fit(cohort, cause, input.Covariates(), new FineGrayOptions
            {
                Convention = FineGrayConvention.WeightedCox,
                Ties = ties == "efron" ? CoxTies.Efron : CoxTies.Breslow,
            });
            answer.Set(ties, new Answer()
                .Set("coef", model.Coefficients.Select(coefficient => coefficient.Estimate))
                .Set("naive_se", model.Coefficients.Select((_, column) => Math.Sqrt(model.ModelCovariance(column, column))))
                .Set("robust_se", model.Coefficients.Select(coefficient => coefficient.StandardError))
                .Set("loglik", [model.NullLogLikelihood, model.LogLikelihood]));
        }

        return answer;
    }

    // summary.crr: signif(2 * (1 - pnorm(|z|)), 2).
    static double PrintedProbability(double z)
    {
        var probability = 2 * (1 - (1 - StandardNormal.UpperTail(Math.Abs(z))));
        return double.Parse(probability.ToString("E1", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture);
    }
}
