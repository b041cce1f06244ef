using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

public sealed class GrayTestTests
{
    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        var test = GrayTest.Compare(
            [new("A", CompetingCohorts.Read("1:1 6+")), new("B", CompetingCohorts.Read("3+ 5+"))], cause: 1);

        // One event with 2 of 4 at risk: score 1 − 2/4. Its variance: group A (1 − 1/2)² 2²/(4·2), group B (1/2)² 2²/(4·2).
        Assert.Equal(0.5, test.Groups[0].Score, 1e-15);
        Assert.Equal(0.25, test.Covariance(0, 0), 1e-15);
        Assert.Equal(1, test.ChiSquare!.Value, 1e-14);
        Assert.Equal((1, 1), (test.DegreesOfFreedom, test.Groups[0].Events));
    }

    [Fact]
    public void Scores_sum_to_nothing_and_the_order_of_groups_does_not_matter()
    {
        var random = new Random(11);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            CompetingGroup[] groups = [.. Enumerable.Range(0, random.Next(2, 5)).Select(group =>
                new CompetingGroup($"{group}", CompetingCohorts.Draw(random, random.Next(8, 40), 12)))];
            var rho = random.Next(3) - 1;
            var test = GrayTest.Compare(groups, cause: 1, rho);
            var turned = GrayTest.Compare([.. groups.Reverse()], cause: 1, rho);

            Assert.Equal(0, test.Groups.Sum(group => group.Score), 1e-10);
            Assert.Equal(test.ChiSquare!.Value, turned.ChiSquare!.Value, 1e-8 * Math.Max(1, test.ChiSquare.Value));
        }
    }

    [Fact]
    public void Scores_without_competing_events_are_those_of_the_log_rank_test()
    {
        var random = new Random(12);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var drawn = Enumerable.Range(0, 2).Select(_ => CompetingCohorts.Draw(random, 20, 15)
                .Select(one => one with { Cause = one.Cause == 1 ? 1 : null }).ToArray()).ToArray();
            var test = GrayTest.Compare([new("A", drawn[0]), new("B", drawn[1])], cause: 1);
            var logRank = LogRank.Compare([.. drawn.Select((cohort, place) => new SurvivalGroup($"{place}",
                [.. cohort.Select(one => new FollowUp(one.Time, one.Cause == 1))]))]);

            Assert.Equal(logRank.Groups[0].Observed - logRank.Groups[0].Expected, test.Groups[0].Score, 1e-10);
        }
    }

    [Fact]
    public void A_stratum_given_twice_doubles_the_evidence()
    {
        CompetingGroup[] groups = [new("A", CompetingCohorts.Read("1:1 3:2 4+ 8:1")), new("B",
            CompetingCohorts.Read("2:1 4:2 9+"))];

        Assert.Equal(2 * GrayTest.Compare(groups, 1).ChiSquare!.Value, GrayTest.CompareWithin([groups, groups],
            1).ChiSquare!.Value, 1e-12);
        Assert.Equal([1, 2], GrayTest.OfEveryCause([groups]).Select(test => test.Cause));
    }

    [Fact]
    public void Groups_without_an_event_of_the_cause_cannot_be_compared()
    {
        var test = GrayTest.Compare([new("A", CompetingCohorts.Read("1:2 2+")), new("B", CompetingCohorts.Read("3:2 4+"))],
            cause: 1);

        Assert.Null(test.ChiSquare);
        Assert.Null(test.Probability);
    }

    [Fact]
    public void Names_what_cannot_be_compared()
    {
        var group = new CompetingGroup("A", CompetingCohorts.Read("1:1"));

        Assert.StartsWith("Found fewer than two groups. Expected at least two to compare.",
            Assert.Throws<ArgumentException>(() => GrayTest.Compare([group], 1)).Message);
        Assert.StartsWith("Found other groups in the stratum at index 1. Expected A, B, in this order.",
            Assert.Throws<ArgumentException>(() => GrayTest.CompareWithin(
                [[group, group with { Name = "B" }], [group, group with { Name = "C" }]], 1)).Message);
        Assert.StartsWith("Found an entry time at index 0. Expected none: use the cause-specific hazards, which allow for it.",
            Assert.Throws<ArgumentException>(() => GrayTest.Compare(
                [group, new("B", [new CompetingFollowUp(2, 1, 1)])], 1)).Message);
    }
}
