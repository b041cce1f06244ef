using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats cox</c></summary>
static class CoxVerb
{
    static readonly Bilingual HazardRatio = new("Hazard ratio", "风险比");

    public static Verb Cox()
    {
        var ties = StatsInputs.OneOf("--ties", "Tied event times", "相同事件时间的处理", false, "efron", "breslow", "exact");
        var robust = Inputs.Flag("--robust", "Sandwich variance; cluster(id) implies it", "稳健（夹心）方差；cluster(id) 时自动采用");
        return StatsVerb.OnTable("cox", "Proportional hazards regression, with the test of its assumption", "比例风险回归，并检验比例风险假设",
            "medulla stats cox \"Surv(os_days, os_event) ~ flt3 + rcs(n_nonsyn, 3) + strata(npm1)\" --data tcga_laml.csv --plot forest.svg",
            [ties, robust],
            (call, frame, level) => Answer(frame, new CoxOptions
            {
                Ties = call.Of(ties) switch { "breslow" => CoxTies.Breslow, "exact" => CoxTies.Exact, _ => CoxTies.Efron },
                RobustVariance = call.Given(robust),
                ConfidenceLevel = level,
                Strata = frame.Strata()?.ToArray(),
                Clusters = frame.Clusters()?.ToArray(),
                Offset = frame.Offset()?.ToArray(),
            }));
    }

    static StatsAnswer Answer(ModelFrame frame, CoxOptions options)
    {
        var covariates = frame.Covariates();
        if (covariates.IsEmpty)
            throw new StatsQuestionException($"Found no terms in '{frame.Formula.Source}'. Expected a column right of ~, such as age.");
        var followUps = frame.FollowUps();
        var fit = CoxRegression.Fit(followUps, covariates, options);
        var proportional = fit.ProportionalHazards();
        var agreement = fit.Concordance;
        ImmutableArray<RatioRow> rows = [.. fit.Coefficients.Select(one => new RatioRow(one.Name, one.HazardRatio,
            one.Confidence, one.Probability))];
        var table = RegressionTables.Of(HazardRatio, options.ConfidenceLevel, rows);
        return new StatsAnswer(
            new($"Cox regression, {fit.Participants} rows, {fit.Events} events", $"Cox 回归，{fit.Participants} 行，{fit.Events} 个事件"),
            [table with
            {
                Titles = [.. table.Titles, new("P (PROPORTIONAL)", "P（比例风险）")],
                Rows = [.. table.Rows.Select((row, place) => (string[])[.. row,
                    StatsNumbers.P(proportional.Columns[place].Probability)])],
            }],
            [
                RegressionTables.Test("Likelihood ratio", "似然比检验", fit.LikelihoodRatio.ChiSquare, fit.LikelihoodRatio.DegreesOfFreedom, fit.LikelihoodRatio.Probability),
                RegressionTables.Test("Proportional hazards, all terms", "比例风险整体检验", proportional.Overall.ChiSquare, proportional.Overall.DegreesOfFreedom, proportional.Overall.Probability),
                new($"Concordance {StatsNumbers.Share(agreement.Estimate)} (SE {StatsNumbers.Share(agreement.StandardError)}).",
                    $"一致性指数 {StatsNumbers.Share(agreement.Estimate)}（SE {StatsNumbers.Share(agreement.StandardError)}）。"),
            ],
            [fit.Convention],
            new JsonObject
            {
                ["participants"] = fit.Participants,
                ["events"] = fit.Events,
                ["coefficients"] = StatsJson.List(fit.Coefficients),
                ["nullLogLikelihood"] = StatsJson.Of(fit.NullLogLikelihood),
                ["logLikelihood"] = StatsJson.Of(fit.LogLikelihood),
                ["likelihoodRatio"] = StatsJson.Of(fit.LikelihoodRatio),
                ["wald"] = StatsJson.Of(fit.Wald),
                ["score"] = StatsJson.Of(fit.Score),
                ["robustScore"] = StatsJson.Of(fit.RobustScore),
                ["akaike"] = StatsJson.Of(fit.Akaike),
                ["bayesian"] = StatsJson.Of(fit.Bayesian),
                ["concordance"] = StatsJson.Of(agreement),
                ["proportionalHazards"] = new JsonObject
                {
                    ["transform"] = StatsJson.Of(proportional.Transform),
                    ["columns"] = StatsJson.List(proportional.Columns),
                    ["overall"] = StatsJson.Of(proportional.Overall),
                },
            })
        {
            Figure = RegressionTables.Forest(frame.Formula.Source, HazardRatio, new("HR", "HR"), rows, covariates, row => followUps[row].EventObserved),
        };
    }
}
