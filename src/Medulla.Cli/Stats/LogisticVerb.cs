using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Regression;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats logistic</c></summary>
static class LogisticVerb
{
    static readonly Bilingual OddsRatio = new("Odds ratio", "比值比");

    public static Verb Logistic()
    {
        var positive = TwoOutcomes.Positive();
        var firth = Inputs.Flag("--firth", "Firth's penalised likelihood: few cases, or separation", "Firth 惩罚似然：病例少或完全分离时");
        return StatsVerb.OnTable("logistic", "Logistic regression, by Firth's likelihood where asked for", "Logistic 回归，可用 Firth 惩罚似然",
            "medulla stats logistic \"npm1 ~ flt3 + log(n_nonsyn + 1)\" --data tcga_laml.csv --firth", [positive, firth],
            (call, frame, level) =>
            {
                var cases = TwoOutcomes.Cases(frame, call.Given(positive), mustBeNamed: false);
                var covariates = frame.Covariates();
                var options = new LogisticOptions { ConfidenceLevel = level, Offset = frame.Offset()?.ToArray() };
                return call.Given(firth)
                    ? Answer(frame, covariates, cases, FirthLogistic.Fit(cases, covariates, options), level)
                    : Answer(frame, covariates, cases, LogisticRegression.Fit(cases, covariates, options), level);
            });
    }

    static StatsAnswer Answer(
        ModelFrame frame, ImmutableArray<Covariate> covariates, bool[] cases, LogisticRegression fit, double level)
    {
        ImmutableArray<RatioRow> rows = [.. fit.Coefficients.Skip(1).Select(one => new RatioRow(one.Name, one.OddsRatio,
            one.Confidence, one.Probability))];
        return Answer(frame, covariates, cases, rows, level,
            [
                RegressionTables.Test("Likelihood ratio", "似然比检验", fit.LikelihoodRatio.ChiSquare, fit.LikelihoodRatio.DegreesOfFreedom, fit.LikelihoodRatio.Probability),
                new($"C {StatsNumbers.Share(fit.Discrimination.C)}, Brier score {StatsNumbers.Share(fit.Brier)}.",
                    $"C 指数 {StatsNumbers.Share(fit.Discrimination.C)}，Brier 分数 {StatsNumbers.Share(fit.Brier)}。"),
            ],
            fit.Convention,
            new JsonObject
            {
                ["participants"] = fit.Participants,
                ["cases"] = fit.Cases,
                ["firth"] = false,
                ["coefficients"] = StatsJson.List(fit.Coefficients),
                ["nullLogLikelihood"] = StatsJson.Of(fit.NullLogLikelihood),
                ["logLikelihood"] = StatsJson.Of(fit.LogLikelihood),
                ["likelihoodRatio"] = StatsJson.Of(fit.LikelihoodRatio),
                ["akaike"] = StatsJson.Of(fit.Akaike),
                ["bayesian"] = StatsJson.Of(fit.Bayesian),
                ["explained"] = StatsJson.Of(fit.Explained),
                ["discrimination"] = StatsJson.Of(fit.Discrimination),
                ["brier"] = StatsJson.Of(fit.Brier),
            });
    }

    static StatsAnswer Answer(
        ModelFrame frame, ImmutableArray<Covariate> covariates, bool[] cases, FirthLogistic fit, double level)
    {
        ImmutableArray<RatioRow> rows = [.. fit.Coefficients.Skip(1).Select(one => new RatioRow(one.Name, one.Ratio,
            one.Confidence, one.Test.Probability))];
        return Answer(frame, covariates, cases, rows, level,
            [RegressionTables.Test("Penalised likelihood ratio", "惩罚似然比检验", fit.LikelihoodRatio.ChiSquare, fit.LikelihoodRatio.DegreesOfFreedom, fit.LikelihoodRatio.Probability)],
            fit.Convention,
            new JsonObject
            {
                ["participants"] = fit.Participants,
                ["cases"] = fit.Cases,
                ["firth"] = true,
                ["coefficients"] = StatsJson.List(fit.Coefficients),
                ["nullLogLikelihood"] = StatsJson.Of(fit.NullLogLikelihood),
                ["logLikelihood"] = StatsJson.Of(fit.LogLikelihood),
                ["likelihoodRatio"] = StatsJson.Of(fit.LikelihoodRatio),
            });
    }

    static StatsAnswer Answer(
        ModelFrame frame, ImmutableArray<Covariate> covariates, bool[] cases, ImmutableArray<RatioRow> rows, double level,
        ImmutableArray<Bilingual> remarks, string convention, JsonObject result) => new(
        new($"Logistic regression, {cases.Length} rows, {cases.Count(one => one)} cases", $"Logistic 回归，{cases.Length} 行，{cases.Count(one => one)} 例病例"),
        [RegressionTables.Of(OddsRatio, level, rows)], remarks, [convention], result)
    {
        Figure = rows.IsEmpty ? null
            : RegressionTables.Forest(frame.Formula.Source, OddsRatio, new("OR", "OR"), rows, covariates, row => cases[row]),
    };
}
