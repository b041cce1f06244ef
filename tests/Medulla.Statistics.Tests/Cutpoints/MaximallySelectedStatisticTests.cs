using Medulla.Statistics.Cutpoints;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Cutpoints;

public sealed class MaximallySelectedStatisticTests
{
    static readonly CutpointRange Everything = new(0, 1);

    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        // Ranks 1, 3, 2, 4 in the order of the marker; mean 2.5, variance of one draw 5/4.
        var test = MaximallySelectedStatistic.OfOutcome([10, 20, 30, 40], [1, 3, 2, 4], Everything);

        // One at or below: |1 − 2.5| / √(5/4). Two: |4 − 5| / √(5/3). Three: as one, from the other end.
        Assert.Equal([10, 20, 30], test.Profile.Select(cut => cut.Cut));
        Assert.Equal(1.5 / Math.Sqrt(1.25), test.Profile[0].Standardised, 1e-15);
        Assert.Equal(1 / Math.Sqrt(5.0 / 3), test.Profile[1].Standardised, 1e-15);
        Assert.Equal(1.5 / Math.Sqrt(1.25), test.Profile[2].Standardised, 1e-15);
        Assert.Equal((1.5 / Math.Sqrt(1.25), 10), (test.Statistic, test.Cut), new Near());
    }

    [Fact]
    public void Log_rank_scores_worked_by_hand()
    {
        // Events at 1 (of 4) and at 2 (two of the three left); the tied pair shares 2 / (4 − 3 + 1). Then one is censored.
        var test = MaximallySelectedStatistic.OfSurvival(
            [1, 2, 3, 4], [new(1, true), new(2, true), new(2, true), new(5, false)], Everything);

        Assert.Equal([1 - 0.25, 1 - 0.25 - 1, 1 - 0.25 - 1, -0.25 - 1], test.Scores);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_probability_keeps_its_promise_against_all_permutations(int seed)
    {
        var random = new Random(seed);
        double[] outcome = seed % 2 == 0
            ? [.. Enumerable.Range(0, 7).Select(_ => random.NextDouble())]
            : [.. Enumerable.Range(0, 7).Select(_ => (double)random.Next(4))];
        double[] marker = seed < 3 ? [1, 2, 3, 4, 5, 6, 7] : [1, 2, 2, 3, 4, 4, 5];
        var test = MaximallySelectedStatistic.OfOutcome(marker, outcome, new CutpointRange(0.1, 0.9));

        int reached = 0, exceeded = 0, all = 0;
        foreach (var shuffled in Permutations(outcome))
        {
            var largest = MaximallySelectedStatistic.OfOutcome(marker, shuffled, new CutpointRange(0.1, 0.9)).Statistic;
            reached += largest >= test.Statistic - 1e-9 ? 1 : 0;
            exceeded += largest > test.Statistic + 1e-9 ? 1 : 0;
            all++;
        }

        Assert.Equal(5_040, all);
        var exact = (double)reached / all;
        Assert.Equal(exact, test.PermutationProbability(40_000, seed: 5), 4 * Math.Sqrt(exact * (1 - exact) / 40_000) + 1e-4);
        Assert.Equal((double)exceeded / all, test.PermutationProbabilityInR(40_000, seed: 5), 0.011);
        Assert.True(test.ExactBound >= Math.Min(1, exact) - 1e-12, $"{test.ExactBound} below {exact}");
    }

    [Fact]
    public void The_bound_of_one_cut_is_its_exact_probability()
    {
        // Range of one cut: two of five at or below. The ranks' sum is 3 only for {1, 2}, 9 only for {4, 5}: 2 of 10.
        var test = MaximallySelectedStatistic.OfOutcome([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], new CutpointRange(0.4, 0.5));

        Assert.Single(test.Profile);
        Assert.Equal(0.2, test.ExactBound!.Value, 1e-12);
        Assert.Equal(StandardNormal.TwoSided(test.Statistic), test.GaussianProbability, 1e-14);
        Assert.Equal(StandardNormal.TwoSided(test.Statistic), test.BonferroniBound, 1e-14);
    }

    [Fact]
    public void The_normal_probability_of_two_cuts_is_that_of_a_grid_over_both()
    {
        var test = MaximallySelectedStatistic.OfOutcome(
            [1, 1, 1, 2, 2, 3, 3, 3], [2, 1, 3, 4, 6, 5, 8, 7], new CutpointRange(0.2, 0.8));
        Assert.Equal([3, 5], test.Profile.Select(cut => cut.AtOrBelow));

        var correlation = Math.Sqrt(3.0 * (8 - 5) / ((8 - 3) * 5.0));
        var (bound, within) = (test.Statistic, 0.0);
        const int Cells = 2_000;
        for (var cell = 0; cell < Cells; cell++)
        {
            var z = bound * ((2 * cell + 1.0) / Cells - 1);
            var root = Math.Sqrt(1 - correlation * correlation);
            within += 2 * bound / Cells * StandardNormal.Density(z)
                * (StandardNormal.Cumulative((bound - correlation * z) / root)
                - StandardNormal.Cumulative((-bound - correlation * z) / root));
        }

        Assert.Equal(1 - within, test.GaussianProbability, 1e-6);
    }

    [Fact]
    public void Two_hundred_participants_and_more_have_the_exact_bound_that_overflows_in_R()
    {
        var random = new Random(6);
        double[] marker = [.. Enumerable.Range(0, 240).Select(_ => random.NextDouble())];
        var test = MaximallySelectedStatistic.OfOutcome(marker, [.. marker.Select(value => value + 3 * random.NextDouble())]);
        var permutation = test.PermutationProbability(20_000);

        // A bound: above, but for the normal approximation in between not by much.
        Assert.InRange(test.ExactBound!.Value, permutation - 0.01, 10 * permutation + 0.05);
        Assert.True(test.GaussianProbability <= test.BonferroniProbability);
        Assert.Null(MaximallySelectedStatistic.OfOutcome(
            [.. Enumerable.Range(0, 900).Select(place => (double)place)],
            [.. Enumerable.Range(0, 900).Select(_ => random.NextDouble())]).ExactBound);
    }

    [Fact]
    public void Turning_the_marker_over_keeps_every_cut()
    {
        var random = new Random(7);
        double[] marker = [.. Enumerable.Range(0, 50).Select(_ => (double)random.Next(20))];
        FollowUp[] followUps = [.. marker.Select(value => new FollowUp(random.Next(1, 30), random.Next(3) > 0))];
        var there = MaximallySelectedStatistic.OfSurvival(marker, followUps, new(0.2, 0.8));
        var back = MaximallySelectedStatistic.OfSurvival([.. marker.Select(value => -value)], followUps, new(0.2, 0.8));

        Assert.NotEmpty(there.Profile);
        Assert.Equal(there.Profile.Length, back.Profile.Length);
        for (var cut = 0; cut < there.Profile.Length; cut++)
            Assert.Equal(there.Profile[cut].Standardised, back.Profile[^(cut + 1)].Standardised, 1e-12);
    }

    [Fact]
    public void Says_what_cannot_be_divided()
    {
        var coarse = Assert.Throws<ArgumentException>(() => MaximallySelectedStatistic.OfOutcome([1, 1, 1], [1, 2, 3]));
        var same = Assert.Throws<NotEstimableException>(() => MaximallySelectedStatistic.OfOutcome([1, 2, 3], [5, 5, 5]));
        var nobody = Assert.Throws<NotEstimableException>(() =>
            MaximallySelectedStatistic.OfSurvival([1, 2], [new(1, false), new(2, false)]));
        var late = Assert.Throws<ArgumentException>(() =>
            MaximallySelectedStatistic.OfSurvival([1, 2], [new(1, true), new(2, true, EntryTime: 0.5)]));

        Assert.StartsWith("Found no cut that leaves 0.1 to 0.9 of 3 participants at or below it.", coarse.Message);
        Assert.Equal(NotEstimableCause.Constant, same.Cause);
        Assert.Equal(NotEstimableCause.NoEvents, nobody.Cause);
        Assert.Contains("at index 1", late.Message);
    }

    static IEnumerable<double[]> Permutations(double[] values)
    {
        if (values.Length == 1)
        {
            yield return values;
            yield break;
        }

        for (var place = 0; place < values.Length; place++)
            foreach (var rest in Permutations([.. values[..place], .. values[(place + 1)..]]))
                yield return [values[place], .. rest];
    }

    sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) one, (double, double) other) =>
            Math.Abs(one.Item1 - other.Item1) < 1e-14 && one.Item2 == other.Item2;

        public int GetHashCode((double, double) value) => 0;
    }
}
