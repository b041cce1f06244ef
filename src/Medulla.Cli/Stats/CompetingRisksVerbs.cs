using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Medulla.Cli.Input;
using Medulla.Figures;
using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Formulas;

namespace Medulla.Cli.Stats;

/// <summary><c>medulla stats cuminc</c> and <c>finegray</c></summary>
static class CompetingRisksVerbs
{
    public static Verb Cuminc()
    {
        var times = StatsInputs.Numbers("--times", "Read the curves there", "在这些时间读取曲线");
        var type = StatsInputs.OneOf("--conf-type", "Scale of the interval", "置信区间的尺度", false, "log-log", "log", "plain", "logit", "arcsin");
        var rho = Inputs.OptionalNumber("--rho", "RHO", "Gray's weight (1 − F)^rho; else 0", "Gray 检验权重 (1 − F)^rho；缺省 0");
        return StatsVerb.OnTable("cuminc", "Cumulative incidence of each cause, and Gray's test between groups", "各原因的累积发生率，组间用 Gray 检验",
            "medulla stats cuminc \"Surv(time, cause) ~ arm\" --data relapse.csv --times 365 730", [times, type, rho],
            (call, frame, level) => Incidence(frame, level, new AalenJohansenOptions
            {
                IntervalType = SurvivalGroups.IntervalType(call.Of(type)),
                ConfidenceLevel = level,
            }, [.. call.Of(times).Order()], call.Given(rho) ?? 0));
    }

    public static Verb FineGray()
    {
        var cause = Inputs.WholeNumber("--cause", "Code of the cause that is modelled", "所建模的原因编码");
        return StatsVerb.OnTable("finegray", "Regression of the cumulative incidence of one cause", "某一原因累积发生率的 Fine–Gray 回归",
            "medulla stats finegray \"Surv(time, cause) ~ arm + age\" --data relapse.csv --cause 1", [cause],
            (call, frame, level) => Regression(frame, call.Of(cause), level));
    }

    static StatsAnswer Incidence(ModelFrame frame, double level, AalenJohansenOptions options, double[] times, double rho)
    {
        var cohort = Cohort(frame);
        ImmutableArray<int> causes = [.. cohort.Select(one => one.Cause).OfType<int>().Distinct().Order()];
        if (causes.IsEmpty)
            throw new StatsQuestionException($"Found no event in {cohort.Length} rows. Expected a cause, coded 1 or more, at least once.");
        var labels = frame.Groups();
        ImmutableArray<CompetingGroup> groups = [.. frame.GroupOrder().Select(name =>
            new CompetingGroup(name, [.. cohort.Where((_, row) => labels[row] == name)]))];
        var curves = groups.Select(group => AalenJohansen.Estimate(group.FollowUps,
            options with { Causes = causes })).ToImmutableArray();
        ImmutableArray<GrayTest> tests = groups.Length > 1 ? [.. causes.Select(cause => Gray(frame, groups, cohort, cause,
            rho))] : [];
        var interval = StatsNumbers.Interval(level);
        Bilingual group = new("GROUP", "组别"), ofCause = new("CAUSE", "原因");
        return new StatsAnswer(
            new($"Cumulative incidence, {frame.Count} rows, causes {string.Join(", ", causes)}", $"累积发生率，{frame.Count} 行，原因 {string.Join("、", causes)}"),
            [
                new StatsTable([group, new("N", "人数"), .. causes.Select(cause => new Bilingual($"EVENTS OF {cause}", $"原因 {cause} 事件"))],
                    [.. groups.Select(one => (string[])
                        [one.Name, StatsNumbers.Whole(one.FollowUps.Count), .. causes.Select(cause =>
                            StatsNumbers.Whole(one.FollowUps.Count(row => row.Cause == cause)))])]),
                new StatsTable([group, ofCause, new("TIME", "时间"), new("AT RISK", "风险人数"), new($"INCIDENCE % ({interval.En})", $"发生率%（{interval.Zh}）")],
                    [.. groups.SelectMany((one, place) => causes.SelectMany(cause => times.Select(time => (string[])
                    [
                        one.Name, StatsNumbers.Whole(cause), StatsNumbers.Exact(time),
                            StatsNumbers.Whole(one.FollowUps.Count(row => row.Time >= time)),
                        curves[place].Incidence(cause).At(time) is { } step ? StatsNumbers.With(step.Probability,
                            step.Confidence, StatsNumbers.Percent) : StatsNumbers.None,
                    ])))]),
                new StatsTable([ofCause, new("GRAY CHI-SQUARE", "Gray χ²"), new("DF", "自由度"), new("P", "P")],
                    [.. tests.Select(test => (string[])
                        [StatsNumbers.Whole(test.Cause), StatsNumbers.Number(test.ChiSquare),
                            StatsNumbers.Whole(test.DegreesOfFreedom), StatsNumbers.P(test.Probability)])]),
            ],
            [new("Another cause is no censoring: who had it can no longer have this one.", "其他原因的事件不是删失：发生后不再可能发生本原因事件。")],
            [curves[0].Convention, .. tests.Take(1).Select(test => test.Convention)],
            new JsonObject
            {
                ["causes"] = StatsJson.List(causes),
                ["curves"] = new JsonArray([.. groups.SelectMany((one, place) => causes.Select(cause => (JsonNode)new JsonObject
                {
                    ["name"] = one.Name,
                    ["cause"] = cause,
                    ["participants"] = one.FollowUps.Count,
                    ["events"] = curves[place].Incidence(cause).Events,
                    ["at"] = StatsJson.List(times.Select(time => new { time, state = curves[place].Incidence(cause).At(time) })),
                    ["steps"] = StatsJson.List(curves[place].Incidence(cause).Steps),
                }))]),
                ["gray"] = new JsonArray([.. tests.Select(test => (JsonNode)new JsonObject
                {
                    ["cause"] = test.Cause,
                    ["rho"] = StatsJson.Of(test.Rho),
                    ["stratified"] = test.Stratified,
                    ["groups"] = StatsJson.List(test.Groups),
                    ["chiSquare"] = StatsJson.Of(test.ChiSquare),
                    ["degreesOfFreedom"] = test.DegreesOfFreedom,
                    ["probability"] = StatsJson.Of(test.Probability),
                })]),
            });
    }

