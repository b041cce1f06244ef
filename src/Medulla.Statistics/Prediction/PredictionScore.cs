using System.Collections.Immutable;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Risks that one model predicts, at several times.</summary>
/// <param name="Name">Of the model.</param>
/// <param name="Risks">For each time, one risk per participant.</param>
public sealed record PredictedRisks(string Name, IReadOnlyList<IReadOnlyList<double>> Risks);

/// <summary>Measures of one model at one time.</summary>
/// <param name="Model">Its name; of the Kaplan–Meier curve of everybody, <see cref="PredictionScore.NullModel"/>.</param>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="Auc">Null for the null model.</param>
/// <param name="Brier">With its standard error.</param>
/// <param name="Ipa">
/// 1 − Brier / Brier of the null model: index of prediction accuracy, scaled Brier score or R². Null where the null model's is
/// 0.
/// </param>
/// <param name="IntegratedBrier">
/// Mean of the Brier scores from 0 to the time, each score holding until the next time; 0 at the first time.
/// </param>
public sealed record PredictionScoreRow(
    string Model, double Time, TimeDependentAuc? Auc, BrierScore Brier, double? Ipa, double IntegratedBrier);

/// <summary>Discrimination and overall accuracy of models at several times, beside a model that knows nothing.</summary>
/// <remarks>
/// R: <c>riskRegression::Score(list(fit), Surv(time, event) ~ 1, times = , metrics = c("auc", "brier"), summary = c("ibs",
/// "ipa"), cens.model = "km")</c>. Sources: Graf, Schmoor, Sauerbrei &amp; Schumacher 1999; Kattan &amp; Gerds 2018.
/// </remarks>
public sealed class PredictionScore
{
    public const string NullModel = "Null model";

    PredictionScore(ImmutableArray<PredictionScoreRow> rows) => Rows = rows;

    /// <summary>The null model at all times, then each model at all times.</summary>
    public ImmutableArray<PredictionScoreRow> Rows { get; }

    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "AUC and Brier score with Kaplan–Meier censoring weights, events first, influence-function standard errors; "
            + "R: riskRegression::Score(cens.model = \"km\", summary = c(\"ibs\", \"ipa\"))";

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="times">Rising, above 0.</param>
    /// <param name="models">Each with risks for each time.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a risk is not a probability, times do not rise, or there are entry times.
    /// </exception>
    public static PredictionScore Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> times, params IReadOnlyList<PredictedRisks> models)
    {
        PredictionInput.RequireRising(times, nameof(times));
        PredictionInput.Require(followUps, new double[followUps.Count], nameof(followUps));
        foreach (var model in models)
            if (model.Risks.Count != times.Count)
                throw new ArgumentException(
                    $"Found risks at {model.Risks.Count} times from {model.Name}. Expected {times.Count}, one list per time.",
                    nameof(models));
        var censoring = CensoringCurve.Of(followUps, CensoringTies.EventsFirst);
        HorizonOutcome[] outcomes = [.. times.Select(time =>
            HorizonOutcome.At(followUps, null, 0, time, CensoringTies.EventsFirst, censoring: censoring))];
        BrierScore[] none = [.. outcomes.Select(outcome => BrierScore.Of(outcome,
            [.. Enumerable.Repeat(1 - SurvivalShare.At(followUps, outcome.Time), followUps.Count)],
                CensoringTies.EventsFirst))];

        var rows = ImmutableArray.CreateBuilder<PredictionScoreRow>();
        var integrated = Integrated(none);
        for (var at = 0; at < times.Count; at++)
            rows.Add(new PredictionScoreRow(
                NullModel, times[at], null, none[at], none[at].Estimate > 0 ? 0 : null, integrated[at]));
        foreach (var model in models)
        {
            BrierScore[] scores = [.. outcomes.Select(
                (outcome, at) => BrierScore.Of(outcome, model.Risks[at], CensoringTies.EventsFirst))];
            integrated = Integrated(scores);
            for (var at = 0; at < times.Count; at++)
                rows.Add(new PredictionScoreRow(
                    model.Name, times[at], TimeDependentAuc.Of(outcomes[at], model.Risks[at]), scores[at],
                    none[at].Estimate > 0 ? 1 - scores[at].Estimate / none[at].Estimate : null, integrated[at]));
        }

        return new PredictionScore(rows.ToImmutable());
    }

    static double[] Integrated(BrierScore[] scores)
    {
        var means = new double[scores.Length];
        var sum = 0.0;
        for (var at = 1; at < scores.Length; at++)
        {
            sum += (scores[at].Time - scores[at - 1].Time) * scores[at - 1].Estimate;
            means[at] = sum / scores[at].Time;
        }

        return means;
    }
}
