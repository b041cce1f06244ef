using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;
using Medulla.Statistics.Tests.Survival;

namespace Medulla.Statistics.Tests.Prediction;

public sealed class ModelComparisonTests
{
    static readonly bool[] Outcomes = [true, true, true, false, false];
    static readonly double[] Old = [0.2, 0.5, 0.4, 0.4, 0.1];
    static readonly double[] New = [0.6, 0.5, 0.2, 0.1, 0.2];

    [Fact]
    public void Continuous_reclassification_worked_by_hand()
    {
        // Cases: one up, one still, one down of 3. Controls: one down, one up of 2.
        var moved = Reclassification.Of(Outcomes, New, Old);

        Assert.Equal((1.0 / 3, 1.0 / 3, 0.5, 0.5),
            (moved.UpInCases, moved.DownInCases, moved.UpInControls, moved.DownInControls));
        Assert.Equal(0, moved.Improvement);
        Assert.Equal(Math.Sqrt(2.0 / 3 / 3 + 1.0 / 2), moved.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void A_cut_belongs_to_the_category_above()
    {
        // At the cut 0.4: cases 0.2 → 0.6 up, 0.4 → 0.2 down; control 0.4 → 0.1 down.
        var moved = Reclassification.Of(Outcomes, New, Old, [0.4]);

        Assert.Equal((1.0 / 3, 1.0 / 3, 0, 0.5),
            (moved.UpInCases, moved.DownInCases, moved.UpInControls, moved.DownInControls));
    }

    [Fact]
    public void Discrimination_improvement_worked_by_hand()
    {
        // Mean change of cases (0.4 + 0 − 0.2) / 3, of controls (−0.3 + 0.1) / 2.
        var change = DiscriminationImprovement.Of(Outcomes, New, Old);

        Assert.Equal(0.2 / 3 + 0.1, change.Estimate, 1e-15);
        Assert.Equal(change.NewSlope - change.OldSlope, change.Estimate, 1e-15);
    }

    [Fact]
    public void Without_censoring_the_horizon_gives_the_outcomes_numbers()
    {
        var random = new Random(31);
        FollowUp[] cohort = [.. Enumerable.Range(0, 60).Select(_ => new FollowUp(1 + random.Next(40), EventObserved: true))];
        double[] old = [.. cohort.Select(_ => random.NextDouble())];
        double[] fresh = [.. cohort.Select(_ => random.NextDouble())];
        bool[] outcomes = [.. cohort.Select(one => one.Time <= 20)];
        var plain = Reclassification.Of(outcomes, fresh, old, [0.3, 0.6]);

        foreach (var censored in new[]
        {
            Reclassification.AtHorizon(cohort, fresh, old, 20, [0.3, 0.6])!,
            Reclassification.ByKaplanMeier(cohort, fresh, old, 20, [0.3, 0.6])!,
        })
        {
            Assert.Equal(plain.InCases, censored.InCases, 1e-12);
            Assert.Equal(plain.InControls, censored.InControls, 1e-12);
        }

        Assert.Equal(
            DiscriminationImprovement.Of(outcomes, fresh, old).Estimate,
            DiscriminationImprovement.AtHorizon(cohort, fresh, old, 20)!.Estimate, 1e-12);
        var (binary, survival) = (DecisionCurve.Of(outcomes, fresh, [0.1, 0.5, 0.9]).Points,
            DecisionCurve.AtHorizon(cohort, fresh, 20, [0.1, 0.5, 0.9]).Points);
        Assert.All(binary.Zip(survival), pair => Assert.Equal(pair.First.NetBenefit, pair.Second.NetBenefit, 1e-12));
    }

    [Fact]
    public void Net_benefit_worked_by_hand()
    {
        // At 0.2 four are treated: 3 cases, 1 control; odds 1/4: 3/5 − 1/4 × 1/5. Treat all: 3/5 − 1/4 × 2/5.
        var point = Assert.Single(DecisionCurve.Of(Outcomes, New, [0.2]).Points);

        Assert.Equal(0.55, point.NetBenefit, 1e-15);
        Assert.Equal(0.5, point.TreatAll, 1e-15);
        Assert.Equal(0.2, point.InterventionsAvoided, 1e-14);
    }

    [Fact]
    public void Treating_nobody_has_no_benefit() =>
        Assert.Equal(0, DecisionCurve.AtHorizon(Cohorts.Read("1 2 3+"), [0.1, 0.2, 0.3], 2, [0.9]).Points[0].NetBenefit);

    [Fact]
    public void Survival_calibration_puts_observed_beside_predicted()
    {
        // Two groups about the median risk: {1, 2} both with the event by 2.5, {3, 4+} without.
        var calibration = SurvivalCalibration.Of(Cohorts.Read("1 2 3 4+"), [0.8, 0.6, 0.3, 0.1], 2.5, groups: 2);

        Assert.Equal([(2, 0.2, 0.0), (2, 0.7, 1.0)],
            calibration.Groups.Select(group => (group.Participants, Math.Round(group.MeanPredicted, 12), group.Observed)));
        Assert.Equal(0.5 / 0.45, calibration.ObservedOverExpected!.Value, 1e-12);
    }

    [Fact]
    public void Right_risks_have_a_binary_slope_of_one_and_an_intercept_of_zero()
    {
        // Two risks, each met exactly: 1 of 4 and 3 of 4.
        bool[] outcomes = [true, false, false, false, true, true, true, false];
        double[] risks = [0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75];
        var calibration = BinaryCalibration.Of(outcomes, risks, groups: 2);

        Assert.Equal(1, calibration.Slope!.Value, 1e-10);
        Assert.Equal(0, calibration.Intercept!.Value, 1e-10);
        Assert.Equal(1, calibration.ObservedOverExpected, 1e-12);
        Assert.Equal(2, calibration.Groups.Length);
    }

    [Fact]
    public void A_risk_of_one_has_no_slope()
    {
        var calibration = BinaryCalibration.Of([true, false], [1, 0.5], groups: 1);

        Assert.Null(calibration.Slope);
        Assert.Null(calibration.Intercept);
    }

    [Fact]
    public void Says_what_it_found_and_expected()
    {
        Assert.Contains("Found 5 cases in 5 participants. Expected at least one case and one control",
            Assert.Throws<ArgumentException>(
            () => Reclassification.Of([true, true, true, true, true], New, Old)).Message, StringComparison.Ordinal);
        Assert.Contains("Found the threshold 1 at index 1", Assert.Throws<ArgumentException>(
            () => DecisionCurve.Of(Outcomes, New, [0.5, 1])).Message, StringComparison.Ordinal);
        Assert.Null(Reclassification.AtHorizon(Cohorts.Read("5 6"), [0.1, 0.2], [0.2, 0.1], 1));
    }
}
