using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>cox_extended</c>.</summary>
static class CoxExtendedTopic
{
    public static Topic Topic { get; } = Topic.Of("cox_extended",
        ("aft", AcceleratedFailureTimes));

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
