using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class PermutationLogRankTests
{
    [Theory]
    [InlineData(LogRankTies.AtOnce, -1.0 / 3, 2.0 / 3)] // Λ = 2/3.
    [InlineData(LogRankTies.HothornLausen, 0.0, 1.0)] // Λ = 2/2: one is followed beyond.
    [InlineData(LogRankTies.AverageScores, -5.0 / 12, 5.0 / 6)] // Mean of 1/3 − 1 and 1/3 + 1/2 − 1.
    public void Scores_of_tied_events_worked_by_hand(LogRankTies ties, double ofEvent, double ofCensored)
    {
        var test = PermutationLogRank.Compare([new("A", Cohorts.Read("1 1")), new("B", Cohorts.Read("2+"))], ties: ties);

        Assert.Equal(3, test.Scores.Length);
        Assert.Equal(ofEvent, test.Scores[0], 1e-15);
        Assert.Equal(ofEvent, test.Scores[1], 1e-15);
        Assert.Equal(ofCensored, test.Scores[2], 1e-15);
    }

    [Fact]
    public void Standardises_by_mean_and_variance_over_all_permutations()
    {
        var random = new Random(17);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var test = PermutationLogRank.Compare(
                [new("A", Cohorts.Draw(random, 3, 8)), new("B", Cohorts.Draw(random, 5, 8))],
                new LogRankWeight.FlemingHarrington(1, 0), LogRankTies.AverageScores);
            var sums = Enumerable.Range(0, 1 << 8).Where(set => int.PopCount(set) == 3)
                .Select(set => test.Scores.Where((_, place) => (set >> place & 1) == 1).Sum()).ToArray();
            var mean = sums.Average();
            var variance = sums.Average(sum => (sum - mean) * (sum - mean));

            Assert.Equal(56, sums.Length);
            Assert.Equal((test.ScoreSums[0] - mean) / Math.Sqrt(variance), test.Statistic!.Value, 1e-10);
        }
    }

    [Fact]
    public void Chi_square_of_groups_of_which_two_are_alike_in_name_only_is_that_of_the_formula()
    {
        // Two groups split in three: the sum over groups can only grow.
        var two = PermutationLogRank.Compare([new("A", Cohorts.Read("1 3 4+ 8")), new("B", Cohorts.Read("2 5 9+ 7"))]);
        var three = PermutationLogRank.Compare(
            [new("A", Cohorts.Read("1 3")), new("A2", Cohorts.Read("4+ 8")), new("B", Cohorts.Read("2 5 9+ 7"))]);

        Assert.Equal(2, three.DegreesOfFreedom);
        Assert.True(three.Statistic > two.Statistic * two.Statistic);
    }

    [Fact]
    public void Without_events_there_is_no_statistic()
    {
        var test = PermutationLogRank.Compare([new("A", Cohorts.Read("1+ 2+")), new("B", Cohorts.Read("3+"))]);

        Assert.Null(test.Statistic);
        Assert.Null(test.Probability);
    }

    [Fact]
    public void Names_the_empty_group()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            PermutationLogRank.Compare([new("A", Cohorts.Read("1")), new("B", [])]));

        Assert.StartsWith("Found nobody in the group B. Expected at least one participant in each.", refusal.Message);
        Assert.Equal(
            "log-rank scores, permutation variance, ties at once; R: coin::logrank_test(..., ties.method = \"mid-ranks\")",
            PermutationLogRank.Compare([new("A", Cohorts.Read("1")), new("B", Cohorts.Read("2"))]).Convention);
    }
}
