using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

public sealed class CauseSpecificHazardsTests
{
    [Fact]
    public void Worked_by_hand_for_a_column_that_does_nothing()
    {
        // Mirrored values leave both coefficients at 0: hazards 2/8, then 2/6, then 1/4 twice … of one cause each.
        var cohort = CompetingCohorts.Read("1:1 1:1 2:2 2:2 3+ 3+ 4+ 4+");
        var model = CauseSpecificHazards.Fit(cohort, [new("x", [-1, 1, -1, 1, -1, 1, -1, 1])], CoxTies.Breslow);

        Assert.Equal(0, model.Model(1).Coefficients[0].Estimate, 1e-12);
        Assert.Equal(1 - Math.Exp(-0.25), model.CumulativeIncidence(1, [1], [0])[0], 1e-12);
        Assert.Equal(Math.Exp(-0.25) * (1 - Math.Exp(-1.0 / 3)), model.CumulativeIncidence(2, [4], [0])[0], 1e-12);
        Assert.Equal(0, model.CumulativeIncidence(2, [1.5], [0])[0]);
    }

    [Fact]
    public void Each_model_is_a_Cox_regression_and_the_incidences_leave_the_survival()
    {
        var random = new Random(9);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, 60, 25, late: repeat % 2 == 0);
            var columns = CompetingCohorts.Columns(random, 60);
            var model = CauseSpecificHazards.Fit(cohort, columns);
            var cox = CoxRegression.Fit([.. cohort.Select(one => new FollowUp(one.Time, one.Cause == 2, one.EntryTime))],
                columns);
            var (first, second) = (model.CumulativeIncidence(1, [5, 30], [50, 1]), model.CumulativeIncidence(2, [5, 30], [50,
                1]));

            Assert.Equal(cox.Coefficients[1].Estimate, model.Model(2).Coefficients[1].Estimate);
            Assert.True(first[0] <= first[1] && first[1] + second[1] < 1);
        }
    }

    [Fact]
    public void The_naive_curve_is_never_below_the_cumulative_incidence()
    {
        var random = new Random(10);
        for (var repeat = 0; repeat < 50; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, 30, 15);
            var (naive, right) = (NaiveIncidence.Estimate(cohort, 1), AalenJohansen.Estimate(cohort).Incidence(1));
            Assert.All(right.Steps, step => Assert.True(naive.At(step.Time) >= step.Probability - 1e-12));
        }

        Assert.Equal(0.5, NaiveIncidence.Estimate(CompetingCohorts.Read("1:2 2:1 3+"), 1).At(2));
        Assert.Null(NaiveIncidence.Estimate(CompetingCohorts.Read("1:2 2:1 3+"), 1).At(4));
    }

    [Fact]
    public void Names_what_is_missing()
    {
        Assert.Equal("Found no events in 2 participants. Expected at least one: wait for events, or describe follow-up only.",
            Assert.Throws<NotEstimableException>(() => CauseSpecificHazards.Fit([new(1, null), new(2, null)], [new("x", [1,
                2])])).Message);
        var cohort = CompetingCohorts.Read("1:1 2:1 3:1 4:1");
        Assert.StartsWith("Found the cause 2. Expected one of 1.", Assert.Throws<ArgumentException>(
            () => CauseSpecificHazards.Fit(cohort, [new("x", [1, 2, 2, 1])]).Model(2)).Message);
    }
}
