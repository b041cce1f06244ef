using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

public sealed class AalenJohansenTests
{
    static readonly AalenJohansenOptions Aalen = new() { Variance = IncidenceVariance.Aalen };

    [Fact]
    public void Worked_by_hand_for_four_participants()
    {
        var curve = AalenJohansen.Estimate(CompetingCohorts.Read("1:1 2:2 3+ 4:1"));

        // Event-free 3/4, 1/2, 1/2, 0; the last participant adds all of the remaining half to cause 1.
        Assert.Equal([0.75, 0.5, 0.5, 0], curve.EventFree.Steps.Select(step => step.Probability));
        Assert.Equal([0.25, 0.25, 0.25, 0.75], curve.Incidence(1).Steps.Select(step => step.Probability));
        Assert.Equal([0, 0.25, 0.25, 0.25], curve.Incidence(2).Steps.Select(step => step.Probability));
        Assert.Equal([4, 3, 2, 1], curve.EventFree.Steps.Select(step => step.AtRisk));
        Assert.Equal([0.25, 0.25, 0.25, 1.25], curve.Incidence(1).Steps.Select(step => step.CumulativeHazard));

        // At time 1: one of four with influence 1/4 − 1/16 = 3/16, three with −1/16; squares sum to 12/256.
        Assert.Equal(12.0 / 256, Math.Pow(curve.Incidence(1).Steps[0].StandardError, 2), 1e-15);
        Assert.Equal(2, curve.Incidence(1).Events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Standard_errors_are_the_squared_influences_found_by_reweighting(bool late)
    {
        var random = new Random(5);
        for (var repeat = 0; repeat < 40; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, random.Next(4, 40), random.Next(3, 25), late);
            var curve = AalenJohansen.Estimate(cohort);
            var time = curve.EventFree.Steps[random.Next(curve.EventFree.Steps.Length)].Time;
            var exact = BruteForce(cohort, time);

            Assert.Equal(exact[0], curve.EventFree.At(time)!.Value.StandardError, 1e-6);
            Assert.Equal(exact[1], curve.Incidence(1).At(time)!.Value.StandardError, 1e-6);
            Assert.Equal(exact[2], curve.Incidence(2).At(time)!.Value.StandardError, 1e-6);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restricted_times_sum_to_the_horizon_and_vary_as_reweighting_says(bool late)
    {
        var random = new Random(6);
        for (var repeat = 0; repeat < 30; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, random.Next(4, 30), random.Next(4, 20), late);
            var horizon = 1.5 + random.Next(15);
            var curve = AalenJohansen.Estimate(cohort);
            var (free, lost) = (curve.EventFreeTime(horizon), curve.TimeLost(1, horizon));

            Assert.Equal(horizon, free.Mean + lost.Mean + curve.TimeLost(2, horizon).Mean, 1e-12);
            Assert.Equal(Spread(cohort, weights => Area(cohort, weights, horizon, 0)), free.StandardError, 1e-5);
            Assert.Equal(Spread(cohort, weights => Area(cohort, weights, horizon, 1)), lost.StandardError, 1e-5);
        }
    }

    [Fact]
    public void The_event_free_curve_is_that_of_Kaplan_and_Meier_with_Greenwoods_error()
    {
        var random = new Random(7);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, random.Next(3, 60), 20);
            var kaplanMeier = KaplanMeier.Estimate([.. cohort.Select(one => new FollowUp(one.Time, one.Cause is not null))]);
            var curves = AalenJohansen.Estimate(cohort);
            for (var at = 0; at < kaplanMeier.Steps.Length; at++)
            {
                var step = curves.EventFree.Steps[at];
                Assert.Equal(kaplanMeier.Steps[at].Survival, step.Probability, 1e-12);
                Assert.Equal(kaplanMeier.Steps[at].StandardError ?? 0, step.StandardError, 1e-12);
                Assert.Equal(1, step.Probability + curves.Incidences.Sum(curve => curve.Steps[at].Probability), 1e-12);
            }
        }
    }

    [Fact]
    public void With_one_cause_and_no_ties_both_variances_are_close_and_the_cause_named_alone_has_a_curve()
    {
        var cohort = CompetingCohorts.Read("1:1 2+ 3:1 4:1 5+ 6:1 7+");
        var options = Aalen with { Causes = [1, 2] };
        var curve = AalenJohansen.Estimate(cohort, options);

        Assert.Equal(2, curve.Incidences.Length);
        Assert.All(curve.Incidence(2).Steps, step => Assert.Equal((0, 0, null), (step.Probability, step.StandardError,
            step.Confidence)));

        // Without ties, 1 / n² at each event: at time 1, 6/7 + 1/7 of cause 1 gives (1/7)².
        Assert.Equal(1.0 / 7, curve.Incidence(1).Steps[0].StandardError, 1e-15);
        Assert.Equal(Math.Sqrt(6.0 / 343), AalenJohansen.Estimate(cohort).Incidence(1).Steps[0].StandardError, 1e-15);
    }

