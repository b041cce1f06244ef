using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>km</c>.</summary>
static class KaplanMeierCurvesTopic
{
    public static Topic Topic { get; } = Topic.Of("km",
        ("km", Curves), ("km_stype", Variants), ("reverse_km", Reverse), ("km_peto_lower", PetoLower));

    static Answer Curves(CaseInput input)
    {
        var curves = Estimate(input, Options(input));
        var steps = Steps(curves);
        var answer = new Answer()
            .Set("time", steps.Select(step => step.Time))
            .Set("n_risk", steps.Select(step => step.AtRiskWeight))
            .Set("n_event", steps.Select(step => step.EventWeight))
            .Set("n_censor", steps.Select(step => step.CensoredWeight))
            .Set("surv", steps.Select(step => step.Survival))
            .Set("se_log_surv", steps.Select(LogStandardError))
            .Set("cumhaz_na", steps.Select(step => step.CumulativeHazard))
            .Set("se_cumhaz", steps.Select(step => step.CumulativeHazardStandardError));

        var (intervals, quantiles) = (new Answer(), new Answer());
        foreach (var type in input.Texts("conf_type"))
        {
            var typed = Estimate(input, Options(input) with { IntervalType = IntervalType(type) });
            intervals.Set(type, Limits(typed));
            quantiles.Set(type, Quantiles(typed, input.Numbers("probs"), grouped: input.Has("group")));
        }

        answer.Set("ci95", intervals).Set("quantiles", quantiles);
        if (input.Has("level_log_extra"))
            answer.Set("ci90_log", Limits(Estimate(input, Options(input) with
            {
                IntervalType = SurvivalIntervalType.Log,
                ConfidenceLevel = input.Number("level_log_extra"),
            })));

        answer.Set("rmst", input.Numbers("tau").Select(tau => Means(curves, _ => tau).Set("tau", tau)));
        if (input.Flag("rmst_common"))
            answer.Set("rmst_common", Means(curves, _ => curves.Max(curve => curve.LastTime)));
        if (input.Flag("rmst_individual"))
            answer.Set("rmst_individual", Means(curves, curve => curve.LastTime));
        return answer.Set("at_times", AtTimes(input));
    }

    static Answer AtTimes(CaseInput input)
    {
        var times = input.Numbers("times");
        var rows = Estimate(input, Options(input) with { IntervalType = SurvivalIntervalType.Log })
            .SelectMany(curve => curve.CarriedForwardAt(times).Where(row => input.Flag("extend") || row.Time <= curve.LastTime))
            .ToArray();

        // R draws the interval from the start of follow-up on, where the curve is 1; a curve has no step there.
        return new Answer()
            .Set("surv", rows.Select(row => row.Survival))
            .Set("std_err", rows.Select(row => row.StandardError))
            .Set("lower_log", rows.Select(row => row is { Survival: 1, Confidence: null } ? 1 : row.Confidence?.Lower))
            .Set("upper_log", rows.Select(row => row is { Survival: 1, Confidence: null } ? 1 : row.Confidence?.Upper))
            .Set("n_risk", rows.Select(row => row.AtRiskWeight))
            .Set("n_event", rows.Select(row => row.EventWeightSincePrevious));
    }

    static Answer Variants(CaseInput input)
    {
        var curves = Estimate(input, Options(input) with { IntervalType = IntervalType(input.Text("conf_type")) });
        var steps = Steps(curves);
        return Limits(curves)
            .Set("surv", steps.Select(step => step.Survival))
            .Set("std_err", steps.Select(LogStandardError))
            .Set("cumhaz", steps.Select(step => step.CumulativeHazard))
            .Set("se_cumhaz", steps.Select(step => step.CumulativeHazardStandardError));
    }

    static Answer Reverse(CaseInput input)
    {
        var options = Options(input) with { IntervalType = IntervalType(input.Text("conf_type")) };
        var cohort = input.FollowUps();
        var medians = Groups(input).SelectMany(rows =>
        {
            FollowUp[] turned = [.. rows.Select(row => cohort[row] with { EventObserved = !cohort[row].EventObserved })];
            var curve = KaplanMeier.Estimate(turned, Weighted(options, rows));
            return input.Numbers("probs").Select(curve.Quantile);
        }).ToArray();
        return new Answer()
            .Set("median_followup", medians.Select(median => median.Time))
            .Set("lower", medians.Select(median => median.Lower))
            .Set("upper", medians.Select(median => median.Upper));
    }

