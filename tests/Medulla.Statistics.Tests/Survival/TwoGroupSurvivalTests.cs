using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class TwoGroupSurvivalTests
{
    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        // As in LogRankTests: the first group holds 2 of 4, 1 of 3 and 1 of 2 at risk.
        var trial = new TwoGroupSurvival(4);
        trial.Read([1, 2, 3, 4], [true, true, true, true], [false, true, false, true]);

        Assert.Equal(8.0 / 13, trial.ChiSquare!.Value, 1e-14);
        Assert.Equal([0.5, 0], trial.SurvivalOf(second: false).ToArray());
        Assert.Equal(2, trial.MedianOf(second: false));
        Assert.Equal(3, trial.MedianOf(second: true));
    }

    [Fact]
    public void Gives_what_the_curves_and_the_test_give_whatever_it_read_before()
    {
        var random = new Random(23);
        var trial = new TwoGroupSurvival(2000);
        for (var repeat = 0; repeat < 60; repeat++)
        {
            var cohort = Cohorts.Draw(random, repeat % 20 == 0 ? 2000 : random.Next(4, 90), 40);
            bool[] second = [.. cohort.Select((_, place) => place > 1 && random.Next(2) == 1)];
            second[1] = true;
            trial.Read([.. cohort.Select(one => one.Time)], [.. cohort.Select(one => one.EventObserved)], second);
            SurvivalGroup[] groups = [.. new[] { false, true }.Select(group =>
                new SurvivalGroup($"{group}", [.. cohort.Where((_, place) => second[place] == group)]))];
            var test = LogRank.Compare(groups);

            Assert.Equal(test.ChiSquare.HasValue, trial.ChiSquare.HasValue);
            Assert.Equal(test.ChiSquare ?? 0, trial.ChiSquare ?? 0, 1e-9);
            Assert.Equal(test.Z ?? 0, trial.Z ?? 0, 1e-9);
            foreach (var group in new[] { false, true })
            {
                var curve = KaplanMeier.Estimate(groups[group ? 1 : 0].FollowUps);
                Assert.Equal(curve.Steps.Select(step => step.Time), trial.TimesOf(group).ToArray());
                Assert.Equal(curve.Steps.Select(step => step.Survival), trial.SurvivalOf(group).ToArray());
                Assert.Equal(curve.Median.Time, trial.MedianOf(group));
            }
        }
    }

    [Fact]
    public void Reads_again_without_allocating()
    {
        var random = new Random(1);
        var times = new double[86];
        var (events, second) = (new bool[86], new bool[86]);
        for (var place = 0; place < times.Length; place++)
            (times[place], events[place], second[place]) = (random.NextDouble(), random.Next(2) == 0, place % 2 == 0);
        var trial = new TwoGroupSurvival(86);
        trial.Read(times, events, second);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repeat = 0; repeat < 100; repeat++)
            trial.Read(times, events, second);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        var trial = new TwoGroupSurvival(2);
        var lengths = Assert.Throws<ArgumentException>(() => trial.Read([1, 2, 3], [true, true, true], [true, true, true]));
        var time = Assert.Throws<ArgumentException>(() => trial.Read([1, -2], [true, true], [true, false]));

        Assert.StartsWith(
            "Found 3 times, 3 events and 3 groups. Expected one of each per participant, at most 2.", lengths.Message);
        Assert.StartsWith("Found a time at index 1 that is negative or not finite. Expected 0 or more.", time.Message);
    }
}
