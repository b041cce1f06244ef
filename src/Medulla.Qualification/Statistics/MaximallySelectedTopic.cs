using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>maxstat</c>.</summary>
static class MaximallySelectedTopic
{
    const int ScoresShown = 20;

    public static Topic Topic { get; } = Topic.Of("maxstat", ("maxstat", MaximallySelected));

    static Answer MaximallySelected(CaseInput input)
    {
        var marker = input.Values(input.Text("marker"));
        var range = new CutpointRange(input.Number("min_prop", 0.1), input.Number("max_prop", 0.9));
        var survival = input.Text("score") == "logrank";
        var followUps = survival ? input.FollowUps() : [];
        var test = survival
            ? MaximallySelectedStatistic.OfSurvival(marker, followUps, range)
            : MaximallySelectedStatistic.OfOutcome(marker, input.Values(input.Text("outcome")), range);

        var probabilities = new Answer();
        foreach (var name in input.Texts("p_methods"))
            probabilities.Set(name, name switch
            {
                "Lau92" => test.AsymptoticProbability,
                "Lau94" => test.BonferroniBound,
                "HL" => test.ExactBoundInR,
                "exactGauss" => test.GaussianProbability,
                "condMC" => test.PermutationProbabilityInR(input.Whole("mc_reps", absent: 9_999)),
                _ => null,
            });
        var answer = new Answer()
            .Set("n", test.Participants)
            .Set("statistic", test.Statistic)
            .Set("cutpoint", test.Cut)
            .Set("cuts", test.Profile.Select(cut => cut.Cut))
            .Set("stats", test.Profile.Select(cut => cut.Standardised))
            .Set("p", probabilities);
        return survival
            ? answer
                .Set("logrank_scores_first20", test.Scores.Take(ScoresShown))
                .Set("survdiff_chisq_profile", test.Profile.Select(cut => LogRank.Compare(
                [
                    new("at or below", [.. followUps.Where((_, row) => marker[row] <= cut.Cut)]),
                    new("above", [.. followUps.Where((_, row) => marker[row] > cut.Cut)]),
                ]).ChiSquare))
            : answer;
    }
}
