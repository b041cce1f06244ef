using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats cutpoint</c></summary>
/// <remarks>A cut is printed with its corrected p, its shrunken effect and its bootstrap interval, or not at all.</remarks>
static class CutpointVerb
{
    const int UsualPermutations = 9_999;
    const int UsualReplicates = 1_000;

    static readonly Bilingual Optimism = new(
        "A cut chosen on these rows looks better here than it will on others.", "在同一批数据上选出的截断值，其表现会偏于乐观。");

    public static Verb Cutpoint()
    {
        var positive = TwoOutcomes.Positive();
        var direction = TwoOutcomes.Direction();
        var seed = Inputs.OptionalWholeNumber("--seed", "Of permutations and bootstrap; else 1", "置换检验与自助法的随机种子；缺省 1");
        var permutations = Inputs.OptionalWholeNumber(
            "--permutations", $"Behind the p value; else {UsualPermutations}", $"用于 p 值的置换次数；缺省 {UsualPermutations}");
        var replicates = Inputs.OptionalWholeNumber(
            "--replicates", $"Of the bootstrap; else {UsualReplicates}", $"自助法重复次数；缺省 {UsualReplicates}");
        return StatsVerb.OnTable("cutpoint",
            "Best cut of a marker with its corrected p, shrunken effect and interval: Youden for an outcome, log-rank for survival",
            "标志物的最佳截断值，附校正 p、收缩效应与区间：结局用 Youden 指数，生存用 log-rank",
            "medulla stats cutpoint \"Surv(os_days, os_event) ~ n_nonsyn\" --data tcga_laml.csv --direction higher --seed 7",
            [positive, direction, seed, permutations, replicates],
            (call, frame, level) =>
            {
                var markers = frame.Covariates();
                if (markers is not [var marker])
                    throw new StatsQuestionException($"Found {markers.Length} markers in '{frame.Formula.Source}'. Expected one.");
                var side = TwoOutcomes.Of(call.Of(direction));
                var options = new CutpointOptions
                {
                    ConfidenceLevel = level,
                    Permutations = Count(call.Given(permutations), UsualPermutations),
                    Replicates = Count(call.Given(replicates), UsualReplicates),
                    Seed = (ulong)Math.Max(0, call.Given(seed) ?? 1),
                };
                if (frame.Formula.Response is FormulaResponse.Survival)
                    return OfSurvival(
                        marker.Name, SurvivalCutpoint.Find(marker.Values, frame.FollowUps(), side, options), options);
                var cases = TwoOutcomes.Cases(frame, call.Given(positive), mustBeNamed: true);
                return OfOutcome(marker.Name, DiagnosticCutpoint.Find(marker.Values, cases, side, options: options), options);
            });
    }

    static StatsAnswer OfSurvival(string marker, SurvivalCutpoint found, CutpointOptions options)
    {
        var rows = found.Test.Participants;
        var below = found.Test.Profile.First(cut => cut.Cut == found.Cut).AtOrBelow;
        var sign = found.Direction == MarkerDirection.HigherInCases ? ">" : "≤";
        return new StatsAnswer(
            new($"Cut of {marker} for survival, {rows} rows", $"{marker} 的生存截断值，{rows} 行"),
            [new StatsTable(
                [.. Titles(options.ConfidenceLevel, new("HAZARD RATIO", "风险比")), new("AT RISK / OTHER", "高危 / 其余")],
                [[
                    $"{sign} {StatsNumbers.Exact(found.Cut)}", Between(found.CutConfidence),
                    StatsNumbers.P(found.CorrectedProbability), Effect(found.HazardRatio),
                    sign == ">" ? $"{rows - below} / {below}" : $"{below} / {rows - below}",
                ]])],
            [Drawn(options), Optimism],
            [found.Convention],
            Common(marker, found.Cut, found.CutConfidence, found.CorrectedProbability, options)
                .With("direction", StatsJson.Of(found.Direction))
                .With("hazardRatio", StatsJson.Of(found.HazardRatio))
                .With("altmanProbability", StatsJson.Of(found.AltmanProbability))
                .With("asymptoticProbability", StatsJson.Of(found.Test.AsymptoticProbability))
                .With("bonferroniProbability", StatsJson.Of(found.Test.BonferroniProbability))
                .With("statistic", StatsJson.Of(found.Test.Statistic))
                .With("profile", StatsJson.List(found.Test.Profile)));
    }

