using System.Globalization;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>logistic</c>.</summary>
static class LogisticAndLinearTopic
{
    public static Topic Topic { get; } = Topic.Of("logistic",
        ("logistic", Logistic),
        ("firth_logistic", Firth),
        ("firth_logistic_glm", MeanBiasReduced),
        ("linear", Linear));

    static Answer Logistic(CaseInput input)
    {
        var outcomes = Outcomes(input);
        var model = LogisticRegression.Fit(outcomes, input.Covariates(), Options(input));
        var places = Enumerable.Range(0, model.Coefficients.Length).ToArray();

        // The reference's covariance is that of glm's last iterate but one: off by 1e-8 of itself.
        double[][] covariance = [.. model.CovarianceAsGlm(1e-14)!.Value.Select(row => row.ToArray())];
        LogisticCoefficient[] table = [.. model.Coefficients.Select((one, place) =>
            one.WithStandardError(Math.Sqrt(covariance[place][place]), Level(input)))];
        var residuals = model.Residuals().Take(10).ToArray();
        var hosmerLemeshow = model.HosmerLemeshow(input.Whole("hl_groups", 10));
        return new Answer()
            .Set("n", model.Participants)
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("se", table.Select(one => one.StandardError))
            .Set("z", table.Select(one => one.Z))
            .Set("p", table.Select(one => one.Probability))
            .Set("vcov", covariance)
            .Set("odds_ratio", model.Coefficients.Select(one => one.OddsRatio))
            .Set("wald_ci_lower", table.Select(one => one.LogOddsConfidence.Lower))
            .Set("wald_ci_upper", table.Select(one => one.LogOddsConfidence.Upper))
            .Set("profile_ci", places.Select(place => Limits(model.ProfileInterval(place))))
            .Set("deviance", model.Deviance)
            .Set("null_deviance", model.NullDeviance)
            .Set("aic", model.Akaike)
            .Set("bic", model.Bayesian)
            .Set("loglik", model.LogLikelihood)
            .Set("loglik0", model.NullLogLikelihood)
            .Set("lr", new Answer().Set("chisq", model.LikelihoodRatio.ChiSquare)
                .Set("df", model.LikelihoodRatio.DegreesOfFreedom).Set("p", model.LikelihoodRatio.Probability))
            .Set("score_global", model.Score.ChiSquare)
            .Set("mcfadden", model.Explained.McFadden)
            .Set("cox_snell", model.Explained.CoxSnell)
            .Set("nagelkerke", model.Explained.Nagelkerke)
            .Set("brier", model.Brier)
            .Set("fitted_first10", residuals.Select(one => one.Fitted))
            .Set("hat_first10", residuals.Select(one => one.Leverage))
            .Set("pearson_first10", residuals.Select(one => one.Pearson))
            .Set("deviance_resid_first10", residuals.Select(one => one.Deviance))
            .Set("cooks_first10", residuals.Select(one => one.CookDistance))
            .Set("hosmer_lemeshow", new Answer().Set("chisq", hosmerLemeshow.ChiSquare)
                .Set("df", hosmerLemeshow.DegreesOfFreedom).Set("p", hosmerLemeshow.Probability)
                .Set("obs", hosmerLemeshow.Groups.Select(group => (double)group.Observed))
                .Set("exp", hosmerLemeshow.Groups.Select(group => group.Expected))
                .Set("n", hosmerLemeshow.Groups.Select(group => (double)group.Participants)))
            .Set("lrm_stats", LrmStatistics(model, outcomes))
            .Set("drop1_lrt", WithoutEachTerm(input, model));
    }

    // lrm names two of its measures after n and the degrees of freedom.
    static Answer LrmStatistics(LogisticRegression model, bool[] outcomes)
    {
        var ranks = RankDiscrimination.Of(model.Fitted, outcomes, binWidth: 1.0 / 5000);
        var explained = model.Explained;
        var size = model.Participants.ToString(CultureInfo.InvariantCulture);
        var effective = Math.Round(explained.EffectiveSize, 1).ToString(CultureInfo.InvariantCulture);
        var degrees = model.LikelihoodRatio.DegreesOfFreedom.ToString(CultureInfo.InvariantCulture);
        var spread = GiniMeanDifference.Of(model.LinearPredictors);
        return new Answer()
            .Set("Obs", model.Participants)
            .Set("Max Deriv", model.LargestScore)
            .Set("Model L.R.", model.LikelihoodRatio.ChiSquare)
            .Set("d.f.", model.LikelihoodRatio.DegreesOfFreedom)
            .Set("P", model.LikelihoodRatio.Probability)
            .Set("C", ranks.C).Set("Dxy", ranks.Dxy).Set("Gamma", ranks.Gamma).Set("Tau-a", ranks.TauA)
            .Set("R2", explained.Nagelkerke)
            .Set($"R2({size})", explained.CoxSnell)
            .Set($"R2({degrees},{size})", explained.CoxSnellAdjusted)
            .Set($"R2({effective})", explained.CoxSnellEffective)
            .Set($"R2({degrees},{effective})", explained.CoxSnellEffectiveAdjusted)
            .Set("Brier", model.Brier)
            .Set("g", spread)
            .Set("gr", Math.Exp(spread))
            .Set("gp", GiniMeanDifference.Of(model.Fitted));
    }