    static Answer PetoLower(CaseInput input) => Limits(Estimate(input, Options(input) with
    {
        IntervalType = IntervalType(input.Text("conf_type")),
        LowerLimit = input.Text("conf_lower") switch
        {
            "peto" => SurvivalLowerLimit.Peto,
            "modified" => SurvivalLowerLimit.Modified,
            _ => SurvivalLowerLimit.Usual,
        },
    }));

    static KaplanMeierOptions Options(CaseInput input) => new()
    {
        ConfidenceLevel = input.Number("level", absent: 0.95),
        Estimator = input.Whole("stype", absent: 1) == 2 ? SurvivalEstimator.ExponentialOfHazard : SurvivalEstimator.ProductLimit,
        CumulativeHazard = input.Whole("ctype", absent: 1) == 2
            ? CumulativeHazardEstimator.FlemingHarrington : CumulativeHazardEstimator.NelsonAalen,
        CaseWeights = input.Has("weights") ? input.Values(input.Text("weights")) : null,
    };

    static KaplanMeier[] Estimate(CaseInput input, KaplanMeierOptions options)
    {
        var cohort = input.FollowUps();
        return [.. Groups(input).Select(rows =>
            KaplanMeier.Estimate([.. rows.Select(row => cohort[row])], Weighted(options, rows)))];
    }

    static KaplanMeierOptions Weighted(KaplanMeierOptions options, int[] rows) => options.CaseWeights is { } weights
        ? options with { CaseWeights = [.. rows.Select(row => weights[row])] }
        : options;

    static IEnumerable<int[]> Groups(CaseInput input) => input.Has("group")
        ? input.Groups(input.Text("group")).Select(group => group.Rows)
        : [[.. Enumerable.Range(0, input.Count)]];

    static KaplanMeierStep[] Steps(KaplanMeier[] curves) => [.. curves.SelectMany(curve => curve.Steps)];

    static double? LogStandardError(KaplanMeierStep step) => step.LogStandardError ?? double.PositiveInfinity;

    static Answer Limits(KaplanMeier[] curves)
    {
        var intervals = Steps(curves).Select(step => step.Confidence).ToArray();
        return new Answer()
            .Set("lower", intervals.Select(interval => interval?.Lower))
            .Set("upper", intervals.Select(interval => interval?.Upper));
    }

    static Answer Quantiles(KaplanMeier[] curves, double[] shares, bool grouped)
    {
        var quantiles = curves.Select(curve => shares.Select(curve.Quantile).ToArray()).ToArray();
        return new Answer()
            .With("quantile", quantile => quantile.Time, quantiles, grouped)
            .With("lower", quantile => quantile.Lower, quantiles, grouped)
            .With("upper", quantile => quantile.Upper, quantiles, grouped);
    }

    // One row per curve; a single curve's are named after the percentages.
    static Answer With(
        this Answer answer, string member, Func<SurvivalQuantile, double?> read, SurvivalQuantile[][] quantiles, bool grouped)
    {
        if (grouped)
            return answer.Set(member, quantiles.Select(curve => curve.Select(read)));
        var named = new Answer();
        foreach (var quantile in quantiles[0])
            named.Set(Percent(quantile.Probability), read(quantile));
        return answer.Set(member, named);
    }

    internal static string Percent(double share) => (100 * share).ToString("0.###############", CultureInfo.InvariantCulture);

    static Answer Means(KaplanMeier[] curves, Func<KaplanMeier, double> horizon)
    {
        var means = curves.Select(curve => curve.RestrictedMeanUpTo(horizon(curve))).ToArray();
        return new Answer().Set("rmean", means.Select(mean => mean.Mean)).Set("se", means.Select(mean => mean.StandardError));
    }

    internal static SurvivalIntervalType IntervalType(string code) => code switch
    {
        "log" => SurvivalIntervalType.Log,
        "log-log" => SurvivalIntervalType.LogLog,
        "plain" => SurvivalIntervalType.Plain,
        "logit" => SurvivalIntervalType.Logit,
        "arcsin" => SurvivalIntervalType.ArcSine,
        _ => throw new NotSupportedException($"Found the conf_type {code}. Expected log, log-log, plain, logit or arcsin."),
    };
}
