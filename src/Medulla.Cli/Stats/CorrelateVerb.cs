using System.Text.Json.Nodes;
using Medulla.Figures;
using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats correlate</c></summary>
static class CorrelateVerb
{
    public static Verb Correlate()
    {
        var method = StatsInputs.OneOf("--method", "Which correlation", "相关系数", false, "spearman", "pearson", "kendall");
        return StatsVerb.OnTable("correlate", "Correlation of two columns: 'y ~ x'", "两列的相关：'y ~ x'",
            "medulla stats correlate \"n_nonsyn ~ os_days\" --data tcga_laml.csv --method spearman", [method],
            (call, frame, level) => Answer(frame, call.Of(method), level));
    }

    static StatsAnswer Answer(ModelFrame frame, string method, double level)
    {
        var columns = frame.Covariates();
        if (columns is not [var column])
            throw new StatsQuestionException($"Found {columns.Length} columns right of ~ in '{frame.Formula.Source}'. Expected one.");
        var (x, y) = (column.Values, frame.Response());
        if (method == "pearson")
        {
            var linear = PearsonCorrelation.Of(x, y);
            return Answer(frame, "Pearson r", linear.Estimate, linear.Confidence(level), linear.Probability, PearsonCorrelation.Convention, level,
                StatsJson.Of(linear)!, method);
        }
        if (method == "kendall")
        {
            var tau = KendallCorrelation.Of(x, y);
            return Answer(frame, "Kendall tau-b", tau.Estimate, tau.Confidence(level), tau.Probability, tau.Convention, level, StatsJson.Of(tau)!, method);
        }
        var ranks = SpearmanCorrelation.Of(x, y);
        return Answer(frame, "Spearman rho", ranks.Estimate, ranks.Confidence(level), ranks.Probability,
            $"{ranks.Convention}; interval of Bonett and Wright", level, StatsJson.Of(ranks)!, method);
    }

    static StatsAnswer Answer(
        ModelFrame frame, string name, double estimate, Interval? confidence, double probability, string convention,
            double level,
        JsonNode result, string method)
    {
        var interval = StatsNumbers.Interval(level);
        var members = result.AsObject();
        members["correlation"] = method;
        members["confidence"] = StatsJson.Of(confidence);
        return new StatsAnswer(
            new($"Correlation, {frame.Count} rows", $"相关分析，{frame.Count} 行"),
            [new StatsTable(
                [new("COLUMNS", "列"), new($"{name} ({interval.En})", $"{name}（{interval.Zh}）"), new("P", "P")],
                [[frame.Formula.Source, StatsNumbers.With(estimate, confidence, StatsNumbers.Share),
                    StatsNumbers.P(probability)]])],
            [], [convention], members);
    }
}
