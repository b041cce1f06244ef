using Medulla.Statistics.Comparison;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>survival_misc</c>.</summary>
static class SurvivalMiscTopic
{
    public static Topic Topic { get; } = Topic.Of("survival_misc",
        ("rmst", RestrictedMeans), ("milestone", Milestone), ("pairwise_logrank", Pairs),
        ("near_ties", NearTies), ("km_inline", Curve), ("rubin", RubinCases.Rubin));

    static Answer RestrictedMeans(CaseInput input)
    {
        var means = LogRankTestsTopic.Groups(input)
            .Select(group => KaplanMeier.Estimate(group.FollowUps).RestrictedMeanUpTo(input.Number("tau"))).ToArray();
        var answer = new Answer()
            .Set("rmst", means.Select(mean => mean.Mean))
            .Set("se", means.Select(mean => mean.StandardError))
            .Set("survival_rmean", means.Select(mean => mean.Mean))
            .Set("survival_se", means.Select(mean => mean.StandardError));
        if (means.Length < 2)
            return answer;

        var contrast = means[1].Against(means[0], input.Number("level", absent: 0.95));
        return answer
            .Set("diff", contrast.Difference)
            .Set("diff_se", contrast.StandardError)
            .Set("diff_ci", [contrast.Confidence.Lower, contrast.Confidence.Upper])
            .Set("p", contrast.Probability)
            .Set("ratio", contrast.Ratio)
            .Set("ratio_ci", [contrast.RatioConfidence.Lower, contrast.RatioConfidence.Upper]);
    }

    static Answer Milestone(CaseInput input)
    {
        var curves = LogRankTestsTopic.Groups(input).Select(group => KaplanMeier.Estimate(group.FollowUps)).ToArray();
        var contrast = MilestoneSurvival.Compare(curves[1], curves[0], input.Number("horizon"), carryForward: true);
        return new Answer()
            .Set("surv", [contrast.ReferenceSurvival, contrast.Survival])
            .Set("se", [contrast.ReferenceStandardError, contrast.StandardError])
            .Set("diff", contrast.Difference)
            .Set("z_plain", contrast.PlainZ)
            .Set("z_cloglog", contrast.LogLogZ);
    }

    static Answer Pairs(CaseInput input)
    {
        var groups = LogRankTestsTopic.Groups(input);
        var weight = new LogRankWeight.FlemingHarrington(input.Number("rho", absent: 0), 0);
        var pairs = LogRank.ComparePairs(groups, Adjustment.Holm, weight);
        var answer = new Answer()
            .Set("chisq", pairs.Select(pair => pair.Test.ChiSquare))
            .Set("p", pairs.Select(pair => pair.Test.Probability));
        foreach (var adjustment in input.Texts("adjust"))
        {
            var method = adjustment switch
            {
                "holm" => Adjustment.Holm,
                "bonferroni" => Adjustment.Bonferroni,
                "hochberg" => Adjustment.Hochberg,
                "BH" or "fdr" => Adjustment.BenjaminiHochberg,
                "BY" => Adjustment.BenjaminiYekutieli,
                _ => throw new NotSupportedException($"Found the adjustment {adjustment}. Expected one of p.adjust's."),
            };
            answer.Set(adjustment.ToLowerInvariant(),
                LogRank.ComparePairs(groups, method, weight).Select(pair => pair.AdjustedProbability));
        }

        return answer;
    }

    static Answer NearTies(CaseInput input)
    {
        var cohort = InlineFollowUps(input);
        var trait = input.Values("x");
        SurvivalGroup[] groups = [.. input.Groups("x").Select(group =>
            new SurvivalGroup(group.Label, [.. group.Rows.Select(row => cohort[row])]))];
        var answer = new Answer()
            .Set("time", cohort.Select(one => one.Time))
            .Set("status", cohort.Select(one => one.EventObserved ? 1.0 : 0.0))
            .Set("x", trait);
        foreach (var merge in input.Argument("timefix").EnumerateArray().Select(item => item.GetBoolean()))
        {
            var curve = KaplanMeier.Estimate(cohort, new KaplanMeierOptions { MergeRounding = merge });
            var model = CoxRegression.Fit(cohort, [new("x", trait)], new CoxOptions { MergeRounding = merge });
            var part = new Answer()
                .Set("cox", model.Coefficients[0].Estimate)
                .Set("time", curve.Steps.Select(step => step.Time))
                .Set("n_event", curve.Steps.Select(step => (double)step.Events))
                .Set("surv", curve.Steps.Select(step => step.Survival))
                .Set("logrank", LogRank.Compare(groups, mergeRounding: merge).ChiSquare);
            answer.Set(merge ? "timefix_true" : "timefix_false", part);
        }

        return answer;
    }

    static Answer Curve(CaseInput input)
    {
        var cohort = InlineFollowUps(input);
        var curve = KaplanMeier.Estimate(
            cohort, KaplanMeierCurvesTopic.IntervalType(input.Text("conf_type")), input.Number("level", absent: 0.95));
        var answer = new Answer()
            .Set("time", curve.Steps.Select(step => step.Time))
            .Set("n_risk", curve.Steps.Select(step => (double)step.AtRisk))
            .Set("n_event", curve.Steps.Select(step => (double)step.Events))
            .Set("surv", curve.Steps.Select(step => step.Survival))
            .Set("std_err", curve.Steps.Select(step => step.LogStandardError ?? double.PositiveInfinity))
            .Set("lower", curve.Steps.Select(step => step.Confidence?.Lower))
            .Set("upper", curve.Steps.Select(step => step.Confidence?.Upper));
        var (times, lower, upper) = (new Answer(), new Answer(), new Answer());
        foreach (var share in input.Numbers("probs"))
        {
            var quantile = curve.Quantile(share);
            times.Set(KaplanMeierCurvesTopic.Percent(share), quantile.Time);
            lower.Set(KaplanMeierCurvesTopic.Percent(share), quantile.Lower);
            upper.Set(KaplanMeierCurvesTopic.Percent(share), quantile.Upper);
        }

        var mean = curve.RestrictedMeanUpTo(curve.LastTime);
        return answer
            .Set("quantiles", new Answer().Set("q", times).Set("lower", lower).Set("upper", upper))
            .Set("rmean", mean.Mean)
            .Set("se_rmean", mean.StandardError)
            .Set("time_in", cohort.Select(one => one.Time))
            .Set("status_in", cohort.Select(one => one.EventObserved ? 1.0 : 0.0));
    }

    // Data that stand in the request are named time and status, and 1 is the event.
    static FollowUp[] InlineFollowUps(CaseInput input) => input.Has("time")
        ? input.FollowUps()
        : [.. input.Values("time").Zip(input.Values("status"), (time, status) => new FollowUp(time, status == 1))];
}
