using Medulla.Statistics.Distributions;
using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Cases of the topic <c>prediction_performance</c>.</summary>
static class PredictionPerformanceTopic
{
    public static Topic Topic { get; } = Topic.Of(
        "prediction_performance",
        ("concordance", OfConcordance),
        ("uno_c", OfUno),
        ("gonen_heller", OfGonenHeller),
        ("rcorr_cens", OfSomers),
        ("delta_c", OfDifference),
        ("timeroc", OfTimeRoc),
        ("survivalroc_km", OfHeagerty),
        ("brier", PredictionErrorAnswers.Brier),
        ("pec", PredictionErrorAnswers.ErrorCurve),
        ("score", PredictionErrorAnswers.Score),
        ("calibration", PredictionComparisonAnswers.Calibration),
        ("nri_idi_ipcw", PredictionComparisonAnswers.Reclassified),
        ("nricens", PredictionComparisonAnswers.NetReclassification),
        ("dca_survival", PredictionComparisonAnswers.Decisions),
        ("optimism_cox", ResamplingAnswers.Optimism),
        ("boot_ci_cox", ResamplingAnswers.Intervals));

    static Answer OfConcordance(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var concordance = Concordance.Of(model.FollowUps, model.LinearPredictors, timeWeight: Weight(input.Text("timewt")));
        return new Answer().Set("C", concordance.Estimate).Set("se", concordance.StandardError).Set("count", new Answer()
            .Set("concordant", concordance.Concordant).Set("discordant", concordance.Discordant)
            .Set("tied.x", concordance.TiedMarker).Set("tied.y", concordance.TiedTime).Set("tied.xy", concordance.TiedBoth));
    }

    static Answer OfUno(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var until = input.Number("tau");
        var concordance = Concordance.Of(
            model.FollowUps, model.LinearPredictors, timeWeight: ConcordanceTimeWeight.InverseCensoring, until: until);
        var single = UnoConcordance.Of(model.FollowUps, model.LinearPredictors, until, UnoConvention.SurvC1);

        // survC1 holds the sum of concordant weights in single precision before it divides.
        return new Answer().Set("C", concordance.Estimate).Set("se", concordance.StandardError)
            .Set("survAUC_UnoC", UnoConcordance.Of(
                model.FollowUps, model.LinearPredictors, until, UnoConvention.SurvAuc).Estimate)
            .Set("survC1_Est.Cval", single.Estimate is null ? null : (float)single.Concordant / single.Compared);
    }

    static Answer OfGonenHeller(CaseInput input) =>
        new Answer().Set("GHCI", GonenHeller.Of(CoxPredictions.Of(input).LinearPredictors).Estimate);

    static Answer OfSomers(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var somers = SomersRank.Of([.. model.LinearPredictors.Select(predictor => -predictor)], model.FollowUps);
        return new Answer().Set("C Index", somers.C).Set("Dxy", somers.Dxy).Set("S.D.", somers.StandardDeviation)
            .Set("n", somers.Participants).Set("missing", 0.0).Set("uncensored", somers.Uncensored)
            .Set("Relevant Pairs", somers.Relevant).Set("Concordant", somers.Concordant).Set("Uncertain", somers.Uncertain);
    }

    static Answer OfDifference(CaseInput input)
    {
        var (model, old) = (CoxPredictions.Of(input), CoxPredictions.Of(input, "covariates0"));
        if (ConcordanceDifference.Of(model.FollowUps, model.LinearPredictors, old.LinearPredictors) is not { } difference)
            return new Answer();
        double[][] covariance =
        [
            [difference.FirstVariance, difference.Covariance], [difference.Covariance, difference.SecondVariance],
        ];
        return new Answer().Set("C1", difference.First).Set("C0", difference.Second).Set("diff", difference.Estimate)
            .Set("se", difference.StandardError).Set("vcov", covariance);
    }

    static Answer OfTimeRoc(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        TimeDependentAuc[] areas = [.. input.Numbers("times").Select(time =>
            TimeDependentAuc.Of(model.FollowUps, model.LinearPredictors, time, TimeDependentAucConvention.TimeRoc))];
        var answer = new Answer().Set("auc", areas.Select(area => area.Estimate))
            .Set("n_cases", areas.Select(area => (double)area.Cases))
            .Set("n_censored", areas.Select(area => (double)area.Survivors));
        return input.Flag("se") ? answer.Set("se", areas.Select(area => area.StandardError)) : answer;
    }

    static Answer OfHeagerty(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        return new Answer().Set("auc_km", input.Numbers("times")
            .Select(time => HeagertyAuc.Of(model.FollowUps, model.LinearPredictors, time).Estimate));
    }

    static ConcordanceTimeWeight Weight(string name) => name switch
    {
        "n" => ConcordanceTimeWeight.EveryPair,
        "S" => ConcordanceTimeWeight.Survival,
        "S/G" => ConcordanceTimeWeight.SurvivalOverCensoring,
        "n/G2" => ConcordanceTimeWeight.InverseCensoring,
        "I" => ConcordanceTimeWeight.EveryEvent,
        _ => throw new ArgumentException($"Found the time weight {name}. Expected n, S, S/G, n/G2 or I.", nameof(name)),
    };
}
