using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class LandmarkTests
{
    [Fact]
    public void Worked_by_hand()
    {
        // Landmark 10: the first is gone by then, the second leaves at it; the fourth responds at it, the fifth after it.
        var landmark = Landmark.At(10, Cohorts.Read("5 10 15 20+ 30"), [2, 3, null, 10, 11]);

        Assert.Equal([2, 3, 4], landmark.Participants);
        Assert.Equal(Cohorts.Read("5 10+ 20"), landmark.FollowUps);
        Assert.Equal([false, true, false], landmark.Responded);
        Assert.Equal([0, 1, 0], landmark.Column("response").Values);
        Assert.Equal([30, 40, 50], landmark.Select(new("age", [10, 20, 30, 40, 50])).Values);
    }

    [Fact]
    public void Follow_up_is_split_where_the_state_changes()
    {
        // Changes during follow-up, at its end (not seen), never, at its beginning.
        var split = TimeDependentCovariate.Split(Cohorts.Read("10 8+ 6 4"), [3, 8, null, 0]);

        Assert.Equal([0, 0, 1, 2, 3], split.Participants);
        Assert.Equal(
            [new(3, false, 0), new(10, true, 3), new(8, false, 0), new(6, true, 0), new(4, true, 0)], split.FollowUps);
        Assert.Equal([0, 1, 0, 0, 1], split.Values);
        Assert.Equal([50, 50, 60, 70, 80], split.Repeat(new("age", [50, 60, 70, 80])).Values);
    }

    [Fact]
    public void Response_that_does_nothing_looks_helpful_only_in_the_naive_analysis()
    {
        var random = new Random(61);
        FollowUp[] cohort = [.. Enumerable.Range(0, 2000).Select(_ => new FollowUp(-Math.Log(random.NextDouble()), true))];
        double?[] responses = [.. cohort.Select(one =>
            -Math.Log(random.NextDouble()) is var time && time < one.Time ? time : (double?)null)];
        var split = TimeDependentCovariate.Split(cohort, responses);
        var landmark = Landmark.At(0.5, cohort, responses);
        var naive = NaiveResponderAnalysis.ForComparisonOnly(cohort, [.. responses.Select(time => time is not null)], []);

        Assert.True(naive.Biased.Coefficients[0].HazardRatio < 0.6);
        Assert.Contains("biased in favour of response", naive.Warning, StringComparison.Ordinal);
        Assert.InRange(CoxRegression.Fit(split.FollowUps, [split.Column("response")]).Coefficients[0].Z, -3, 3);
        Assert.InRange(CoxRegression.Fit(landmark.FollowUps, [landmark.Column("response")]).Coefficients[0].Z, -3, 3);
    }

    [Fact]
    public void Says_what_is_missing()
    {
        Assert.StartsWith("Found nobody followed beyond the landmark 9. Expected an earlier one.",
            Assert.Throws<ArgumentException>(() => Landmark.At(9, Cohorts.Read("5 8"), [null, null])).Message);
        Assert.StartsWith("Found 1 times. Expected 2, one per participant.",
            Assert.Throws<ArgumentException>(() => TimeDependentCovariate.Split(Cohorts.Read("5 8"), [null])).Message);
        Assert.StartsWith("Found the time NaN at index 1.",
            Assert.Throws<ArgumentException>(() => Landmark.At(1, Cohorts.Read("5 8"), [null, double.NaN])).Message);
    }
}
