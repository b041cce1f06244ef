using Medulla.Statistics.Description;
using Medulla.Statistics.Prediction;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Tests.Prediction;

public sealed class OptimismTests
{
    static readonly FollowUp[] Cohort = Draw(out Columns);
    static readonly Covariate[] Columns;

    [Fact]
    public void A_replicate_is_the_model_of_the_copied_rows()
    {
        // Each resample, with its rows copied, is fitted by the slow way; its C there and in the cohort are counted pair by
        // pair.
        var indices = BootstrapIndices.Drawn(Cohort.Length, 20, seed: 5);
        var optimism = CoxOptimism.Run(Cohort, Columns, indices);
        var places = new int[Cohort.Length];

        Assert.Equal(20, optimism.Replicates.Length);
        for (var replicate = 0; replicate < 20; replicate++)
        {
            indices.Fill(replicate, places);
            FollowUp[] copies = [.. places.Select(place => Cohort[place])];
            Covariate[] columns = [.. Columns.Select(
                one => new Covariate(one.Name, [.. places.Select(place => one.Values[place])]))];
            var model = CoxRegression.Fit(copies, columns);
            double[] predictors = [.. Enumerable.Range(0, Cohort.Length).Select(row =>
                Columns.Select((one, column) => model.Coefficients[column].Estimate * one.Values[row]).Sum())];
            var slope = CoxRegression.Fit(Cohort, [new Covariate("predictor", predictors)]).Coefficients[0].Estimate;
            var found = optimism.Replicates[replicate];

            Assert.Equal(Concordance.Of(copies, [.. places.Select(place => predictors[place])]).Estimate!.Value,
                found.InResample, 1e-12);
            Assert.Equal(Concordance.Of(Cohort, predictors).Estimate!.Value, found.InCohort, 1e-12);
            Assert.Equal(slope, found.Slope, 1e-9);
            Assert.Equal(model.Coefficients[1].Estimate, optimism.Coefficient(replicate, 1), 1e-9);
        }
    }

    [Fact]
    public void The_cohort_itself_as_resample_has_no_optimism()
    {
        var optimism = CoxOptimism.Run(Cohort, Columns, BootstrapIndices.Given([[.. Enumerable.Range(0, Cohort.Length)]]));

        Assert.Equal(0, optimism.Optimism, 1e-14);
        Assert.Equal(optimism.ApparentC, optimism.CorrectedC, 1e-14);
        Assert.Equal(1, optimism.CorrectedSlope, 1e-9);
    }

    [Fact]
    public void Location_shift_moves_the_percentiles_down_by_the_optimism()
    {
        var optimism = CoxOptimism.Run(Cohort, Columns, BootstrapIndices.Drawn(Cohort.Length, 200, seed: 6));
        var limits = optimism.LocationShifted(0.9);
        double[] apparent = [.. optimism.Replicates.Select(one => one.InResample)];

        Assert.True(optimism.Optimism > 0);
        Assert.Equal(Quantiles.Of(apparent, 0.05), limits.Lower + optimism.Optimism, 1e-14);
        Assert.Equal(Quantiles.Of(apparent, 0.95), limits.Upper + optimism.Optimism, 1e-14);
    }

    [Fact]
    public void Two_stage_interval_repeats_by_its_seeds()
    {
        Medulla.Statistics.Distributions.Interval Limits() => CoxOptimism.TwoStage(
            Cohort, Columns, BootstrapIndices.Drawn(Cohort.Length, 30, seed: 7), 20, seed: 8);
        var limits = Limits();

        Assert.Equal(limits, Limits());
        Assert.True(limits.Lower < limits.Upper);
    }

