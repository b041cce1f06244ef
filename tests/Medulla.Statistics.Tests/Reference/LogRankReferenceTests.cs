using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Reference;

public sealed class LogRankReferenceTests
{
    [Fact]
    public void Agrees_with_R_on_every_weight_and_stratum()
    {
        var agreement = new Agreement();
        foreach (var reference in ReferenceCase.Topic("logrank"))
            if (reference.Method == "logrank")
                agreement.Case(reference, check => CompareFamily(check, reference));
            else if (reference.Method == "weighted_logrank")
                agreement.Case(reference, check => CompareWeighted(check, reference));
            else
                agreement.LeaveOut(reference, "permutation variance");

        agreement.Report("logrank");
        Assert.Equal(["logrank 33", "weighted_logrank 99"], agreement.Covered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Equal(["coin_logrank: permutation variance 135"],
            agreement.NotCovered.Select(method => $"{method.Key} {method.Value}"));
        Assert.Empty(agreement.Untouched);
    }

    static void CompareFamily(Agreement check, ReferenceCase reference)
    {
        var test = LogRank.CompareWithin(Strata(reference), new LogRankWeight.FlemingHarrington(reference.Number("rho", 0), 0));
        check.List("n", test.Groups.Select(group => (double)group.Participants));
        check.List("observed", test.Groups.Select(group => group.Observed));
        check.List("expected", test.Groups.Select(group => group.Expected));
        CompareTest(check, "variance", test);

        if (check.Exists("hr_OE"))
        {
            var ratio = test.RatioOfSecondToFirst(reference.Number("level", 0.95));
            check.Number("hr_OE", ratio.ObservedToExpected);
            check.Number("hr_peto", ratio.Peto);
            check.List("hr_peto_ci95", [ratio.PetoConfidence.Lower, ratio.PetoConfidence.Upper]);
        }

        if (check.Exists("trend"))
        {
            var trend = test.Trend();
            check.List("trend/scores", trend.Scores);
            check.Number("trend/z", trend.Z);
            check.Number("trend/chisq", trend.ChiSquare);
            check.Number("trend/p", trend.Probability);
        }
    }

    static void CompareWeighted(Agreement check, ReferenceCase reference)
    {
        LogRankWeight weight = reference.Text("weight_family") switch
        {
            "logrank" => new LogRankWeight.Equal(),
            "gehan_breslow" => new LogRankWeight.GehanBreslow(),
            "tarone_ware" => new LogRankWeight.TaroneWare(),
            "peto_peto_modified" => new LogRankWeight.PetoPeto(),
            "fleming_harrington" => new LogRankWeight.FlemingHarrington(reference.Number("p", 0), reference.Number("q", 0)),
            var other => throw new NotSupportedException(other),
        };
        var test = LogRank.CompareWithin(Strata(reference), weight);
        check.List("U", test.Groups.Select(group => group.Observed - group.Expected));
        CompareTest(check, "V", test);
        check.Number("z", test.Z);
    }

    static void CompareTest(Agreement check, string variance, LogRank test)
    {
        var places = Enumerable.Range(0, test.Groups.Length);
        check.Table(variance, places.Select(row => places.Select(column => (double?)test.Covariance(row, column))));
        check.Number("chisq", test.ChiSquare);
        check.Number("df", test.DegreesOfFreedom);
        check.Number("p", test.Probability);
    }

    static SurvivalGroup[][] Strata(ReferenceCase reference)
    {
        var cohort = Cohort.Of(reference);
        var values = cohort.GroupedBy(reference.Text("group")).Select(group => group.Value).ToArray();
        Cohort[] strata = [cohort];
        foreach (var column in reference.Texts("strata"))
            strata = [.. strata.SelectMany(stratum => stratum.GroupedBy(column).Select(part => part.Cohort))];

        return [.. strata.Select(stratum => values.Select(value =>
        {
            var part = stratum.GroupedBy(reference.Text("group")).FirstOrDefault(group => group.Value == value).Cohort;
            return new SurvivalGroup(value.ToString(CultureInfo.InvariantCulture), part?.FollowUps(reference) ?? []);
        }).ToArray())];
    }
}