    [Fact]
    public void Times_that_differ_by_rounding_are_one_and_reading_goes_no_further_than_follow_up()
    {
        var curve = AalenJohansen.Estimate([new(0.1 + 0.2, 1), new(0.3, 2), new(0, 1), new(1, null)]);

        Assert.Equal(3, curve.EventFree.Steps.Length);
        Assert.Equal(0.25, curve.Incidence(1).At(0)!.Value.Probability);
        Assert.Null(curve.EventFree.At(1.1));
        Assert.Equal(1, AalenJohansen.Estimate(CompetingCohorts.Read("2:1 3+")).EventFree.At(1)!.Value.Probability);
    }

    [Fact]
    public void Differences_of_time_lost_add_the_variances()
    {
        var first = new RestrictedTime(1, 10, 4, 0.3);
        var difference = first.Against(new RestrictedTime(1, 10, 3, 0.4));

        Assert.Equal((1, 0.5), (difference.Difference, difference.StandardError));
        Assert.Equal(0.04550026389635842, difference.Probability!.Value, 1e-12);
        Assert.StartsWith("Found two horizons. Expected one for both groups.",
            Assert.Throws<ArgumentException>(() => first.Against(new RestrictedTime(1, 9, 3, 0.4))).Message);
        Assert.StartsWith("Found two states. Expected the same cause in both groups.",
            Assert.Throws<ArgumentException>(() => first.Against(new RestrictedTime(2, 10, 3, 0.4))).Message);
    }

    [Fact]
    public void Names_what_cannot_be_estimated()
    {
        Assert.StartsWith("Found no participants in the cohort. Expected at least one.",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate([])).Message);
        Assert.StartsWith("Found -1 as time of the participant at index 1. Expected 0 or more, and finite.",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate([new(1, 1), new(-1, 1)])).Message);
        Assert.StartsWith("Found the entry time 2 and the time 1 at index 0. Expected an entry of 0 or more, and earlier.",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate([new(1, 1, 2)])).Message);
        Assert.StartsWith("Found the cause 3 at index 0. Expected one of 1, 2, or null for censored.",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate([new(1, 3)], new() { Causes = [1, 2] })).Message);
        Assert.StartsWith("Found the cause 5. Expected one of 1.",
            Assert.Throws<ArgumentException>(() => AalenJohansen.Estimate([new(1, 1)]).Incidence(5)).Message);
    }

    static double[] BruteForce(CompetingFollowUp[] cohort, double time) =>
        [.. Enumerable.Range(0, 3).Select(state => Spread(cohort, weights => Probabilities(cohort, weights, time)[state]))];

    // Root of the summed squares of the numerical derivatives by each participant's weight.
    static double Spread(CompetingFollowUp[] cohort, Func<double[], double> estimate)
    {
        var sum = 0.0;
        for (var index = 0; index < cohort.Length; index++)
        {
            var (up, down) = (Enumerable.Repeat(1.0, cohort.Length).ToArray(), Enumerable.Repeat(1.0, cohort.Length).ToArray());
            (up[index], down[index]) = (1 + 1e-5, 1 - 1e-5);
            sum += Math.Pow((estimate(up) - estimate(down)) / 2e-5, 2);
        }

        return Math.Sqrt(sum);
    }

    static double Area(CompetingFollowUp[] cohort, double[] weights, double horizon, int state)
    {
        double[] times = [0, .. cohort.Select(one => one.Time).Where(time => time < horizon).Distinct().Order(), horizon];
        return times.Zip(times.Skip(1), (from, to) => (to - from) * Probabilities(cohort, weights, from)[state]).Sum();
    }

    static double[] Probabilities(CompetingFollowUp[] cohort, double[] weights, double until)
    {
        double[] states = [1, 0, 0];
        foreach (var time in cohort.Select(one => one.Time).Where(time => time <= until).Distinct().Order())
        {
            double atRisk = 0, first = 0, second = 0;
            for (var index = 0; index < cohort.Length; index++)
            {
                if (cohort[index].Time < time || cohort[index].EntryTime >= time)
                    continue;
                atRisk += weights[index];
                if (cohort[index].Time == time)
                    (first, second) = (first + (cohort[index].Cause == 1 ? weights[index] : 0),
                        second + (cohort[index].Cause == 2 ? weights[index] : 0));
            }

            states = [states[0] * (1 - (first + second) / atRisk), states[1] + states[0] * first / atRisk,
                states[2] + states[0] * second / atRisk];
        }

        return states;
    }
}
