using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.Formulas;
using Medulla.Statistics.Survival;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats km</c></summary>
static class KaplanMeierVerb
{
    public static Verb Km()
    {
        var type = StatsInputs.OneOf("--conf-type", "Scale of the interval", "置信区间的尺度", false, "log-log", "log", "plain", "logit", "arcsin");
        var times = StatsInputs.Numbers("--times", "Read the curves there", "在这些时间读取曲线");
        var tau = Inputs.OptionalNumber("--tau", "TIME", "Mean survival time up to there", "计算到该时间的限制平均生存时间");
        var unit = StatsInputs.OneOf("--unit", "Unit of time, for the figure", "时间单位（用于作图）", false, "days", "months", "years");
        return StatsVerb.OnTable("km", "Kaplan–Meier curves: medians, survival at times, numbers at risk", "Kaplan–Meier 生存曲线：中位时间、各时点生存率、风险人数",
            "medulla stats km \"Surv(os_days, os_event) ~ flt3\" --data tcga_laml.csv --times 365 730 --plot km.svg",
            [type, times, tau, unit],
            (call, frame, level) => Answer(frame, level, SurvivalGroups.IntervalType(call.Of(type)),
                [.. call.Of(times).Order()], call.Given(tau), call.Of(unit)));
    }

    static StatsAnswer Answer(
        ModelFrame frame, double level, SurvivalIntervalType type, double[] times, double? tau, string unit)
    {
        var groups = SurvivalGroups.Of(frame);
        var curves = groups.Select(group => KaplanMeier.Estimate(group.FollowUps, type, level)).ToImmutableArray();
        var delayed = frame.FollowUps().Any(one => one.EntryTime is not null);
        var test = groups.Length > 1 && !delayed ? LogRank.Compare(groups) : null;
        var followUp = delayed ? null : KaplanMeier.OfFollowUp(frame.FollowUps(), type, level);
        var interval = StatsNumbers.Interval(level);
        Bilingual group = new("GROUP", "组别");
        var medians = new StatsTable(
            [group, new("N", "人数"), new("EVENTS", "事件"), new($"MEDIAN ({interval.En})", $"中位时间（{interval.Zh}）"),
                .. tau is null ? [] : new[] { new Bilingual($"MEAN TO {StatsNumbers.Exact(tau)}", $"至 {StatsNumbers.Exact(tau)} 的平均") }],
            [.. groups.Select((one, place) => (string[])
            [
                one.Name, StatsNumbers.Whole(one.FollowUps.Count), StatsNumbers.Whole(one.FollowUps.Count(row =>
                    row.EventObserved)),
                curves[place].Median is var median ? StatsNumbers.With(median.Time, median.Lower, median.Upper, StatsNumbers.Number) : "",
                .. tau is { } horizon ? [Mean(curves[place].RestrictedMeanUpTo(horizon))] : Array.Empty<string>(),
            ])]);
        var read = new StatsTable(
            [group, new("TIME", "时间"), new("AT RISK", "风险人数"), new($"SURVIVAL % ({interval.En})", $"生存率%（{interval.Zh}）")],
            [.. groups.SelectMany((one, place) => curves[place].At(times).Select(at => (string[])
            [
                one.Name, StatsNumbers.Exact(at.Time), StatsNumbers.Whole(at.AtRisk),
                StatsNumbers.With(at.Survival, at.Confidence, StatsNumbers.Percent),
            ]))]);
        return new StatsAnswer(
            new($"Kaplan–Meier, {frame.Count} rows, {frame.FollowUps().Count(one => one.EventObserved)} events",
                $"Kaplan–Meier 曲线，{frame.Count} 行，{frame.FollowUps().Count(one => one.EventObserved)} 个事件"),
            [medians, read],
            [
                .. test is { ChiSquare: { } chi } ? [new Bilingual(
                    $"Log-rank: chi-square {StatsNumbers.Number(chi)} on {test.DegreesOfFreedom} df, {StatsNumbers.PEquals(test.Probability)}.",
                    $"Log-rank 检验：χ² = {StatsNumbers.Number(chi)}，自由度 {test.DegreesOfFreedom}，{StatsNumbers.PEquals(test.Probability)}。")] : Array.Empty<Bilingual>(),
                .. followUp?.Median.Time is { } months ? [new Bilingual(
                    $"Median follow-up {StatsNumbers.Number(months)} (reverse Kaplan–Meier).", $"中位随访时间 {StatsNumbers.Number(months)}（反向 Kaplan–Meier）。")] : Array.Empty<Bilingual>(),
            ],
            [curves[0].Convention, .. test is null ? [] : new[] { test.Convention }],
            new JsonObject
            {
                ["curves"] = new JsonArray([.. groups.Select((one, place) => Json(one, curves[place], times, tau))]),
                ["logRank"] = test is null ? null : LogRankVerb.Json(test),
                ["medianFollowUp"] = StatsJson.Of(followUp?.Median),
            })
        {
            Figure = delayed ? null : language => SurvivalFigures.KaplanMeier(frame, groups, curves, test,
                followUp?.Median.Time, unit, language),
        };
    }

    static string Mean(RestrictedMean mean) => $"{StatsNumbers.Number(mean.Mean)} (SE {StatsNumbers.Number(mean.StandardError)})";

    static JsonNode Json(SurvivalGroup group, KaplanMeier curve, double[] times, double? tau) => new JsonObject
    {
        ["name"] = group.Name,
        ["participants"] = group.FollowUps.Count,
        ["events"] = group.FollowUps.Count(one => one.EventObserved),
        ["median"] = StatsJson.Of(curve.Median),
        ["restrictedMean"] = tau is { } horizon ? StatsJson.Of(curve.RestrictedMeanUpTo(horizon)) : null,
        ["at"] = StatsJson.List(curve.At(times)),
        ["steps"] = StatsJson.List(curve.Steps),
    };
}
