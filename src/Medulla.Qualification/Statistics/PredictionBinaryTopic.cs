using Medulla.Statistics.Prediction;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>prediction_binary</c>.</summary>
static class PredictionBinaryTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "prediction_binary",
        ("nri_idi_binary", Reclassified),
        ("dca_binary", Decisions),
        ("optimism_logistic", Optimism),
        ("cv_logistic", Validated));

    static Answer Reclassified(CaseInput input)
    {
        var outcomes = Outcomes(input);
        var (model, old) = (Fit(input, "covariates"), Fit(input, "covariates0"));
        var (newRisks, oldRisks) = (model.Fitted, old.Fitted);
        var change = DiscriminationImprovement.Of(outcomes, newRisks, oldRisks);
        var continuous = Reclassification.Of(outcomes, newRisks, oldRisks);
        var categories = Reclassification.Of(outcomes, newRisks, oldRisks, input.Numbers("cuts"));
        var thresholds = input.Numbers("thresholds");
        var fresh = DecisionCurve.Of(outcomes, newRisks, thresholds).Points;
        var share = outcomes.Count(outcome => outcome) / (double)outcomes.Length;
        return new Answer().Set("n", outcomes.Length)
            .Set("C1", model.Discrimination.C).Set("C0", old.Discrimination.C)
            .Set("brier1", model.Brier).Set("brier0", old.Brier)
            .Set("idi", change.Estimate).Set("idi_se", change.StandardError).Set("idi_z", change.Z)
            .Set("cnri", continuous.Improvement).Set("cnri_se", continuous.StandardError)
            .Set("cuts", input.Numbers("cuts")).Set("nri", categories.Improvement).Set("nri_se", categories.StandardError)
            .Set("nri_parts", [categories.UpInCases, categories.DownInCases, categories.UpInControls,
                categories.DownInControls])
            .Set("threshold", thresholds).Set("nb_new", fresh.Select(point => point.NetBenefit))
            .Set("nb_old", DecisionCurve.Of(outcomes, oldRisks, thresholds).Points.Select(point => point.NetBenefit))
            .Set("nb_all", fresh.Select(point => point.TreatAll))
            .Set("scaled_brier1", 1 - model.Brier / (share * (1 - share)))
            .Set("discrimination_slope1", change.NewSlope);
    }

    // Strategies one after the other: all, none, the model, the old model.
    static Answer Decisions(CaseInput input)
    {
        var (outcomes, thresholds) = (Outcomes(input), input.Numbers("thresholds"));
        var fresh = DecisionCurve.Of(outcomes, Fit(input, "covariates").Fitted, thresholds).Points;
        var old = DecisionCurve.Of(outcomes, Fit(input, "covariates0").Fitted, thresholds).Points;
        return new Answer()
            .Set("threshold", Enumerable.Repeat(thresholds, 4).SelectMany(list => list))
            .Set("net_benefit", fresh.Select(point => point.TreatAll).Concat(thresholds.Select(_ => 0.0))
                .Concat(fresh.Select(point => point.NetBenefit)).Concat(old.Select(point => point.NetBenefit)));
    }

    static Answer Optimism(CaseInput input)
    {
        var optimism = LogisticOptimism.Run(
            Outcomes(input), input.Covariates(), BootstrapIndices.Given(input.Places("indices")));
        return new Answer()
            .Set("table", optimism.Replicates.Select(replicate => new[]
            {
                replicate.InResample, replicate.InCohort, replicate.BrierInResample, replicate.BrierInCohort,
                replicate.CalibrationIntercept, replicate.CalibrationSlope,
            }))
            .Set("C_apparent", optimism.ApparentC).Set("C_corrected", optimism.CorrectedC)
            .Set("brier_corrected", optimism.CorrectedBrier)
            .Set("cal_intercept", optimism.CalibrationIntercept).Set("cal_slope", optimism.CalibrationSlope);
    }

    static Answer Validated(CaseInput input)
    {
        var validated = CrossValidation.OfLogistic(
            Outcomes(input), input.Covariates(), [.. input.Numbers("folds").Select(fold => (int)fold)]);
        return new Answer().Set("pred", validated.Predictions).Set("C", validated.C).Set("brier", validated.Brier);
    }

    static bool[] Outcomes(CaseInput input) => [.. input.Values(input.Text("outcome")).Select(value => value == 1)];

    static LogisticRegression Fit(CaseInput input, string covariates) =>
        LogisticRegression.Fit(Outcomes(input), input.Covariates(covariates));
}
