using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats logrank</c></summary>
static class LogRankVerb
{
    public static Verb LogRank()
    {
        var rho = Inputs.OptionalNumber("--rho", "RHO", "Weight S(t)^rho of the G-rho family; else 0", "G-rho 族权重 S(t)^rho；缺省 0");
        var weight = StatsInputs.OneOf("--weight", "Weight of each event time", "各事件时间的权重", false,
            "logrank", "gehan-breslow", "tarone-ware", "peto-peto");
        return StatsVerb.OnTable("logrank", "Do groups share one survival curve? Log-rank and weighted tests, strata allowed", "各组生存曲线是否相同：log-rank 及加权检验，可分层",
            "medulla stats logrank \"Surv(os_days, os_event) ~ flt3 + strata(npm1)\" --data tcga_laml.csv", [rho, weight],
            (call, frame, level) =>
            {
                var given = call.Given(rho);
                if (given is not null && call.Of(weight) != "logrank")
                    throw new StatsQuestionException($"Found --rho and --weight {call.Of(weight)}. Expected one of them.");
                return Answer(frame, level, given is { } power and not 0 ? new LogRankWeight.FlemingHarrington(power, 0)
                    : call.Of(weight) switch
                {
                    "gehan-breslow" => new LogRankWeight.GehanBreslow(),
                    "tarone-ware" => new LogRankWeight.TaroneWare(),
                    "peto-peto" => new LogRankWeight.PetoPeto(),
                    _ => new LogRankWeight.Equal(),
                });
            });
    }

    public static JsonObject Json(LogRank test) => new()
    {
        ["weight"] = test.Weight.Name,
        ["stratified"] = test.Stratified,
        ["groups"] = StatsJson.List(test.Groups),
        ["chiSquare"] = StatsJson.Of(test.ChiSquare),
        ["degreesOfFreedom"] = test.DegreesOfFreedom,
        ["probability"] = StatsJson.Of(test.Probability),
        ["z"] = StatsJson.Of(test.Z),
    };

    static StatsAnswer Answer(ModelFrame frame, double level, LogRankWeight weight)
    {
        if (frame.Formula.Terms.IsEmpty)
            throw new StatsQuestionException($"Found no groups in '{frame.Formula.Source}'. Expected a column right of ~, such as arm.");
        ImmutableArray<ImmutableArray<SurvivalGroup>> strata = frame.Strata() is { } labels
            ? [.. Enumerable.Range(0, frame.Count).GroupBy(row => labels[row], StringComparer.Ordinal).OrderBy(stratum =>
                stratum.Key, StringComparer.Ordinal)
                .Select(stratum => SurvivalGroups.Of(frame, stratum))]
            : [SurvivalGroups.Of(frame)];
        var test = Medulla.Statistics.Survival.LogRank.CompareWithin([.. strata.Select(groups =>
            (IReadOnlyList<SurvivalGroup>)groups)], weight);
        var ratio = test is { Groups.Length: 2, Weight: LogRankWeight.Equal, ChiSquare: not null }
            ? test.RatioOfSecondToFirst(level) : null;
        var trend = test is { Groups.Length: > 2, Weight: LogRankWeight.Equal, ChiSquare: not null } ? test.Trend() : null;
        var interval = StatsNumbers.Interval(level);
        return new StatsAnswer(
            new($"{(test.Stratified ? "Stratified " : "")}{weight.Name} test, {frame.Count} rows, {test.Groups.Length} groups",
                $"{(test.Stratified ? "分层" : "")} {weight.Name} 检验，{frame.Count} 行，{test.Groups.Length} 组"),
            [new StatsTable(
                [new("GROUP", "组别"), new("N", "人数"), new("OBSERVED", "实际事件"), new("EXPECTED", "期望事件")],
                [.. test.Groups.Select(group => (string[])
                    [group.Name, StatsNumbers.Whole(group.Participants), StatsNumbers.Whole(group.Observed),
                        StatsNumbers.Number(group.Expected)])])],
            [
                new($"Chi-square {StatsNumbers.Number(test.ChiSquare)} on {test.DegreesOfFreedom} df, {StatsNumbers.PEquals(test.Probability)}.",
                    $"χ² = {StatsNumbers.Number(test.ChiSquare)}，自由度 {test.DegreesOfFreedom}，{StatsNumbers.PEquals(test.Probability)}。"),
                .. ratio is null ? [] : new[] { new Bilingual(
                    $"Hazard ratio (Peto) of {test.Groups[1].Name} to {test.Groups[0].Name}: {StatsNumbers.With(ratio.Peto, ratio.PetoConfidence, StatsNumbers.Ratio)}, {interval.En}.",
                    $"{test.Groups[1].Name} 相对 {test.Groups[0].Name} 的风险比（Peto）：{StatsNumbers.With(ratio.Peto, ratio.PetoConfidence, StatsNumbers.Ratio)}，{interval.Zh}。") },
                .. trend is null ? [] : new[] { new Bilingual(
                    $"Trend in the order of the groups: z {StatsNumbers.Number(trend.Z)}, {StatsNumbers.PEquals(trend.Probability)}.",
                    $"按组别次序的趋势检验：z = {StatsNumbers.Number(trend.Z)}，{StatsNumbers.PEquals(trend.Probability)}。") },
            ],
            [test.Convention],
            Json(test).With("hazardRatio", StatsJson.Of(ratio)).With("trend", StatsJson.Of(trend)));
    }
}
