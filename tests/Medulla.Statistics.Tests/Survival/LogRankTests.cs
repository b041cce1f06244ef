using Medulla.Statistics.Comparison;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class LogRankTests
{
    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        var test = LogRank.Compare([new("A", Cohorts.Read("1 3")), new("B", Cohorts.Read("2 4"))]);

        // At 1, 2 and 3 the first group holds 2 of 4, 1 of 3 and 1 of 2 at risk.
        Assert.Equal(2, test.Groups[0].Observed);
        Assert.Equal(1.0 / 2 + 1.0 / 3 + 1.0 / 2, test.Groups[0].Expected, 1e-15);
        Assert.Equal(1.0 / 4 + 2.0 / 9 + 1.0 / 4, test.Covariance(0, 0), 1e-15);
        Assert.Equal(8.0 / 13, test.ChiSquare!.Value, 1e-14);
        Assert.Equal(1, test.DegreesOfFreedom);
    }

    [Fact]
    public void Observed_and_expected_have_one_sum_and_the_order_of_groups_does_not_matter()
    {
        var random = new Random(11);
        for (var repeat = 0; repeat < 100; repeat++)
        {
            SurvivalGroup[] groups = [.. Enumerable.Range(0, random.Next(2, 5)).Select(group =>
                new SurvivalGroup($"{group}", Cohorts.Draw(random, random.Next(2, 30), 15)))];
            var test = LogRank.Compare(groups, new LogRankWeight.FlemingHarrington(0.5, 0.5));
            var turned = LogRank.Compare([.. groups.Reverse()], new LogRankWeight.FlemingHarrington(0.5, 0.5));

            Assert.Equal(test.Groups.Sum(group => group.Observed), test.Groups.Sum(group => group.Expected), 1e-10);
            Assert.Equal(test.ChiSquare!.Value, turned.ChiSquare!.Value, 1e-9);
        }
    }

    [Fact]
    public void A_stratum_given_twice_doubles_the_evidence()
    {
        SurvivalGroup[] groups = [new("A", Cohorts.Read("1 3 4+ 8")), new("B", Cohorts.Read("2 4 9+"))];

        Assert.Equal(
            2 * LogRank.Compare(groups).ChiSquare!.Value, LogRank.CompareWithin([groups, groups]).ChiSquare!.Value, 1e-12);
    }

    // Each event time of each stratum on its own, straight from the definition.
    [Fact]
    public void Adds_up_what_every_time_of_every_stratum_says()
    {
        var random = new Random(31);
        for (var repeat = 0; repeat < 40; repeat++)
        {
            SurvivalGroup[][] strata = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, 3).Select(group =>
                new SurvivalGroup($"{group}", Cohorts.Draw(random, random.Next(2, 15), 12))).ToArray())];
            var test = LogRank.CompareWithin(strata, new LogRankWeight.TaroneWare());
            double difference = 0, covariance = 0;
            foreach (var groups in strata)
            {
                var all = groups.SelectMany(group => group.FollowUps).ToList();
                foreach (var time in all.Where(one => one.EventObserved).Select(one => one.Time).Distinct())
                {
                    double n = all.Count(one => one.Time >= time);
                    double d = all.Count(one => one.Time == time && one.EventObserved);
                    double first = groups[0].FollowUps.Count(one => one.Time >= time);
                    double third = groups[2].FollowUps.Count(one => one.Time >= time);
                    difference += Math.Sqrt(n)
                        * (groups[0].FollowUps.Count(one => one.Time == time && one.EventObserved) - d * first / n);
                    covariance -= n > 1 ? n * d * (n - d) / (n - 1) * first / n * third / n : 0;
                }
            }

            Assert.Equal(difference, test.Groups[0].Observed - test.Groups[0].Expected, 1e-10);
            Assert.Equal(covariance, test.Covariance(0, 2), 1e-10);
            Assert.Equal(covariance, test.Covariance(2, 0), 1e-10);
        }
    }

    [Fact]
    public void Pairs_are_compared_on_their_own_participants_and_adjusted_for_their_number()
    {
        SurvivalGroup[] groups =
            [new("A", Cohorts.Read("1 3 4+ 8")), new("B", Cohorts.Read("2 4 9+")), new("C", Cohorts.Read("6 7 10 11+"))];
        var pairs = LogRank.ComparePairs(groups, Adjustment.Bonferroni);

        Assert.Equal([("A", "B"), ("A", "C"), ("B", "C")],
            pairs.Select(pair => (pair.Test.Groups[0].Name, pair.Test.Groups[1].Name)));
        Assert.Equal(LogRank.Compare([groups[0], groups[2]]).ChiSquare, pairs[1].Test.ChiSquare);
        Assert.Equal(Math.Min(1, 3 * pairs[1].Test.Probability!.Value), pairs[1].AdjustedProbability!.Value, 1e-14);
    }

    [Fact]
    public void A_pair_never_at_risk_together_does_not_count_as_a_pair()
    {
        var pairs = LogRank.ComparePairs(
            [new("A", Cohorts.Read("1+ 2+")), new("B", Cohorts.Read("3 4")), new("C", Cohorts.Read("3 6"))], Adjustment.Bonferroni);

        Assert.Null(pairs[0].AdjustedProbability);
        Assert.Null(pairs[1].AdjustedProbability);
        Assert.Equal(pairs[2].Test.Probability, pairs[2].AdjustedProbability);
    }

    [Fact]
    public void Near_ties_can_be_kept_apart()
    {
        SurvivalGroup[] groups = [new("A", [new(0.1 + 0.2, true), new(0.5, true)]), new("B", [new(0.3, true), new(0.6, true)])];

        // Merged, two of four have the event at once: E = 2 × 2/4; apart, the second of three: 2/4 + 2/3.
        Assert.Equal(1 + 0.5, LogRank.Compare(groups).Groups[0].Expected, 1e-14);
        Assert.Equal(0.5 + 2.0 / 3 + 0.5, LogRank.Compare(groups, mergeRounding: false).Groups[0].Expected, 1e-14);
    }

    [Fact]
    public void Groups_never_at_risk_together_cannot_be_compared()
    {
        var test = LogRank.Compare([new("A", Cohorts.Read("1+ 2+")), new("B", Cohorts.Read("3 4"))]);

        Assert.Null(test.ChiSquare);
        Assert.Null(test.Probability);
        Assert.Null(test.Z);
    }

    [Fact]
    public void Names_what_cannot_be_compared()
    {
        var one = Assert.Throws<ArgumentException>(() => LogRank.Compare([new("A", Cohorts.Read("1"))]));
        var other = Assert.Throws<ArgumentException>(() => LogRank.CompareWithin(
            [
                [new("A", Cohorts.Read("1")), new("B", Cohorts.Read("2"))],
                [new("A", Cohorts.Read("1")), new("C", Cohorts.Read("2"))],
            ]));

        Assert.StartsWith("Found fewer than two groups. Expected at least two to compare.", one.Message);
        Assert.StartsWith("Found other groups in the stratum at index 1. Expected A, B, in this order.", other.Message);
    }
}
