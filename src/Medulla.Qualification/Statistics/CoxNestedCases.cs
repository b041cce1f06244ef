using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Two Cox regressions, one within the other.</summary>
static class CoxNestedCases
{
    public static Answer LikelihoodRatio(CaseInput input)
    {
        var (followUps, options) = (input.FollowUps(), CoxCases.Options(input));
        var (smaller, _) = CoxCases.Fit(followUps, input.Covariates("covariates0"), options);
        var (larger, places) = CoxCases.Fit(followUps, input.Covariates(), options);
        var test = new CoxComparison(smaller, larger).LikelihoodRatio;
        return new Answer()
            .Set("loglik0", smaller.LogLikelihood)
            .Set("loglik1", larger.LogLikelihood)
            .Set("chisq", test.ChiSquare)
            .Set("df", test.DegreesOfFreedom)
            .Set("p", test.Probability)
            .Set("coef1", places.Select(place => place is { } known ? larger.Coefficients[known].Estimate : (double?)null))
            .Set("se1", places.Select(place => place is { } known ? larger.Coefficients[known].StandardError : (double?)0));
    }
}
