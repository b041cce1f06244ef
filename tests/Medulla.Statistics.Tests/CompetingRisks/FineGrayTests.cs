using Medulla.Statistics.CompetingRisks;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.CompetingRisks;

public sealed class FineGrayTests
{
    static readonly FineGrayOptions Weighted = new() { Convention = FineGrayConvention.WeightedCox };

    [Fact]
    public void Worked_by_hand_for_three_participants()
    {
        var model = FineGray.Fit(CompetingCohorts.Read("1:2 2:1 3:1"), cause: 1, [new("x", [1, 1, 0])]);

        // With r = exp(β): 1 − 2r/(2r + 1) − r/(r + 1) = 0, so r² = 1/2. The first participant stays at risk throughout.
        Assert.Equal(-Math.Log(2) / 2, model.Coefficients[0].Estimate, 1e-12);
        Assert.Equal(-Math.Log(6), model.NullLogLikelihood, 1e-14);
        var r = Math.Sqrt(0.5);
        Assert.Equal([1 / (2 * r + 1), 1 / (r + 1)], model.BaselineIncrements, (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(1 - Math.Exp(-1 / (2 * r + 1)), model.CumulativeIncidence(0)[0], 1e-12);
        Assert.Equal((2, 3), (model.Events, model.Participants));
    }

    [Fact]
    public void Censoring_thins_those_with_another_event()
    {
        // One of three is censored at 2: at 3 and 4 the first participant counts 2/3.
        var model = FineGray.Fit(CompetingCohorts.Read("1:2 2+ 3:1 4:1"), cause: 1, [new("x", [0.5, 1, 1, 0])]);

        Assert.Equal(-Math.Log(8.0 / 3) - Math.Log(5.0 / 3), model.NullLogLikelihood, 1e-14);
    }

    [Fact]
    public void A_tie_of_event_and_censoring_is_where_the_conventions_differ()
    {
        var cohort = CompetingCohorts.Read("1:2 2+ 2:2 3:1 4:1");
        var columns = new Covariate("x", [0.5, 1, 1, 0, 1]);

        // At 2, four are at risk of censoring by the original convention, three when the event comes first.
        Assert.Equal(-Math.Log(2 + 3.0 / 4 * 2) - Math.Log(1 + 3.0 / 4 * 2),
            FineGray.Fit(cohort, 1, [columns]).NullLogLikelihood, 1e-14);
        Assert.Equal(-Math.Log(2 + 2.0 / 3 * 2) - Math.Log(1 + 2.0 / 3 * 2),
            FineGray.Fit(cohort, 1, [columns], Weighted).NullLogLikelihood, 1e-14);
    }

    [Theory]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Efron)]
    public void Without_competing_events_it_is_Cox_regression(CoxTies ties)
    {
        var random = new Random(3);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, 60, 20)
                .Select(one => one with { Cause = one.Cause == 1 ? 1 : null }).ToArray();
            var columns = CompetingCohorts.Columns(random, cohort.Length);
            var cox = CoxRegression.Fit([.. cohort.Select(one => new FollowUp(one.Time, one.Cause == 1))], columns,
                new CoxOptions { Ties = ties, RobustVariance = true });
            var model = FineGray.Fit(cohort, 1, columns, Weighted with { Ties = ties });

