using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Formulas;
using RocPoint = Medulla.Statistics.Discrimination.RocPoint;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats cutpoint</c></summary>
static class CutpointVerb
{
    const int UsualReplicates = 9_999;

    public static readonly Bilingual Optimism = new(
        "A cut chosen on these rows looks better here than it will on others.", "在同一批数据上选出的截断值，其表现会偏于乐观。");

    public static Verb Cutpoint()
    {
        var positive = TwoOutcomes.Positive();
        var direction = TwoOutcomes.Direction(required: false);
        var seed = Inputs.OptionalWholeNumber("--seed", "Of the permutations; else 1", "置换检验的随机种子；缺省 1");
        var replicates = Inputs.OptionalWholeNumber("--replicates", $"Permutations; else {UsualReplicates}", $"置换次数；缺省 {UsualReplicates}");
        return StatsVerb.OnTable("cutpoint", "Best cut of a marker: Youden for an outcome, maximally selected log-rank for survival", "标志物的最佳截断值：结局用 Youden 指数，生存用最大选择 log-rank",
            "medulla stats cutpoint \"Surv(os_days, os_event) ~ n_nonsyn\" --data tcga_laml.csv --seed 7",
            [positive, direction, seed, replicates],
            (call, frame, level) =>
            {
                var markers = frame.Covariates();
                if (markers is not [var marker])
                    throw new StatsQuestionException($"Found {markers.Length} markers in '{frame.Formula.Source}'. Expected one.");
                if (frame.Formula.Response is not FormulaResponse.Survival)
                {
                    if (call.Of(direction) is "")
                        throw new StatsQuestionException(
                            "Found no --direction. Expected higher or lower: whether cases have higher or lower markers.");
                    var cases = TwoOutcomes.Cases(frame, call.Given(positive), mustBeNamed: true);
                    var curve = RocCurve.Of(marker.Values, cases, TwoOutcomes.Of(call.Of(direction)));
                    return OfOutcome(
                        marker.Name, curve, level, language => RocVerb.Draw(frame, curve, call.Given(positive)!, level,
                            language));
                }

                return OfSurvival(marker.Name, MaximallySelectedStatistic.OfSurvival(marker.Values, frame.FollowUps()),
                    (int)Math.Clamp(call.Given(replicates) ?? UsualReplicates, 1, 10_000_000), (ulong)Math.Max(0,
                        call.Given(seed) ?? 1));
            });
    }

    static StatsAnswer OfOutcome(string marker, RocCurve curve, double level, Func<Language, Figure> figure)
    {
        return new StatsAnswer(
            new($"Cut of {marker}, {curve.Cases} cases, {curve.Controls} controls", $"{marker} 的截断值，病例 {curve.Cases} 例，对照 {curve.Controls} 例"),
            [Table([.. curve.YoudenPoints.Select(point => (marker, point))], curve.Direction, level)],
            [new("Cut: largest Youden index; every cut that ties is listed.", "截断值：Youden 指数最大者；并列者全部列出。"), Optimism],
            ["Youden index; Wilson interval of shares; R: cutpointr(metric = youden, break_ties = c)"],
            new JsonObject
            {
                ["marker"] = marker,
                ["direction"] = StatsJson.Of(curve.Direction),
                ["auc"] = StatsJson.Of(curve.Auc),
                ["youdenPoints"] = Json(curve.YoudenPoints, level),
                ["closestToTopLeft"] = Json(curve.ClosestToTopLeft, level),
            })
        {
            Figure = figure,
        };
    }