    static StatsAnswer OfOutcome(string marker, DiagnosticCutpoint found, CutpointOptions options)
    {
        var accuracy = found.Apparent;
        var sign = found.Direction == MarkerDirection.HigherInCases ? "≥" : "≤";
        return new StatsAnswer(
            new($"Cut of {marker}, {accuracy.Cases} cases, {accuracy.Controls} controls",
                $"{marker} 的截断值，病例 {accuracy.Cases} 例，对照 {accuracy.Controls} 例"),
            [
                new StatsTable(
                    [.. Titles(options.ConfidenceLevel, new("ODDS RATIO", "比值比"))],
                    [[
                        $"{sign} {StatsNumbers.Exact(found.Cut)}", Between(found.CutConfidence),
                        StatsNumbers.P(found.CorrectedProbability), Effect(found.OddsRatio),
                    ]]),
                new StatsTable(
                    [
                        new("SENSITIVITY %", "灵敏度%"), new("OUT OF BAG", "袋外"), new("SPECIFICITY %", "特异度%"),
                        new("OUT OF BAG", "袋外"),
                    ],
                    [[
                        Share(accuracy.Sensitivity, options), StatsNumbers.Percent(found.OutOfBag?.Sensitivity),
                        Share(accuracy.Specificity, options), StatsNumbers.Percent(found.OutOfBag?.Specificity),
                    ]]),
            ],
            [Drawn(options), Optimism],
            [found.Convention],
            Common(marker, found.Cut, found.CutConfidence, found.CorrectedProbability, options)
                .With("direction", StatsJson.Of(found.Direction))
                .With("criterion", found.Criterion.Name)
                .With("oddsRatio", StatsJson.Of(found.OddsRatio))
                .With("apparent", new JsonObject
                {
                    ["sensitivity"] = StatsJson.Of(accuracy.Sensitivity.Estimate),
                    ["specificity"] = StatsJson.Of(accuracy.Specificity.Estimate),
                })
                .With("outOfBag", StatsJson.Of(found.OutOfBag))
                .With("auc", StatsJson.Of(found.Auc)));
    }

    static Bilingual[] Titles(double level, Bilingual effect)
    {
        var interval = StatsNumbers.Interval(level);
        return
        [
            new("POSITIVE", "阳性"), new($"CUT, {interval.En}", $"截断值，{interval.Zh}"), new("P (CORRECTED)", "P（校正）"),
            new($"{effect.En}, SHRUNKEN ({interval.En})", $"{effect.Zh}，收缩后（{interval.Zh}）"),
        ];
    }

    static Bilingual Drawn(CutpointOptions options) => new(
        string.Create(CultureInfo.InvariantCulture,
            $"{options.Permutations} permutations, {options.Replicates} bootstrap replicates, seed {options.Seed}."),
        string.Create(CultureInfo.InvariantCulture,
            $"置换 {options.Permutations} 次，自助法 {options.Replicates} 次，种子 {options.Seed}。"));

    static JsonObject Common(
        string marker, double cut, Interval confidence, double probability, CutpointOptions options) => new()
    {
        ["marker"] = marker,
        ["cut"] = StatsJson.Of(cut),
        ["cutConfidence"] = StatsJson.Of((Interval?)confidence),
        ["correctedProbability"] = StatsJson.Of(probability),
        ["permutations"] = options.Permutations,
        ["replicates"] = options.Replicates,
        ["seed"] = options.Seed,
    };

    static string Between(Interval interval) => $"{StatsNumbers.Exact(interval.Lower)} to {StatsNumbers.Exact(interval.Upper)}";

    static string Effect(ShrunkenEffect? effect) =>
        StatsNumbers.With(effect?.Estimate, effect?.Confidence, StatsNumbers.Ratio);

    static string Share(BinomialProportion share, CutpointOptions options) =>
        StatsNumbers.With(share.Estimate, share.Wilson(options.ConfidenceLevel), StatsNumbers.Percent);

    static int Count(long? given, int usual) => (int)Math.Clamp(given ?? usual, 1, 10_000_000);
}
