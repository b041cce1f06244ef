using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Calibration, reclassification and decision curves at a horizon.</summary>
static class PredictionComparisonAnswers
{
    public static Answer Calibration(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var horizon = input.Number("horizon");
        var calibration = SurvivalCalibration.Of(
            model.FollowUps, model.RisksAt(horizon), horizon, input.Whole("n_groups", 5),
            Interval(input.Has("conf_type") ? input.Text("conf_type") : "log"), input.Number("level", absent: 0.95));
        double observed = model.FollowUps.Count(followUp => followUp.EventObserved);
        return new Answer()
            .Set("t", horizon)
            .Set("table", calibration.Groups.Select(group => (IEnumerable<double?>)
                [group.Participants, group.MeanPredicted, group.Observed, group.Confidence?.Lower, group.Confidence?.Upper]))
            .Set("slope", calibration.Slope).Set("O", observed)
            .Set("E", observed - model.Model.Residuals().Sum(residual => residual.Martingale));
    }

    public static Answer Reclassified(CaseInput input)
    {
        var (followUps, newRisks, oldRisks, horizon) = Risks(input);
        var ties = input.Has("censor_km") && input.Text("censor_km") == "deaths_first"
            ? CensoringTies.EventsFirst
            : CensoringTies.Together;
        var change = DiscriminationImprovement.AtHorizon(followUps, newRisks, oldRisks, horizon, ties);
        var continuous = Reclassification.AtHorizon(followUps, newRisks, oldRisks, horizon, null, ties);
        var categories = Reclassification.AtHorizon(followUps, newRisks, oldRisks, horizon, input.Numbers("cuts"), ties);
        return new Answer().Set("t", horizon)
            .Set("idi", change?.Estimate).Set("idi_cases", change?.InCases).Set("idi_controls", change?.InControls)
            .Set("cnri_cases", continuous?.InCases).Set("cnri_controls", continuous?.InControls)
            .Set("cnri", continuous?.Improvement)
            .Set("nri_up_cases", categories?.UpInCases).Set("nri_down_cases", categories?.DownInCases)
            .Set("nri_up_controls", categories?.UpInControls).Set("nri_down_controls", categories?.DownInControls)
            .Set("nri", categories?.Improvement);
    }

    public static Answer NetReclassification(CaseInput input)
    {
        var (followUps, newRisks, oldRisks, horizon) = Risks(input);
        var cuts = input.Numbers("cuts");
        var answer = new Answer();
        foreach (var method in input.Texts("point_methods"))
        {
            var moved = method == "km"
                ? Reclassification.ByKaplanMeier(followUps, newRisks, oldRisks, horizon, cuts)
                : Reclassification.AtHorizon(followUps, newRisks, oldRisks, horizon, cuts, CensoringTies.TogetherAtEvent);
            answer.Set(method, new Answer().Set("names", Array.Empty<double>()).Set("est", new double?[]
            {
                moved?.Improvement, moved?.InCases, moved?.InControls,
                moved?.UpInCases, moved?.DownInCases, moved?.DownInControls, moved?.UpInControls,
            }));
        }

        return answer;
    }

    public static Answer Decisions(CaseInput input)
    {
        var (followUps, newRisks, oldRisks, horizon) = Risks(input);
        var thresholds = input.Numbers("thresholds");
        var (fresh, old) = (DecisionCurve.AtHorizon(followUps, newRisks, horizon, thresholds).Points,
            DecisionCurve.AtHorizon(followUps, oldRisks, horizon, thresholds).Points);
        return new Answer().Set("t", horizon).Set("threshold", thresholds)
            .Set("nb_new", fresh.Select(point => point.NetBenefit)).Set("nb_old", old.Select(point => point.NetBenefit))
            .Set("nb_all", fresh.Select(point => point.TreatAll));
    }

    static (FollowUp[] FollowUps, double[] NewRisks, double[] OldRisks, double Horizon) Risks(CaseInput input)
    {
        var horizon = input.Number("horizon");
        var model = CoxPredictions.Of(input);
        return (model.FollowUps, model.RisksAt(horizon), CoxPredictions.Of(input, "covariates0").RisksAt(horizon), horizon);
    }

    static SurvivalIntervalType Interval(string name) => name switch
    {
        "log-log" => SurvivalIntervalType.LogLog,
        "plain" => SurvivalIntervalType.Plain,
        "logit" => SurvivalIntervalType.Logit,
        "arcsin" => SurvivalIntervalType.ArcSine,
        _ => SurvivalIntervalType.Log,
    };
}
