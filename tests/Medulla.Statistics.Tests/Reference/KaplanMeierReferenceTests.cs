using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Reference;

public sealed class KaplanMeierReferenceTests
{
    static readonly (string Name, SurvivalIntervalType Type)[] IntervalTypes =
    [
        ("log", SurvivalIntervalType.Log), ("log-log", SurvivalIntervalType.LogLog), ("plain", SurvivalIntervalType.Plain),
        ("logit", SurvivalIntervalType.Logit), ("arcsin", SurvivalIntervalType.ArcSine),
    ];

    [Fact]
    public void Agrees_with_R_on_every_curve_of_right_censored_follow_up()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("km"))
        {
            if (reference.Has("weights"))
                agreement.LeaveOut(reference, "case weights");
            else if (reference.Method == "km")
                agreement.Case(reference, check => CompareCurve(check, reference));
            else if (reference.Method == "reverse_km")
                agreement.Case(reference, check => CompareReverse(check, reference));
            else
                agreement.LeaveOut(reference, "other estimate than the product limit, or other lower limit");
        }

        agreement.Report("km");
        Assert.Equal(["km 11", "reverse_km 10"], agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(
            [
                "km: case weights 1",
                "km_peto_lower: other estimate than the product limit, or other lower limit 10",
                "km_stype: case weights 3",
                "km_stype: other estimate than the product limit, or other lower limit 33",
            ],
            agreement.NotCovered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Empty(agreement.Untouched);
    }

    static void CompareCurve(Agreement check, ReferenceCase reference)
    {
        var groups = Groups(reference);
        var level = reference.Number("level", 0.95);
        var curves = groups.Select(group => KaplanMeier.Estimate(group, SurvivalIntervalType.Log, level)).ToArray();
        var steps = curves.SelectMany(curve => curve.Steps).ToArray();

        check.List("time", steps.Select(step => step.Time));
        check.List("n_risk", steps.Select(step => (double)step.AtRisk));
        check.List("n_event", steps.Select(step => (double)step.Events));
        check.List("n_censor", steps.Select(step => (double)step.Censored));
        check.List("surv", steps.Select(step => step.Survival));
        check.List("se_log_surv", steps.Select(step => step.LogStandardError ?? double.PositiveInfinity));
        check.List("cumhaz_na", steps.Select(step => step.CumulativeHazard));
        check.List("se_cumhaz", steps.Select(step => step.CumulativeHazardStandardError));
        check.Echo("strata", "at_times/times", "at_times/strata");

        foreach (var (name, type) in IntervalTypes)
        {
            var typed = groups.Select(group => KaplanMeier.Estimate(group, type, level)).ToArray();
            var intervals = typed.SelectMany(curve => curve.Steps).Select(step => step.Confidence).ToArray();
            check.List($"ci95/{name}/lower", intervals.Select(interval => interval?.Lower));
            check.List($"ci95/{name}/upper", intervals.Select(interval => interval?.Upper));
            CompareQuantiles(check, $"quantiles/{name}", typed, reference.Numbers("probs"), grouped: reference.Has("group"));
        }

        var extra = groups.SelectMany(group =>
            KaplanMeier.Estimate(group, SurvivalIntervalType.Log, reference.Number("level_log_extra", 0.9)).Steps).ToArray();
        check.List("ci90_log/lower", extra.Select(step => step.Confidence?.Lower));
        check.List("ci90_log/upper", extra.Select(step => step.Confidence?.Upper));

        var taus = reference.Numbers("tau");
        for (var index = 0; index < taus.Length; index++)
            CompareMeans(check, $"rmst/{index}", curves.Select(curve => curve.RestrictedMeanUpTo(taus[index])));
        if (reference.Has("start"))
        {
            CompareAtTimes(check, reference, curves);
            return;
        }

        var last = curves.Max(curve => curve.Steps[^1].Time);
        CompareMeans(check, "rmst_common", curves.Select(curve => curve.RestrictedMeanUpTo(last)));
        CompareMeans(check, "rmst_individual", curves.Select(curve => curve.RestrictedMeanUpTo(curve.Steps[^1].Time)));
        CompareAtTimes(check, reference, curves);
    }

    static void CompareAtTimes(Agreement check, ReferenceCase reference, KaplanMeier[] curves)
    {
        // R carries the curve on beyond the last follow-up where asked to; here nothing is claimed there.
        var rows = curves.SelectMany(curve => curve.At(reference.Numbers("times")).ToArray()
            .Select(row => row.Survival is not null ? row : row with
            {
                Survival = curve.Steps[^1].Survival,
                StandardError = curve.Steps[^1].StandardError,
                Confidence = curve.Steps[^1].Confidence,
            })).ToArray();
        check.List("at_times/surv", rows.Select(row => row.Survival));
        check.List("at_times/std_err", rows.Select(row => row.StandardError));
        check.List("at_times/lower_log", rows.Select(row => BeforeFirstStep(row) ? 1 : row.Confidence?.Lower));
        check.List("at_times/upper_log", rows.Select(row => BeforeFirstStep(row) ? 1 : row.Confidence?.Upper));
        check.List("at_times/n_risk", rows.Select(row => (double)row.AtRisk));
        check.List("at_times/n_event", rows.Select(row => (double)row.EventsSincePrevious));

        static bool BeforeFirstStep(SurvivalAtTime row) => row is { Survival: 1, Confidence: null };
    }

    static void CompareReverse(Agreement check, ReferenceCase reference)
    {
        var medians = Groups(reference)
            .Select(group => KaplanMeier.OfFollowUp(group, SurvivalIntervalType.Log, reference.Number("level", 0.95)).Median)
            .ToArray();
        check.List("median_followup", medians.Select(median => median.Time));
        check.List("lower", medians.Select(median => median.Lower));
        check.List("upper", medians.Select(median => median.Upper));
    }

    static void CompareQuantiles(Agreement check, string path, KaplanMeier[] curves, double[] probabilities, bool grouped)
    {
        check.Echo($"{path}/probs");
        foreach (var (member, read) in new (string, Func<SurvivalQuantile, double?>)[]
            {
                ("quantile", quantile => quantile.Time),
                ("lower", quantile => quantile.Lower),
                ("upper", quantile => quantile.Upper),
            })
        {
            if (grouped)
                check.Table($"{path}/{member}", curves.Select(curve =>
                    probabilities.Select(share => read(curve.Quantile(share)))));
            else
                foreach (var share in probabilities)
                    check.Number(string.Create(CultureInfo.InvariantCulture, $"{path}/{member}/{100 * share}"),
                        read(curves[0].Quantile(share)));
        }
    }

    static void CompareMeans(Agreement check, string path, IEnumerable<RestrictedMean> means)
    {
        var all = means.ToArray();
        check.List($"{path}/rmean", all.Select(mean => mean.Mean));
        check.List($"{path}/se", all.Select(mean => mean.StandardError));
    }

    static FollowUp[][] Groups(ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        return reference.Has("group")
            ? [.. cohort.GroupedBy(reference.Text("group")).Select(group => group.Cohort.FollowUps(reference))]
            : [cohort.FollowUps(reference)];
    }
}