    static StatsAnswer OfSurvival(string marker, MaximallySelectedStatistic best, int replicates, ulong seed)
    {
        var permuted = best.PermutationProbability(replicates, seed);
        var below = best.Profile.First(cut => cut.Cut == best.Cut).AtOrBelow;
        return new StatsAnswer(
            new($"Maximally selected {best.ScoreName} statistic of {marker}, {best.Participants} rows", $"{marker} 的最大选择 {best.ScoreName} 统计量，{best.Participants} 行"),
            [new StatsTable(
                [new("CUT", "截断值"), new("AT OR BELOW", "≤ 人数"), new("ABOVE", "> 人数"), new("STATISTIC", "统计量"), new("P (PERMUTATION)", "P（置换）"), new("P (LAUSEN 1992)", "P（Lausen 1992）")],
                [[StatsNumbers.Exact(best.Cut), StatsNumbers.Whole(below), StatsNumbers.Whole(best.Participants - below),
                    StatsNumbers.Number(best.Statistic), StatsNumbers.P(permuted),
                        StatsNumbers.P(best.AsymptoticProbability)]])],
            [
                new(string.Create(CultureInfo.InvariantCulture, $"{replicates} permutations, seed {seed}."), string.Create(CultureInfo.InvariantCulture, $"置换 {replicates} 次，种子 {seed}。")),
                Optimism,
            ],
            [best.Convention],
            new JsonObject
            {
                ["marker"] = marker,
                ["scoreName"] = best.ScoreName,
                ["range"] = StatsJson.Of(best.Range),
                ["cut"] = StatsJson.Of(best.Cut),
                ["statistic"] = StatsJson.Of(best.Statistic),
                ["permutationProbability"] = StatsJson.Of(permuted),
                ["asymptoticProbability"] = StatsJson.Of(best.AsymptoticProbability),
                ["bonferroniProbability"] = StatsJson.Of(best.BonferroniProbability),
                ["replicates"] = replicates,
                ["seed"] = seed,
                ["profile"] = StatsJson.List(best.Profile),
            });
    }

    public static StatsTable Table(ImmutableArray<(string Marker, RocPoint Point)> points, MarkerDirection direction,
        double level)
    {
        var interval = StatsNumbers.Interval(level);
        return new StatsTable(
            [
                new("MARKER", "标志物"), new("POSITIVE (YOUDEN)", "阳性（Youden）"), new($"SENSITIVITY % ({interval.En})", $"灵敏度%（{interval.Zh}）"),
                new($"SPECIFICITY % ({interval.En})", $"特异度%（{interval.Zh}）"), new("PPV %", "阳性预测值%"), new("NPV %", "阴性预测值%"),
            ],
            [.. points.Select(one => (string[])
            [
                one.Marker, $"{(direction == MarkerDirection.HigherInCases ? "≥" : "≤")} {StatsNumbers.Exact(one.Point.PositiveFrom)}",
                Share(one.Point.Accuracy.Sensitivity, level), Share(one.Point.Accuracy.Specificity, level),
                StatsNumbers.Percent(one.Point.Accuracy.PositivePredictiveValue?.Estimate),
                    StatsNumbers.Percent(one.Point.Accuracy.NegativePredictiveValue?.Estimate),
            ])]);
    }

    public static JsonArray Json(ImmutableArray<RocPoint> points, double level) => new([.. points.Select(point =>
        (JsonNode)new JsonObject
    {
        ["threshold"] = StatsJson.Of(point.Threshold),
        ["positiveFrom"] = StatsJson.Of(point.PositiveFrom),
        ["sensitivity"] = Json(point.Accuracy.Sensitivity, level),
        ["specificity"] = Json(point.Accuracy.Specificity, level),
        ["positivePredictiveValue"] = Json(point.Accuracy.PositivePredictiveValue, level),
        ["negativePredictiveValue"] = Json(point.Accuracy.NegativePredictiveValue, level),
        ["youdenIndex"] = StatsJson.Of(point.Accuracy.YoudenIndex),
    })]);

    static JsonObject? Json(BinomialProportion? share, double level) => share is null ? null : new JsonObject
    {
        ["count"] = share.Count,
        ["total"] = share.Total,
        ["estimate"] = StatsJson.Of(share.Estimate),
        ["wilson"] = StatsJson.Of((Interval?)share.Wilson(level)),
    };

    static string Share(BinomialProportion share, double level) => StatsNumbers.With(share.Estimate, share.Wilson(level),
        StatsNumbers.Percent);
}
