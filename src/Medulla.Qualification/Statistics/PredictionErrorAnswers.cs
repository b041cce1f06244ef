using Medulla.Statistics.Prediction;
using Medulla.Statistics.Survival;

namespace Medulla.Qualification.Statistics;

/// <summary>Brier scores and what belongs to them.</summary>
static class PredictionErrorAnswers
{
    public static Answer Brier(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var times = input.Numbers("times");
        var scores = times.Select(time => Score(model, model.RisksAt(time), time, Ties(input))).ToArray();
        var none = times.Select(time => Score(model, Everybody(model, time), time, Ties(input))).ToArray();
        return new Answer().Set("brier_model", scores).Set("brier_km", none)
            .Set("r2", scores.Zip(none, (score, without) => without > 0 ? 1 - score / without : (double?)null));
    }

    public static Answer ErrorCurve(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var times = input.Numbers("times").Where(time => time > 0).ToArray();

        // At time 0 nobody has had the event, and every model says so.
        return new Answer()
            .Set("times", [0, .. times])
            .Set("ref", [0, .. times.Select(time => Score(model, Everybody(model, time), time, Ties(input)))])
            .Set("model", [0, .. times.Select(time => Score(model, model.RisksAt(time), time, Ties(input)))]);
    }

    public static Answer Score(CaseInput input)
    {
        var model = CoxPredictions.Of(input);
        var times = input.Numbers("times");
        var level = input.Number("level", absent: 0.95);
        var rows = PredictionScore.Of(
            model.FollowUps, times, new PredictedRisks("m", [.. times.Select(model.RisksAt)])).Rows;
        var areas = rows.Select(row => row.Auc).OfType<TimeDependentAuc>().ToArray();
        return new Answer()
            .Set("auc", new Answer().Set("times", areas.Select(area => area.Time)).Set(
                "AUC", areas.Select(area => area.Estimate))
                .Set("se", areas.Select(area => area.StandardError))
                .Set("lower", areas.Select(area => area.Confidence(level)?.Lower))
                .Set("upper", areas.Select(area => area.Confidence(level)?.Upper)))
            .Set("brier", new Answer().Set("times", rows.Select(row => row.Time))
                .Set("Brier", rows.Select(row => row.Brier.Estimate)).Set("se", rows.Select(row => row.Brier.StandardError))
                .Set("IBS", rows.Select(row => row.IntegratedBrier)).Set("IPA", rows.Select(row => row.Ipa)));
    }

    static double Score(CoxPredictions model, double[] risks, double time, CensoringTies ties) =>
        BrierScore.Of(model.FollowUps, risks, time, ties).Estimate;

    static double[] Everybody(CoxPredictions model, double time)
    {
        var curve = KaplanMeier.Estimate(model.FollowUps);
        var survival = curve.Steps.LastOrDefault(step => step.Time <= time)?.Survival ?? 1;
        return [.. Enumerable.Repeat(1 - survival, model.FollowUps.Length)];
    }

    static CensoringTies Ties(CaseInput input) =>
        input.Has("censor_km") && input.Text("censor_km") == "deaths_first" ? CensoringTies.EventsFirst
            : CensoringTies.Together;
}
