using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;
using Medulla.Statistics.Tests.Survival;

namespace Medulla.Statistics.Tests.Prediction;

public sealed class TimeDependentAccuracyTests
{
    static readonly double[] Markers = [5, 4, 3, 2, 1, 0];

    [Fact]
    public void Auc_worked_by_hand()
    {
        // At t = 4: cases at 1 (weight 1) and 3 (G(3−) = 1 − 1/4 = 3/4, weight 4/3); controls at 5 and 6, one weight; 2+ is
        // unknown.
        // The case at 1 (marker 2) exceeds one control of 1 and 3; the case at 3 (marker 4) exceeds both.
        var auc = TimeDependentAuc.Of(Cohorts.Read("1 2+ 3 5 6"), [2, 0, 4, 1, 3], 4);

        Assert.Equal((1 * 0.5 + 4.0 / 3 * 1) / (1 + 4.0 / 3), auc.Estimate!.Value, 1e-14);
        Assert.Equal((2, 2), (auc.Cases, auc.Survivors));
    }

    [Fact]
    public void Auc_without_censoring_is_that_of_the_outcome_at_the_time()
    {
        var random = new Random(21);
        FollowUp[] cohort = [.. Enumerable.Range(0, 60).Select(_ => new FollowUp(1 + random.Next(30), EventObserved: true))];
        double[] markers = [.. cohort.Select(_ => (double)random.Next(12))];
        var auc = TimeDependentAuc.Of(cohort, markers, 15);
        var roc = RocCurve.Of(markers, [.. cohort.Select(one => one.Time <= 15)], MarkerDirection.HigherInCases);

        Assert.Equal(roc.Auc, auc.Estimate!.Value, 1e-14);
        Assert.Equal(roc.Auc, HeagertyAuc.Of(cohort, markers, 15).Estimate!.Value, 1e-12);
    }

    [Fact]
    public void Auc_standard_error_is_that_of_the_jackknife_in_large_cohorts()
    {
        var random = new Random(22);
        FollowUp[] cohort = [.. Enumerable.Range(0, 300).Select(
            _ => new FollowUp(1 + 100 * random.NextDouble(), random.Next(3) > 0))];
        double[] markers = [.. cohort.Select(one => random.NextDouble() - one.Time / 150)];
        double[] without = [.. Enumerable.Range(0, cohort.Length).Select(left => TimeDependentAuc.Of(
            [.. cohort.Where((_, row) => row != left)], [.. markers.Where((_, row) => row != left)], 50).Estimate!.Value)];
        var mean = without.Average();
        var jackknife = Math.Sqrt((without.Length - 1.0) / without.Length * without.Sum(one => (one - mean) * (one - mean)));

        Assert.InRange(TimeDependentAuc.Of(cohort, markers, 50).StandardError!.Value / jackknife, 0.97, 1.03);
    }

    [Fact]
    public void Auc_conventions_part_at_an_event_at_the_time_itself()
    {
        var cohort = Cohorts.Read("1 2 3 4");

        Assert.Equal(2, TimeDependentAuc.Of(cohort, [1, 2, 3, 4], 2).Cases);
        Assert.Equal(1, TimeDependentAuc.Of(cohort, [1, 2, 3, 4], 2, TimeDependentAucConvention.TimeRoc).Cases);
    }

    [Fact]
    public void Auc_of_a_cause_counts_other_events_as_controls()
    {
        // Case: cause 1 at 1, marker 3. Controls: cause 2 at 2 (marker 4) and the one followed on (marker 1), equal weights.
        var auc = TimeDependentAuc.OfCause(Cohorts.Read("1 2 5"), [1, 2, 1], cause: 1, [3, 4, 1], 3);

        Assert.Equal(0.5, auc.Estimate);
    }

    [Fact]
    public void Auc_does_not_exist_without_cases_or_survivors()
    {
        var cohort = Cohorts.Read("2 3 4 5 6 7");

        Assert.Null(TimeDependentAuc.Of(cohort, Markers, 1).Estimate);
        Assert.Null(TimeDependentAuc.Of(cohort, Markers, 7).StandardError);
        Assert.Null(HeagertyAuc.Of(cohort, Markers, 1).Estimate);
    }

    [Fact]
    public void Brier_worked_by_hand()
    {
        // At t = 4: events at 1 (risk 0.5, weight 1) and 3 (0.8, 4/3), survivors 5 and 6 (0.2, 0.4, weight 4/3), 2+ unknown.
        // 0.25 + 4/3 × 0.04 + 4/3 × (0.04 + 0.16) = 0.57, over 5.
        var brier = BrierScore.Of(Cohorts.Read("1 2+ 3 5 6"), [0.5, 0.9, 0.8, 0.2, 0.4], 4);

        Assert.Equal(0.114, brier.Estimate, 1e-14);
    }

    [Fact]
    public void Brier_weights_sum_to_the_cohort_when_no_times_are_tied()
    {
        // With distinct times the weights of cases and survivors add up to n exactly, so a risk of one half scores one quarter.
        var random = new Random(23);
        FollowUp[] cohort = [.. Enumerable.Range(0, 80).Select(
            _ => new FollowUp(100 * random.NextDouble(), random.Next(2) == 0))];
        var half = Enumerable.Repeat(0.5, cohort.Length).ToArray();

        Assert.Equal(0.25, BrierScore.Of(cohort, half, 40).Estimate, 1e-12);
        Assert.Equal(0.25, BrierScore.Of(cohort, half, 40, CensoringTies.Together).Estimate, 1e-12);
    }

    [Fact]
    public void Score_of_the_curve_of_everybody_gains_nothing()
    {
        var cohort = Cohorts.Draw(new Random(24), 50, 60);
        double[] times = [10, 30];
        var everybody = times.Select(time => (IReadOnlyList<double>)Enumerable.Repeat(
            1 - KaplanMeier.Estimate(cohort).SurvivalAt(time)!.Value, cohort.Length).ToArray()).ToArray();
        var rows = PredictionScore.Of(cohort, times, new PredictedRisks("same", everybody)).Rows;

        Assert.Equal(4, rows.Length);
        Assert.All(rows, row => Assert.Equal(0, row.Ipa!.Value, 1e-14));
        Assert.Equal(0.5, rows[2].Auc!.Estimate!.Value, 1e-14);
        Assert.Equal((30 - 10) * rows[0].Brier.Estimate / 30, rows[1].IntegratedBrier, 1e-15);
    }

    [Fact]
    public void Says_what_it_found_and_expected()
    {
        var cohort = Cohorts.Read("1 2 3");

        Assert.Contains("Found the risk 1.5 at index 2. Expected from 0 to 1", Assert.Throws<ArgumentException>(
            () => BrierScore.Of(cohort, [0, 1, 1.5], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Found 2 values. Expected 3", Assert.Throws<ArgumentException>(
            () => TimeDependentAuc.Of(cohort, [0, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeDependentAuc.Of(cohort, [0, 1, 2], 0));
        Assert.Contains("Found an entry time at index 0", Assert.Throws<ArgumentException>(
            () => BrierScore.Of([new FollowUp(2, true, 1)], [0.5], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("Expected rising values", Assert.Throws<ArgumentException>(
            () => PredictionScore.Of(cohort, [3, 2])).Message, StringComparison.Ordinal);
    }
}
