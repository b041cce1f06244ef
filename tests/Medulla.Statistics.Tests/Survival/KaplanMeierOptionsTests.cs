using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Survival;

public sealed class KaplanMeierOptionsTests
{
    [Fact]
    public void Tied_events_in_turn_worked_by_hand()
    {
        // Of three, two have the event at 1: at once 2/3, in turn 1/3 + 1/2; survival exp(−5/6).
        var cohort = Cohorts.Read("1 1 2+");
        var atOnce = KaplanMeier.Estimate(cohort).Steps[0];
        var inTurn = KaplanMeier.Estimate(cohort, new KaplanMeierOptions
        {
            Estimator = SurvivalEstimator.ExponentialOfHazard,
            CumulativeHazard = CumulativeHazardEstimator.FlemingHarrington,
        }).Steps[0];

        Assert.Equal(2.0 / 3, atOnce.CumulativeHazard, 1e-15);
        Assert.Equal(1.0 / 3, atOnce.Survival, 1e-15);
        Assert.Equal(1.0 / 3 + 1.0 / 2, inTurn.CumulativeHazard, 1e-15);
        Assert.Equal(Math.Exp(-5.0 / 6), inTurn.Survival, 1e-15);
        Assert.Equal(Math.Sqrt(1.0 / 9 + 1.0 / 4), inTurn.LogStandardError!.Value, 1e-15);
    }

    [Fact]
    public void Survival_as_exponential_of_the_hazard_is_never_0() =>
        Assert.Equal(
            Math.Exp(-1.0 / 2 - 1),
            KaplanMeier.Estimate(Cohorts.Read("1 2"), new KaplanMeierOptions
            {
                Estimator = SurvivalEstimator.ExponentialOfHazard,
            }).Steps[1].Survival, 1e-15);

    [Fact]
    public void Lower_limits_worked_by_hand()
    {
        // After 1 of 4 has the event and 1 is censored at 2: S = 3/4, se of log S = √(1/12), 3 at risk at 2, 4 at the event.
        var cohort = Cohorts.Read("1 2+ 3+ 4+");
        var z = 1.959963984540054;

        Assert.Equal(0.75 * Math.Exp(-z * Math.Sqrt(1.0 / 12)), Lower(SurvivalLowerLimit.Usual), 1e-14);
        Assert.Equal(0.75 * Math.Exp(-z * Math.Sqrt(0.25 / 3)), Lower(SurvivalLowerLimit.Peto), 1e-14);
        Assert.Equal(0.75 * Math.Exp(-z * Math.Sqrt(1.0 / 12 * 4 / 3)), Lower(SurvivalLowerLimit.Modified), 1e-14);

        double Lower(SurvivalLowerLimit limit) => KaplanMeier.Estimate(cohort, new KaplanMeierOptions
        {
            IntervalType = SurvivalIntervalType.Log,
            LowerLimit = limit,
        }).Steps[1].Confidence!.Value.Lower;
    }

