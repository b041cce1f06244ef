using System.Globalization;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Reference;

public sealed class SurvivalEdgesReferenceTests
{
    [Fact]
    public void Agrees_with_R_on_edges_near_ties_and_restricted_means()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("survival_misc"))
        {
            Action<Agreement>? compare = reference.Method switch
            {
                "km_inline" => check => CompareCurve(check, reference),
                "near_ties" => check => CompareNearTies(check, reference),
                "pairwise_logrank" => check => ComparePairs(check, reference),
                "rmst" => check => CompareMeans(check, reference),
                _ => null,
            };
            if (compare is null)
                agreement.LeaveOut(reference, "not in the library");
            else
                agreement.Case(reference, compare);
        }

        agreement.Report("survival_misc");
        Assert.Equal(["km_inline 7", "near_ties 1", "pairwise_logrank 2", "rmst 6"],
            agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(["milestone 3", "rubin 2"],
            agreement.NotCovered.Select(method => $"{method.Key.Split(':')[0]} {method.Value}"));
        Assert.Equal(["timefix_false"],
            agreement.Untouched["near_ties"].Split(' ').Select(path => path.Split('/')[0]).Distinct());
        Assert.Equal(["near_ties"], agreement.Untouched.Keys);
    }

    static void CompareCurve(Agreement check, ReferenceCase reference)
    {
        var curve = KaplanMeier.Estimate(FollowUps(reference), SurvivalIntervalType.Log, reference.Number("level", 0.95));
        check.Echo("time_in", "status_in");
        check.List("time", curve.Steps.Select(step => step.Time));
        check.List("n_risk", curve.Steps.Select(step => (double)step.AtRisk));
        check.List("n_event", curve.Steps.Select(step => (double)step.Events));
        check.List("surv", curve.Steps.Select(step => step.Survival));
        check.List("std_err", curve.Steps.Select(step => step.LogStandardError ?? double.PositiveInfinity));
        check.List("lower", curve.Steps.Select(step => step.Confidence?.Lower));
        check.List("upper", curve.Steps.Select(step => step.Confidence?.Upper));
        foreach (var share in reference.Numbers("probs"))
        {
            var percent = (100 * share).ToString(CultureInfo.InvariantCulture);
            check.Number($"quantiles/q/{percent}", curve.Quantile(share).Time);
            check.Number($"quantiles/lower/{percent}", curve.Quantile(share).Lower);
            check.Number($"quantiles/upper/{percent}", curve.Quantile(share).Upper);
        }

        var mean = curve.RestrictedMeanUpTo(curve.Steps[^1].Time);
        check.Number("rmean", mean.Mean);
        check.Number("se_rmean", mean.StandardError);
    }

    static void CompareNearTies(Agreement check, ReferenceCase reference)
    {
        var cohort = FollowUps(reference);
        var trait = Cohort.Of(reference).Values("x");
        var curve = KaplanMeier.Estimate(cohort);
        var groups = trait.Distinct().Order().Select(value => new SurvivalGroup(
            value.ToString(CultureInfo.InvariantCulture), [.. cohort.Where((_, index) => trait[index] == value)]));
        check.Echo("time", "status", "x");
        check.List("timefix_true/time", curve.Steps.Select(step => step.Time));
        check.List("timefix_true/n_event", curve.Steps.Select(step => (double)step.Events));
        check.List("timefix_true/surv", curve.Steps.Select(step => step.Survival));
        check.Number("timefix_true/cox", CoxRegression.Fit(cohort, [new("x", trait)]).Coefficients[0].Estimate);
        check.Number("timefix_true/logrank", LogRank.Compare([.. groups]).ChiSquare);
    }

    static void CompareMeans(Agreement check, ReferenceCase reference)
    {
        var tau = reference.Number("tau", 0);
        var means = Cohort.Of(reference).GroupedBy(reference.Text("group"))
            .Select(group => KaplanMeier.Estimate(group.Cohort.FollowUps(reference)).RestrictedMeanUpTo(tau)).ToArray();
        check.Echo("groups");
        foreach (var member in new[] { "rmst", "survival_rmean" })
            check.List(member, means.Select(mean => mean.Mean));
        foreach (var member in new[] { "se", "survival_se" })
            check.List(member, means.Select(mean => mean.StandardError));

        var contrast = means[1].Against(means[0], reference.Number("level", 0.95));
        check.Number("diff", contrast.Difference);
        check.Number("diff_se", contrast.StandardError);
        check.List("diff_ci", [contrast.Confidence.Lower, contrast.Confidence.Upper]);
        check.Number("p", contrast.Probability);
        check.Number("ratio", contrast.Ratio);
        check.List("ratio_ci", [contrast.RatioConfidence.Lower, contrast.RatioConfidence.Upper]);
    }

    static void ComparePairs(Agreement check, ReferenceCase reference)
    {
        SurvivalGroup[] groups = [.. Cohort.Of(reference).GroupedBy(reference.Text("group")).Select(group =>
            new SurvivalGroup(group.Value.ToString(CultureInfo.InvariantCulture), group.Cohort.FollowUps(reference)))];
        LogRank[] tests = [.. groups.SelectMany((first, place) => groups[(place + 1)..], (first, second) =>
            LogRank.Compare([first, second]))];
        double[] probabilities = [.. tests.Select(test => test.Probability!.Value)];
        check.Echo("pairs");
        check.List("chisq", tests.Select(test => test.ChiSquare));
        check.List("p", probabilities);
        check.List("bh", MultipleTesting.Adjust(probabilities, Adjustment.BenjaminiHochberg));
        check.List("holm", MultipleTesting.Adjust(probabilities, Adjustment.Holm));
    }

    static FollowUp[] FollowUps(ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        return [.. cohort.Values("time").Zip(cohort.Values("status"), (time, status) => new FollowUp(time, status == 1))];
    }
}
