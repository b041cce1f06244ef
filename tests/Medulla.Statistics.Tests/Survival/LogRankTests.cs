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