    [Fact]
    public void A_weight_of_2_counts_as_two_participants()
    {
        var random = new Random(5);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var cohort = Cohorts.Draw(random, random.Next(2, 40), 15);
            double[] weights = [.. cohort.Select(_ => (double)random.Next(1, 4))];
            FollowUp[] copied = [.. cohort.SelectMany((one, place) => Enumerable.Repeat(one, (int)weights[place]))];
            var weighted = KaplanMeier.Estimate(cohort, new KaplanMeierOptions { CaseWeights = weights });
            var plain = KaplanMeier.Estimate(copied);

            Assert.Equal(plain.Steps.Length, weighted.Steps.Length);
            foreach (var (expected, found) in plain.Steps.Zip(weighted.Steps))
            {
                Assert.Equal(expected.Survival, found.Survival, 1e-12);
                Assert.Equal(expected.LogStandardError ?? -1, found.LogStandardError ?? -1, 1e-12);
                Assert.Equal(expected.CumulativeHazardStandardError, found.CumulativeHazardStandardError, 1e-12);
                Assert.Equal(expected.AtRisk, found.AtRiskWeight, 1e-12);
                Assert.Equal(expected.Events, found.EventWeight, 1e-12);
                Assert.Equal(expected.Censored, found.CensoredWeight, 1e-12);
            }

            Assert.Equal(plain.RestrictedMeanUpTo(12).StandardError, weighted.RestrictedMeanUpTo(12).StandardError, 1e-12);
        }
    }

    [Fact]
    public void Survival_is_exactly_0_once_the_last_with_uneven_weights_have_the_event() =>
        Assert.Equal(0, KaplanMeier.Estimate(
            Cohorts.Read("1 2 3 3"), new KaplanMeierOptions { CaseWeights = [0.1, 0.7, 0.3, 1.1] }).Steps[^1].Survival);

    [Fact]
    public void Delayed_entry_worked_by_hand()
    {
        // The second enters at 1, and is at risk of the event at 3 but not of that at 1.
        var curve = KaplanMeier.Estimate([new(1, true), new(3, true, EntryTime: 1), new(4, false), new(5, false, EntryTime: 2)]);

        Assert.Equal([2, 3, 2, 1], curve.Steps.Select(step => step.AtRisk));
        Assert.Equal(1.0 / 2 * 2 / 3, curve.SurvivalAt(3)!.Value, 1e-15);
    }

    [Fact]
    public void Near_ties_can_be_kept_apart()
    {
        FollowUp[] cohort = [new(0.1 + 0.2, true), new(0.3, true), new(0.5, false)];

        Assert.Equal([0.3, 0.1 + 0.2, 0.5],
            KaplanMeier.Estimate(cohort, new KaplanMeierOptions { MergeRounding = false }).Steps.Select(step => step.Time));
    }

    [Fact]
    public void A_curve_carried_forward_keeps_its_last_value()
    {
        var row = KaplanMeier.Estimate(Cohorts.Read("7 14+")).CarriedForwardAt(14, 30)[1];

        Assert.Equal(0.5, row.Survival);
        Assert.Equal(0, row.AtRisk);
        Assert.NotNull(row.Confidence);
    }

    // More than the sort compares; times that agree in their leading bits, zeros of both signs, and exact ties.
    [Fact]
    public void A_large_cohort_is_counted_as_a_small_one()
    {
        var random = new Random(99);
        List<FollowUp> cohort = [new(-0.0, false), new(0, true)];
        for (var place = 0; place < 3000; place++)
            cohort.Add(new FollowUp((place % 5) switch
            {
                0 => random.NextDouble(),
                1 => 1000 + random.Next(60) * 1e-10,
                2 => random.Next(40),
                3 => Math.Exp(20 * random.NextDouble()),
                _ => double.Epsilon * random.Next(3),
            }, random.Next(2) == 0));
        var steps = KaplanMeier.Estimate(cohort, new KaplanMeierOptions { MergeRounding = false }).Steps;

        Assert.Equal(cohort.Select(one => one.Time).Distinct().Order(), steps.Select(step => step.Time));
        double survival = 1;
        foreach (var step in steps)
        {
            var atRisk = cohort.Count(one => one.Time >= step.Time);
            var events = cohort.Count(one => one.Time == step.Time && one.EventObserved);
            survival *= (double)(atRisk - events) / atRisk;
            Assert.Equal((atRisk, events), (step.AtRisk, step.Events));
            Assert.Equal(survival, step.Survival, 1e-12);
        }
    }

    [Fact]
    public void Names_the_weight_that_cannot_be()
    {
        var count = Assert.Throws<ArgumentException>(() =>
            KaplanMeier.Estimate([new(3, true)], new KaplanMeierOptions { CaseWeights = [1, 2] }));
        var weight = Assert.Throws<ArgumentException>(() =>
            KaplanMeier.Estimate([new(3, true), new(4, true)], new KaplanMeierOptions { CaseWeights = [1, 0] }));

        Assert.StartsWith("Found 2 case weights for 1 participants. Expected one each.", count.Message);
        Assert.StartsWith(
            "Found the case weight 0 at index 1. Expected above 0, and finite: leave out who is not to count.", weight.Message);
    }

    [Fact]
    public void States_what_is_otherwise_than_usual() => Assert.Equal(
        "exponential of the cumulative hazard, standard error of the hazard, Fleming–Harrington hazard at ties, case weights, "
            + "90 % arcsine interval, Peto's lower limit, near ties kept apart; R: survfit(..., weights = , robust = FALSE, "
            + "stype = 2, ctype = 2, conf.type = \"arcsin\", conf.lower = \"peto\", timefix = FALSE)",
        KaplanMeier.Estimate([new(3, true)], new KaplanMeierOptions
        {
            CaseWeights = [1], ConfidenceLevel = 0.9, IntervalType = SurvivalIntervalType.ArcSine, MergeRounding = false,
            Estimator = SurvivalEstimator.ExponentialOfHazard, LowerLimit = SurvivalLowerLimit.Peto,
            CumulativeHazard = CumulativeHazardEstimator.FlemingHarrington,
        }).Convention);
}
