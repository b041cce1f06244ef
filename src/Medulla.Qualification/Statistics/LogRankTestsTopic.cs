using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>logrank</c>.</summary>
static class LogRankTestsTopic
{
    public static Topic Topic { get; } = Topic.Of("logrank",
        ("logrank", Family), ("weighted_logrank", Weighted), ("coin_logrank", Permutation));

    static Answer Family(CaseInput input)
    {
        var rho = input.Number("rho", absent: 0);
        var test = LogRank.CompareWithin(
            Strata(input), rho == 0 ? new LogRankWeight.Equal() : new LogRankWeight.FlemingHarrington(rho, 0));
        var answer = WithTest(new Answer(), "variance", test)
            .Set("n", test.Groups.Select(group => (double)group.Participants))
            .Set("observed", test.Groups.Select(group => group.Observed))
            .Set("expected", test.Groups.Select(group => group.Expected));
        if (rho != 0)
            return answer;
        if (test.Groups.Length > 2)
        {
            var trend = test.Trend();
            return answer.Set("trend", new Answer()
                .Set("scores", trend.Scores)
                .Set("z", trend.Z)
                .Set("chisq", trend.ChiSquare)
                .Set("p", trend.Probability));
        }

        var ratio = test.RatioOfSecondToFirst(input.Number("level", absent: 0.95));
        return answer
            .Set("hr_OE", ratio.ObservedToExpected)
            .Set("hr_peto", ratio.Peto)
            .Set("hr_peto_ci95", [ratio.PetoConfidence.Lower, ratio.PetoConfidence.Upper]);
    }

    static Answer Weighted(CaseInput input)
    {
        var test = LogRank.CompareWithin(Strata(input), Weight(input));
        return WithTest(new Answer(), "V", test)
            .Set("U", test.Groups.Select(group => group.Observed - group.Expected))
            .Set("z", test.Z);
    }

    static Answer Permutation(CaseInput input)
    {
        var test = PermutationLogRank.Compare(Groups(input), Weight(input), input.Text("ties_method") switch
        {
            "mid-ranks" => LogRankTies.AtOnce,
            "Hothorn-Lausen" => LogRankTies.HothornLausen,
            "average-scores" => LogRankTies.AverageScores,
            var other => throw new NotSupportedException($"Found the ties_method {other}. Expected one of coin's three."),
        });
        return new Answer().Set("statistic", test.Statistic).Set("p", test.Probability);
    }

    static LogRankWeight Weight(CaseInput input) => input.Text("weight_family") switch
    {
        "logrank" => new LogRankWeight.Equal(),
        "gehan_breslow" => new LogRankWeight.GehanBreslow(),
        "tarone_ware" => new LogRankWeight.TaroneWare(),
        "peto_peto_modified" => new LogRankWeight.PetoPeto(),
        "peto_peto" => new LogRankWeight.FlemingHarrington(1, 0),
        "fleming_harrington" => new LogRankWeight.FlemingHarrington(input.Number("p", absent: 0), input.Number("q", absent: 0)),
        var other => throw new NotSupportedException($"Found the weight_family {other}. Expected one of the six."),
    };

    static Answer WithTest(Answer answer, string variance, LogRank test)
    {
        var places = Enumerable.Range(0, test.Groups.Length).ToArray();
        return answer
            .Set(variance, places.Select(row => places.Select(column => test.Covariance(row, column))))
            .Set("chisq", test.ChiSquare)
            .Set("df", test.DegreesOfFreedom)
            .Set("p", test.Probability);
    }

    internal static SurvivalGroup[] Groups(CaseInput input)
    {
        var cohort = input.FollowUps();
        return [.. input.Groups(input.Text("group")).Select(group =>
            new SurvivalGroup(group.Label, [.. group.Rows.Select(row => cohort[row])]))];
    }

    static SurvivalGroup[][] Strata(CaseInput input)
    {
        var cohort = input.FollowUps();
        var groups = input.Groups(input.Text("group"));
        var labels = input.Texts("strata").Select(input.Labels).ToArray();
        var strata = Enumerable.Range(0, input.Count)
            .GroupBy(row => string.Join('\n', labels.Select(column => column[row])), StringComparer.Ordinal);
        return [.. strata.Select(stratum =>
        {
            var members = stratum.ToHashSet();
            return groups.Select(group => new SurvivalGroup(
                group.Label, [.. group.Rows.Where(members.Contains).Select(row => cohort[row])])).ToArray();
        })];
    }
}