            Assert.Equal(cox.LogLikelihood, model.LogLikelihood, 1e-9);
            for (var column = 0; column < columns.Length; column++)
            {
                Assert.Equal(cox.Coefficients[column].Estimate, model.Coefficients[column].Estimate, 1e-9);
                Assert.Equal(cox.Coefficients[column].StandardError, model.Coefficients[column].StandardError, 1e-9);
                Assert.Equal(cox.ModelCovariance(column, 0), model.ModelCovariance(column, 0), 1e-9);
            }
        }
    }

    [Fact]
    public void The_sandwich_is_that_of_the_sums_over_all_pairs()
    {
        var random = new Random(4);
        for (var repeat = 0; repeat < 20; repeat++)
        {
            var cohort = CompetingCohorts.Draw(random, random.Next(30, 80), random.Next(8, 40));
            var columns = CompetingCohorts.Columns(random, cohort.Length);
            var model = FineGray.Fit(cohort, 1, columns);
            var middle = PairwiseMiddle(cohort, columns, [.. model.Coefficients.Select(one => one.Estimate)]);
            for (var row = 0; row < 2; row++)
                for (var column = 0; column < 2; column++)
                {
                    var whole = 0.0;
                    for (var left = 0; left < 2; left++)
                        for (var right = 0; right < 2; right++)
                            whole += model.ModelCovariance(row, left) * middle[left, right] * model.ModelCovariance(right,
                                column);
                    Assert.Equal(whole, model.Covariance(row, column), 1e-10 * Math.Max(1, Math.Abs(whole)));
                }
        }
    }

    [Fact]
    public void Units_of_a_column_change_its_coefficient_alone()
    {
        var random = new Random(8);
        var cohort = CompetingCohorts.Draw(random, 80, 60);
        var columns = CompetingCohorts.Columns(random, 80);
        var years = FineGray.Fit(cohort, 1, columns);
        var days = FineGray.Fit(cohort, 1, [new("Age (days)", [.. columns[0].Values.Select(age => 365.25 * age + 1e4)]),
            columns[1]]);

        Assert.Equal(years.Coefficients[0].Z, days.Coefficients[0].Z, 1e-7);
        Assert.Equal(years.LogLikelihood, days.LogLikelihood, 1e-9);
        Assert.Equal(years.CumulativeIncidence(50, 1)[^1], days.CumulativeIncidence(365.25 * 50 + 1e4, 1)[^1], 1e-9);
    }

    [Fact]
    public void Rows_of_the_weighted_process_fall_at_each_censoring_and_stop_where_no_event_follows()
    {
        // The participant with cause 2 at 3 weighs 1, then 4/5 from 3 on: one of five is censored once the two events are over.
        var rows = WeightedCountingProcess.Of(CompetingCohorts.Read("1+ 1+ 1:1 2+ 2:1 3+ 3:2 3:1 4:2 5:1 5:1 6+"), cause: 1);

        Assert.Equal(13, rows.Length);
        Assert.Equal(new WeightedStretch(6, 3, 6, EventObserved: false, 4.0 / 5), rows[7]);
        Assert.Equal(new WeightedStretch(8, 0, 6, EventObserved: false, 1), rows.Single(row => row.Participant == 8));
    }

    [Fact]
    public void Says_what_cannot_be_estimated()
    {
        var cohort = CompetingCohorts.Read("1:1 2:1 3+ 4:2 5:1 6+ 7+ 8:1");
        Covariate Column(string name, params double[] values) => new(name, values);
        NotEstimableException Refused(params Covariate[] columns) =>
            Assert.Throws<NotEstimableException>(() => FineGray.Fit(cohort, 1, columns));
        var age = Column("Age", 3, 1, 4, 1, 5, 9, 2, 6);

        Assert.Equal("Found one value of Same among all participants at risk together. Expected at least two: leave the column out.",
            Refused(Column("Same", 1, 1, 1, 1, 1, 1, 1, 1)).Message);
        Assert.Equal("Found that Twice follows from Age. Expected columns that each add something: leave one of them out.",
            Refused(age, Column("Twice", 6, 2, 8, 2, 10, 18, 4, 12)).Message);
        Assert.Equal(NotEstimableCause.Separated, Refused(Column("Early", 9, 8, 0, 0, 5, 0, 0, 4)).Cause);
        Assert.Equal("Found no events of cause 3 in 8 participants. Expected at least one: wait for events, or describe follow-up only.",
            Assert.Throws<NotEstimableException>(() => FineGray.Fit(cohort, 3, [age])).Message);
        Assert.StartsWith("Found Efron ties and the original convention. Expected Breslow ties, or the weighted Cox convention.",
            Assert.Throws<ArgumentException>(() => FineGray.Fit(cohort, 1, [age], new() { Ties = CoxTies.Efron })).Message);
        Assert.StartsWith("Found 2 values. Expected 1, one per column.",
            Assert.Throws<ArgumentException>(() => FineGray.Fit(cohort, 1, [age]).CumulativeIncidence(1, 2)).Message);
    }

    // Fine & Gray's η + ψ of every participant, written down as the definitions stand.
    static double[,] PairwiseMiddle(CompetingFollowUp[] cohort, Covariate[] columns, double[] coefficients)
    {
        var n = cohort.Length;
        var relative = Enumerable.Range(0, n).Select(row => Math.Exp(columns.Select((one,
            at) => coefficients[at] * one.Values[row]).Sum()))
            .ToArray();
        double AtRisk(double time) => cohort.Count(one => one.Time >= time);
        double Censored(double time) => cohort.Count(one => one.Time == time && one.Cause is null);
        var censorings = cohort.Where(one => one.Cause is null).Select(one => one.Time).Distinct().ToArray();
        double Before(double time) => censorings.Where(one => one < time)
            .Aggregate(1.0, (kept, one) => kept * (1 - Censored(one) / AtRisk(one)));
        double Weight(int row, double time) => cohort[row].Time >= time ? 1
            : cohort[row].Cause == 2 ? Before(time) / Before(cohort[row].Time) : 0;
        var times = cohort.Where(one => one.Cause == 1).Select(one => one.Time).Distinct().ToArray();
        var totals = times.Select(time => Enumerable.Range(0, n).Sum(row => Weight(row, time) * relative[row])).ToArray();
        var hazards = times.Select((time,
            at) => cohort.Count(one => one.Time == time && one.Cause == 1) / totals[at]).ToArray();

        var middle = new double[2, 2];
        var parts = new double[n, 2];
        for (var column = 0; column < 2; column++)
        {
            var values = columns[column].Values;
            var means = times.Select((time, at) =>
                Enumerable.Range(0, n).Sum(row => Weight(row, time) * relative[row] * values[row]) / totals[at]).ToArray();
            double Still(double censoring) => Enumerable.Range(0,
                n).Where(row => cohort[row].Cause == 2 && cohort[row].Time < censoring)
                .Sum(row => times.Select((time, at) => time < censoring ? 0
                    : (values[row] - means[at]) * Weight(row, time) * relative[row] * hazards[at]).Sum());
            var integrals = censorings.ToDictionary(time => time, time => Still(time) / AtRisk(time));
            for (var row = 0; row < n; row++)
            {
                if (cohort[row].Cause == 1)
                    parts[row, column] += values[row] - means[Array.IndexOf(times, cohort[row].Time)];
                for (var at = 0; at < times.Length; at++)
                    parts[row, column] -= (values[row] - means[at]) * Weight(row, times[at]) * relative[row] * hazards[at];
                if (cohort[row].Cause is null)
                    parts[row, column] += integrals[cohort[row].Time];
                foreach (var time in censorings.Where(time => time <= cohort[row].Time))
                    parts[row, column] -= integrals[time] * Censored(time) / AtRisk(time);
            }
        }

        for (var row = 0; row < n; row++)
            for (var left = 0; left < 2; left++)
                for (var right = 0; right < 2; right++)
                    middle[left, right] += parts[row, left] * parts[row, right];
        return middle;
    }
}