    [Fact]
    public void Resamples_without_a_model_are_counted_and_left_out()
    {
        int[] whole = [.. Enumerable.Range(0, Cohort.Length)];
        int[] onePerson = new int[Cohort.Length];
        var optimism = CoxOptimism.Run(Cohort, Columns, BootstrapIndices.Given([whole, onePerson]));

        Assert.Single(optimism.Replicates);
        Assert.Equal(1, optimism.NotEstimable);
        Assert.Contains("Found no model in 1 resamples", Assert.Throws<NotEstimableException>(
            () => CoxOptimism.Run(Cohort, Columns, BootstrapIndices.Given([onePerson]))).Message, StringComparison.Ordinal);
        Assert.Contains("Found resamples of 3 participants", Assert.Throws<ArgumentException>(
            () => CoxOptimism.Run(Cohort, Columns, BootstrapIndices.Drawn(3, 1, 1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logistic_replicate_is_the_model_of_the_copied_rows()
    {
        bool[] outcomes = [.. Cohort.Select(one => one.Time < 60)];
        var indices = BootstrapIndices.Drawn(Cohort.Length, 10, seed: 9);
        var optimism = LogisticOptimism.Run(outcomes, Columns, indices);
        var places = new int[Cohort.Length];

        Assert.Equal(10, optimism.Replicates.Length);
        for (var replicate = 0; replicate < 10; replicate++)
        {
            indices.Fill(replicate, places);
            var model = LogisticRegression.Fit(
                [.. places.Select(place => outcomes[place])],
                [.. Columns.Select(one => new Covariate(one.Name, [.. places.Select(place => one.Values[place])]))]);
            double[] risks = [.. Enumerable.Range(0, Cohort.Length).Select(row =>
                model.Predict([.. Columns.Select(one => one.Values[row])]))];

            Assert.Equal(model.Discrimination.C!.Value, optimism.Replicates[replicate].InResample, 1e-12);
            Assert.Equal(model.Brier, optimism.Replicates[replicate].BrierInResample, 1e-9);
            Assert.Equal(BrierScore.OfOutcomes(outcomes, risks), optimism.Replicates[replicate].BrierInCohort, 1e-9);
            Assert.Equal(BinaryCalibration.Of(outcomes, risks).Slope!.Value, optimism.Replicates[replicate].CalibrationSlope,
                1e-7);
        }
    }

    [Fact]
    public void Cross_validation_predicts_each_participant_without_the_own_fold()
    {
        var folds = CrossValidation.DrawFolds(Cohort.Length, 5, seed: 3);
        bool[] outcomes = [.. Cohort.Select(one => one.Time < 60)];
        var validated = CrossValidation.OfLogistic(outcomes, Columns, folds);
        int[] kept = [.. Enumerable.Range(0, Cohort.Length).Where(row => folds[row] != folds[7])];
        var model = LogisticRegression.Fit([.. kept.Select(row => outcomes[row])],
            [.. Columns.Select(one => new Covariate(one.Name, [.. kept.Select(row => one.Values[row])]))]);

        Assert.All(folds.CountBy(fold => fold), fold => Assert.Equal(Cohort.Length / 5, fold.Value));
        Assert.Equal(model.Predict([.. Columns.Select(one => one.Values[7])]), validated.Predictions[7], 1e-12);
        Assert.InRange(CrossValidation.OfCox(Cohort, Columns, folds).MeanC!.Value, 0.4, 0.95);
        Assert.Contains("Found fewer than two folds", Assert.Throws<ArgumentException>(
            () => CrossValidation.OfCox(Cohort, Columns, new int[Cohort.Length])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossValidation.DrawFolds(5, 6, 1));
    }

    static FollowUp[] Draw(out Covariate[] columns)
    {
        var random = new Random(99);
        double[] first = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() * 4)];
        double[] second = [.. first.Select(_ => (double)random.Next(3))];
        columns = [new Covariate("first", first), new Covariate("second", second)];
        return [.. first.Select(value => new FollowUp(
            1 + Math.Floor(-100 * Math.Log(random.NextDouble()) / Math.Exp(0.6 * (value - 2))), random.Next(4) > 0))];
    }
}