    // As drop1: a term that is part of an interaction stays while the interaction does.
    static Answer WithoutEachTerm(CaseInput input, LogisticRegression model)
    {
        var terms = input.Texts("covariates");
        var columns = input.Covariates();
        var places = new List<int[]>();
        for (int term = 0, next = 0; term < terms.Length; term++)
        {
            var width = terms[term].StartsWith("factor(", StringComparison.Ordinal)
                ? columns.Skip(next).TakeWhile(column => column.Name.StartsWith(terms[term], StringComparison.Ordinal)).Count()
                : 1;
            places.Add([.. Enumerable.Range(next, width)]);
            next += width;
        }

        ChiSquareStatistic[] tests = [.. Enumerable.Range(0, terms.Length)
            .Where(term => !terms.Any(other => Contains(other, terms[term])))
            .Select(term => model.LikelihoodRatioWithout(places[term]))];
        return new Answer()
            .Set("lrt", tests.Select(test => (double?)test.ChiSquare).Prepend(null))
            .Set("p", tests.Select(test => test.Probability).Prepend(null));
    }

    static bool Contains(string interaction, string term) =>
        interaction != term && term.Split(':').All(part => interaction.Split(':').Contains(part));

    internal static FirthLogistic FirthModel(CaseInput input) =>
        FirthLogistic.Fit(Outcomes(input), input.Covariates(), Options(input));

    static Answer Firth(CaseInput input)
    {
        var model = FirthModel(input);
        var places = Enumerable.Range(0, model.Coefficients.Length).ToArray();
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("var", places.Select(row => places.Select(column => model.AugmentedCovariance(row, column))))
            .Set("ci_lower", model.Coefficients.Select(one => one.LogConfidence.Lower))
            .Set("ci_upper", model.Coefficients.Select(one => one.LogConfidence.Upper))
            .Set("p_profile", model.Coefficients.Select(one => one.Test.Probability))
            .Set("loglik", [model.LogLikelihood, model.NullLogLikelihood])
            .Set("hat_first8", model.Leverages.Take(8));
    }

    static Answer MeanBiasReduced(CaseInput input)
    {
        var model = FirthModel(input);
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("se", model.Coefficients.Select(one => one.StandardError))
            .Set("deviance", model.Deviance);
    }

    static Answer Linear(CaseInput input)
    {
        var model = LinearRegression.Fit(input.Values(input.Text("outcome")), input.Covariates(), Level(input));
        return new Answer()
            .Set("coef", model.Coefficients.Select(one => one.Estimate))
            .Set("se", model.Coefficients.Select(one => one.StandardError))
            .Set("t", model.Coefficients.Select(one => one.T))
            .Set("p", model.Coefficients.Select(one => one.Probability))
            .Set("sigma", model.Sigma)
            .Set("r2", model.RSquared)
            .Set("adj_r2", model.AdjustedRSquared)
            .Set("f", new double?[] { model.Overall?.F, model.Overall?.NumeratorDegrees, model.Overall?.DenominatorDegrees })
            .Set("hc0_se", model.Coefficients.Select(one => one.RobustStandardErrorHc0))
            .Set("hc3_se", model.Coefficients.Select(one => one.RobustStandardErrorHc3))
            .Set("ci", model.Coefficients.Select(one => Limits(one.Confidence)));
    }

    static bool[] Outcomes(CaseInput input) => [.. input.Values(input.Text("outcome")).Select(outcome => outcome == 1)];

    static LogisticOptions Options(CaseInput input) => new() { ConfidenceLevel = Level(input) };

    static double Level(CaseInput input) => input.Number("level", 0.95);

    static IEnumerable<double> Limits(Interval interval) => [interval.Lower, interval.Upper];
}
