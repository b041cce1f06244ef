using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class KaplanMeierTests
{
    // Weeks in remission on 6-mercaptopurine, Freireich et al. 1963; "+" marks a censored time.
    const string Freireich1963 = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    [Fact]
    public void Worked_by_hand_for_three_participants()
    {
        var steps = KaplanMeier.Estimate(Cohorts.Read("1+ 2 3")).Steps;

        Assert.Equal([1, 1.0 / 2, 0], steps.Select(step => step.Survival));
        Assert.Equal([0, Math.Sqrt(1.0 / 8), null], steps.Select(step => step.StandardError));
        Assert.Equal([false, true, false], steps.Select(step => step.Confidence is not null));
        Assert.Equal([0, 0.5, 1.5], steps.Select(step => step.CumulativeHazard));
        Assert.Equal([3, 2, 1], steps.Select(step => step.AtRisk));
    }

    [Fact]
    public void Freireich_1963_has_its_published_estimate()
    {
        var curve = KaplanMeier.Estimate(Cohorts.Read(Freireich1963));

        // 18/21 × 16/17 × 14/15 × 11/12 × 10/11, as worked in the textbooks.
        Assert.Equal(18.0 / 21 * 16 / 17 * 14 / 15 * 11 / 12 * 10 / 11, curve.SurvivalAt(16)!.Value, 1e-14);
        Assert.Equal(23, curve.Median.Time);
        Assert.Null(curve.Median.Upper);
    }

    [Theory]
    [InlineData("1 2 3+ 4", 3.0)]
    [InlineData("1 2 3+ 4+", 3.0)]
    [InlineData("1 2+ 3+", null)]
    public void A_stretch_at_one_half_gives_its_middle(string times, double? median) =>
        Assert.Equal(median, KaplanMeier.Estimate(Cohorts.Read(times)).Median.Time);

    [Theory]
    [InlineData(24)]
    [InlineData(50)]
    public void Median_survives_rounding_of_the_product(int participants)
    {
        var cohort = Enumerable.Range(1, participants).Select(day => new FollowUp(day, EventObserved: true)).ToList();

        Assert.Equal((participants + 1) / 2.0, KaplanMeier.Estimate(cohort).Median.Time);
    }

    [Fact]
    public void Times_that_differ_by_rounding_are_one_time()
    {
        var steps = KaplanMeier.Estimate([new(0.1 + 0.2, true), new(0.3, true), new(0.5, false)]).Steps;

        Assert.Equal([(0.3, 2, 0), (0.5, 0, 1)], steps.Select(step => (step.Time, step.Events, step.Censored)));
    }

    [Fact]
    public void Nothing_is_claimed_beyond_the_last_follow_up()
    {
        var curve = KaplanMeier.Estimate(Cohorts.Read("7 14+"));

        Assert.Equal(1, curve.SurvivalAt(6));
        Assert.Equal(0.5, curve.SurvivalAt(14));
        Assert.Null(curve.SurvivalAt(15));
        Assert.Null(curve.At(15)[0].Survival);
    }

    [Fact]
    public void Numbers_at_chosen_times_add_up()
    {
        var rows = KaplanMeier.Estimate(Cohorts.Read(Freireich1963)).At(0, 10, 20, 40);

        Assert.Equal([21, 15, 8, 0], rows.Select(row => row.AtRisk));
        Assert.Equal([0, 5, 2, 2], rows.Select(row => row.EventsSincePrevious));
        Assert.Equal(12, rows.Sum(row => row.CensoredSincePrevious));
    }

    [Fact]
    public void Reverse_estimate_counts_the_censored()
    {
        var curve = KaplanMeier.OfFollowUp(Cohorts.Read("1 2+ 3+"));

        Assert.Equal([1, 0.5, 0], curve.Steps.Select(step => step.Survival));
        Assert.Equal(2.5, curve.Median.Time);
    }

    [Fact]
    public void Without_censoring_survival_is_the_share_still_event_free_and_the_mean_is_the_mean()
    {
        var random = new Random(20250801);
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var times = Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(1, 30)).ToList();
            var curve = KaplanMeier.Estimate([.. times.Select(time => new FollowUp(time, EventObserved: true))]);

            Assert.NotEmpty(curve.Steps);
            foreach (var step in curve.Steps)
                Assert.Equal(times.Count(time => time > step.Time) / (double)times.Count, step.Survival, 1e-12);
            Assert.Equal(times.Average(), curve.RestrictedMeanUpTo(times.Max()).Mean, 1e-10);
        }
    }

    [Theory]
    [InlineData(SurvivalIntervalType.Log)]
    [InlineData(SurvivalIntervalType.LogLog)]
    [InlineData(SurvivalIntervalType.Plain)]
    [InlineData(SurvivalIntervalType.Logit)]
    [InlineData(SurvivalIntervalType.ArcSine)]
    public void Every_interval_holds_its_estimate_and_stays_within_0_and_1(SurvivalIntervalType type)
    {
        var random = new Random(7);
        var intervals = 0;
        for (var repeat = 0; repeat < 100; repeat++)
            foreach (var step in KaplanMeier.Estimate(Cohorts.Draw(random, random.Next(1, 40), 20), type).Steps)
            {
                if (step.Confidence is not { } interval)
                    continue;
                intervals++;
                Assert.True(interval.Lower >= 0 && interval.Upper <= 1);
                Assert.True(interval.Lower <= step.Survival + 1e-12 && step.Survival <= interval.Upper + 1e-12);
            }

        Assert.True(intervals > 500);
    }

    [Fact]
    public void Names_the_participant_whose_time_cannot_be()
    {
        var negative = Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([new(3, true), new(-1, false)]));
        var missing = Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([new(double.NaN, true)]));

        Assert.StartsWith("Found -1 as time of the participant at index 1. Expected 0 or more, and finite.", negative.Message);
        Assert.StartsWith("Found NaN as time of the participant at index 0.", missing.Message);
        var late = Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([new(3, true, EntryTime: 4)]));
        Assert.StartsWith(
            "Found the entry time 4 and the time 3 at index 0. Expected an entry of 0 or more, and earlier.", late.Message);
        Assert.Throws<ArgumentException>(() => KaplanMeier.Estimate([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Estimate([new(3, true)], confidenceLevel: 95));
    }

    [Fact]
    public void States_its_convention() => Assert.Equal(
        "Kaplan–Meier, Greenwood standard error, 95 % log-log interval; R: survfit(..., conf.type = \"log-log\")",
        KaplanMeier.Estimate([new(3, true)]).Convention);
}
