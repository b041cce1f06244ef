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
        ("ridge_cox", Ridge),
        ("glmnet_cox", ElasticNet),
        ("firth_cox", Firth),
        ("cox_lrt", CoxNestedCases.LikelihoodRatio),
        ("aft", AcceleratedFailureTimes));

    static Answer Spline(CaseInput input)
    {
        var measured = Measured(input);
        var fit = SplineFit(input);
        var values = input.Numbers("probs").Select(probability => Quantiles.Of(measured, probability)).ToArray();
        var reference = Quantiles.Of(measured, input.Number("reference_prob", 0.5));
        var curve = fit.Effect.At(values, reference, input.Number("level", 0.95));
        return new Answer()
            .Set("knots", fit.Spline.Knots)
            .Set("basis_first8", measured.Take(8).Select(fit.Spline.Basis))
            .Set("coef", fit.Coefficients)
            .Set("var", Square(fit.Coefficients.Length, fit.Covariance))
            .Set("loglik", [fit.OrthogonalModel.NullLogLikelihood, fit.OrthogonalModel.LogLikelihood])
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

    internal static CoxSpline SplineFit(CaseInput input)
    {
        var request = input.Argument("spline");
        var column = request.GetProperty("column").GetString()!;
        var spline = RestrictedCubicSpline.AtQuantiles(Measured(input), request.GetProperty("n_knots").GetInt32());
        return CoxSpline.Fit(
            input.FollowUps(), new Covariate(column, input.Values(column)), spline, input.Covariates(), Options(input));
    }

    // Knots and values of the curve are those of everybody measured, whether or not the rest is known.
    static double[] Measured(CaseInput input)
    {
        var value = Expression.Parse(input.Argument("spline").GetProperty("column").GetString()!).Over(input.SubsetRows);
        return [.. Enumerable.Range(0, input.SubsetRows.Count).Select(value).OfType<double>()];
    }

    internal static FirthCox FirthModel(CaseInput input, double confidenceLevel) => FirthCox.Fit(
        input.FollowUps(), input.Covariates(), Options(input) with { ConfidenceLevel = confidenceLevel });

    static CoxOptions Options(CaseInput input) => new()
    {
        Ties = input.Has("ties") && input.Text("ties") == "breslow" ? CoxTies.Breslow : CoxTies.Efron,
        ConfidenceLevel = input.Number("level", 0.95),
    };

    static Answer Test(ChiSquareStatistic test) => new Answer()
        .Set("chisq", test.ChiSquare).Set("df", test.DegreesOfFreedom).Set("p", test.Probability);

    static Answer Ridge(CaseInput input)
    {
        var model = RidgeCox.Fit(
            input.FollowUps(), input.Covariates(), input.Number("theta"), input.Flag("scale"), Options(input));
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("var", Square(model.Coefficients.Length, model.Covariance))
            .Set("var2", Square(model.Coefficients.Length, model.SamplingCovariance))
            .Set("loglik", [model.NullLogLikelihood, model.LogLikelihood])
            .Set("penalty", [model.Penalty, model.Penalty])
            .Set("df", model.DegreesOfFreedom);
    }

    static Answer ElasticNet(CaseInput input)
    {
        var model = ElasticNetCox.Fit(input.FollowUps(), input.Covariates(),
            input.Number("enet_alpha", 1), input.Number("lambda"), input.Flag("standardize"));
        return new Answer()
            .Set("alpha", model.Alpha)
            .Set("lambda", model.Lambda)
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("dev_ratio", model.DevianceRatio)
            .Set("nulldev", model.NullDeviance);
    }

    static Answer Firth(CaseInput input)
    {
        var model = FirthModel(input, input.Number("level", 0.95));
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("var", Square(model.Coefficients.Length, model.Covariance))
            .Set("ci_pl_lower", model.Coefficients.Select(one => one.Confidence.Lower))
            .Set("ci_pl_upper", model.Coefficients.Select(one => one.Confidence.Upper))
            .Set("p_pl", model.Coefficients.Select(one => one.Test.Probability))
            .Set("loglik", [model.NullLogLikelihood, model.LogLikelihood]);
    }

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
