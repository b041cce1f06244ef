using Medulla.Statistics.Description;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>cox_extended</c>.</summary>
static class CoxExtendedTopic
{
    public static Topic Topic { get; } = Topic.Of("cox_extended",
        ("cox_rcs", Spline),
        ("aft", AcceleratedFailureTimes),
        ("cox_lrt", CoxNestedCases.LikelihoodRatio));

    static Answer Spline(CaseInput input)
    {
        // Knots and values of the curve are those of everybody measured, whether or not the rest is known.
        var request = input.Argument("spline");
        var column = request.GetProperty("column").GetString()!;
        var measured = Measured(input, column);
        var spline = RestrictedCubicSpline.AtQuantiles(measured, request.GetProperty("n_knots").GetInt32());
        var fit = CoxSpline.Fit(
            input.FollowUps(), new Covariate(column, input.Values(column)), spline, input.Covariates(), Options(input));
        var values = input.Numbers("probs").Select(probability => Quantiles.Of(measured, probability)).ToArray();
        var curve = fit.Effect.At(values, Quantiles.Of(measured, input.Number("reference_prob", 0.5)), input.Number("level", 0.95));
        return new Answer()
            .Set("knots", spline.Knots)
            .Set("basis_first8", measured.Take(8).Select(spline.Basis))
            .Set("coef", fit.Model.Coefficients.Select(one => one.Estimate))
            .Set("var", Square(fit.Model.Coefficients.Length, fit.Model.Covariance))
            .Set("loglik", [fit.Model.NullLogLikelihood, fit.Model.LogLikelihood])
            .Set("wald_overall", Test(fit.Effect.Overall))
            .Set("wald_nonlinear", Test(fit.Effect.NonLinear))
            .Set("lrt_nonlinear", Test(fit.NonLinearLikelihoodRatio))
            .Set("loghr_vs_median", new Answer()
                .Set("x", values)
                .Set("loghr", curve.Select(point => point.LogRatio))
                .Set("se", curve.Select(point => point.StandardError))
                .Set("lower", curve.Select(point => point.Confidence.Lower))
                .Set("upper", curve.Select(point => point.Confidence.Upper)));
    }

    static double[] Measured(CaseInput input, string column)
    {
        var value = Expression.Parse(column).Over(input.SubsetRows);
        return [.. Enumerable.Range(0, input.SubsetRows.Count).Select(value).OfType<double>()];
    }

    static CoxOptions Options(CaseInput input) => new()
    {
        Ties = input.Has("ties") && input.Text("ties") == "breslow" ? CoxTies.Breslow : CoxTies.Efron,
        ConfidenceLevel = input.Number("level", 0.95),
    };

    static Answer Test(ChiSquareStatistic test) => new Answer()
        .Set("chisq", test.ChiSquare).Set("df", test.DegreesOfFreedom).Set("p", test.Probability);

    static Answer AcceleratedFailureTimes(CaseInput input)
    {
        var model = AcceleratedFailureTime.Fit(input.FollowUps(), input.Covariates(), input.Text("dist") switch
        {
            "exponential" => AftDistribution.Exponential,
            "weibull" => AftDistribution.Weibull,
            "lognormal" => AftDistribution.LogNormal,
            _ => AftDistribution.LogLogistic,
        });
        var order = model.Coefficients.Length + (model.Distribution == AftDistribution.Exponential ? 0 : 1);
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("scale", model.Scale)
            .Set("var", Square(order, model.Covariance))
            .Set("loglik", [model.NullLogLikelihood, model.LogLikelihood]);
    }

    internal static IEnumerable<IEnumerable<double>> Square(int order, Func<int, int, double> element) =>
        Enumerable.Range(0, order).Select(row => Enumerable.Range(0, order).Select(column => element(row, column)));
}