    static GrayTest Gray(ModelFrame frame, ImmutableArray<CompetingGroup> groups, CompetingFollowUp[] cohort, int cause,
        double rho)
    {
        if (frame.Strata() is not { } strata)
            return GrayTest.Compare(groups, cause, rho);
        var labels = frame.Groups();
        return GrayTest.CompareWithin([.. strata.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(stratum =>
            (IReadOnlyList<CompetingGroup>)[.. groups.Select(group => new CompetingGroup(
                group.Name, [.. cohort.Where((_, row) => labels[row] == group.Name && strata[row] == stratum)]))])], cause,
                    rho);
    }

    static StatsAnswer Regression(ModelFrame frame, int cause, double level)
    {
        if (!frame.Formula.Strata.IsEmpty || frame.Formula.Cluster is not null || !frame.Formula.Offsets.IsEmpty)
            throw new StatsQuestionException($"Found strata, cluster or offset in '{frame.Formula.Source}'. Expected columns only.");
        var (cohort, covariates) = (Cohort(frame), frame.Covariates());
        if (covariates.IsEmpty)
            throw new StatsQuestionException($"Found no terms in '{frame.Formula.Source}'. Expected a column right of ~, such as age.");
        var fit = Medulla.Statistics.CompetingRisks.FineGray.Fit(cohort, cause, covariates,
            new FineGrayOptions { ConfidenceLevel = level });
        ImmutableArray<RatioRow> rows = [.. fit.Coefficients.Select(one => new RatioRow(one.Name, one.HazardRatio,
            one.Confidence, one.Probability))];
        Bilingual ratio = new("Subdistribution hazard ratio", "亚分布风险比");
        return new StatsAnswer(
            new($"Fine–Gray regression of cause {cause}, {fit.Participants} rows, {fit.Events} events", $"原因 {cause} 的 Fine–Gray 回归，{fit.Participants} 行，{fit.Events} 个事件"),
            [RegressionTables.Of(ratio, level, rows)],
            [new("A ratio above 1 says that the cumulative incidence is higher, not that the cause acts faster.", "比值大于 1 表示累积发生率更高，并不表示该原因作用更快。")],
            [fit.Convention],
            new JsonObject
            {
                ["cause"] = fit.Cause,
                ["participants"] = fit.Participants,
                ["events"] = fit.Events,
                ["coefficients"] = StatsJson.List(fit.Coefficients),
                ["nullLogLikelihood"] = StatsJson.Of(fit.NullLogLikelihood),
                ["logLikelihood"] = StatsJson.Of(fit.LogLikelihood),
            })
        {
            Figure = RegressionTables.Forest(frame.Formula.Source, ratio, new("sHR", "sHR"), rows, covariates, row => cohort[row].Cause == cause),
        };
    }

    static CompetingFollowUp[] Cohort(ModelFrame frame)
    {
        var (times, codes) = frame.Competing();
        return [.. times.Select((time, row) => new CompetingFollowUp(time, codes[row] == 0 ? null : codes[row]))];
    }
}
