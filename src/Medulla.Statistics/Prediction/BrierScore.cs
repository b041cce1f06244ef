using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Mean squared distance between predicted risk at a time and what happened.</summary>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="Estimate">
/// From 0 (every prediction right and certain); the risk of the whole cohort as prediction gives at most 0.25.
/// </param>
/// <param name="StandardError">From the influence functions, censoring weights included.</param>
/// <remarks>
/// Events by t weigh 1 / G(T−), participants followed beyond 1 / G(t), the rest 0; the sum is divided by the number of
/// participants. R: <c>riskRegression::Score(metrics = "brier")</c> and <c>pec(cens.model = "marginal")</c> for
/// <see cref="CensoringTies.EventsFirst"/>; the standard error is that of Score there.
/// Sources: Brier 1950; censoring weights, Graf, Schmoor, Sauerbrei &amp; Schumacher 1999; Gerds &amp; Schumacher 2006.
/// </remarks>
public sealed record BrierScore(double Time, double Estimate, double StandardError)
{
    /// <summary>Of events and censoring at one time.</summary>
    public CensoringTies Ties { get; init; }

    /// <summary>The conventions in words.</summary>
    public string Convention => Ties == CensoringTies.EventsFirst
        ? "Brier score, Kaplan–Meier censoring weights, events first; R: riskRegression::Score(metrics = \"brier\")"
        : "Brier score, Kaplan–Meier censoring weights, G = survfit(Surv(time, 1 - event) ~ 1)";

    /// <summary>Not cut at 0, as in R.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * StandardError;
        return new Interval(Estimate - halfWidth, Estimate + halfWidth);
    }

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="risks">Predicted probability of the event by the time, one per participant.</param>
    /// <param name="time">Above 0; followed beyond by somebody, or the score says little.</param>
    /// <param name="ties">Events first unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not a probability, or there are entry times.</exception>
    public static BrierScore Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> risks, double time,
        CensoringTies ties = CensoringTies.EventsFirst)
    {
        PredictionInput.Require(followUps, risks, nameof(risks));
        return Of(HorizonOutcome.At(followUps, null, 0, time, ties), risks, ties);
    }

    /// <summary>Of one cause among competing ones: those with another event count as without.</summary>
    /// <param name="followUps">An event is one of any cause.</param>
    /// <param name="causes">Code of the event; not read where censored.</param>
    /// <param name="cause">The code of interest.</param>
    /// <param name="risks">Predicted cumulative incidence of the cause at the time.</param>
    /// <param name="time">Above 0.</param>
    /// <param name="ties">Events first unless said otherwise.</param>
    public static BrierScore OfCause(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<int> causes, int cause, IReadOnlyList<double> risks, double time,
        CensoringTies ties = CensoringTies.EventsFirst)
    {
        PredictionInput.Require(followUps, risks, nameof(risks));
        return Of(HorizonOutcome.At(followUps, causes, cause, time, ties), risks, ties);
    }

    /// <summary>Of a yes-or-no outcome, everybody's known.</summary>
    /// <param name="outcomes">One per participant.</param>
    /// <param name="risks">One per participant.</param>
    public static double OfOutcomes(IReadOnlyList<bool> outcomes, IReadOnlyList<double> risks)
    {
        PredictionInput.RequireRisks(outcomes.Count, risks, nameof(risks));
        var sum = 0.0;
        for (var row = 0; row < risks.Count; row++)
            sum += outcomes[row] ? (1 - risks[row]) * (1 - risks[row]) : risks[row] * risks[row];
        return sum / risks.Count;
    }

    internal static BrierScore Of(HorizonOutcome outcome, IReadOnlyList<double> risks, CensoringTies ties)
    {
        PredictionInput.RequireRisks(outcome.CaseWeights.Length, risks, nameof(risks));
        var count = risks.Count;
        var (losses, shares) = (new double[count], new double[count]);
        double sum = 0, beyond = 0;
        for (var row = 0; row < count; row++)
        {
            var wrong = outcome.CaseWeights[row] > 0 ? 1 - risks[row] : risks[row];
            losses[row] = outcome.Weight(row) * wrong * wrong;
            sum += losses[row];
            if (outcome.SurvivorWeights[row] > 0)
                beyond += losses[row] / count;
            else
                shares[row] = losses[row] / count;
        }

        var estimate = sum / count;
        var influences = outcome.Censoring.Influences(shares, beyond, outcome.Time);
        for (var row = 0; row < count; row++)
            influences[row] += losses[row] - estimate;
        var mean = influences.Average();
        var variance = count > 1 ? influences.Sum(one => (one - mean) * (one - mean)) / (count - 1) / count : 0;
        return new BrierScore(outcome.Time, estimate, Math.Sqrt(variance)) { Ties = ties };
    }
}
