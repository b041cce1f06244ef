using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Net benefit of treating those at or above a threshold of risk.</summary>
/// <param name="Threshold">Risk at which one would just treat.</param>
/// <param name="Treated">Share at or above it.</param>
/// <param name="NetBenefit">True positives minus false positives weighed by the odds of the threshold, per participant.</param>
/// <param name="TreatAll">Net benefit of treating everybody; treating nobody has 0.</param>
public sealed record DecisionPoint(double Threshold, double Treated, double NetBenefit, double TreatAll)
{
    /// <summary>Treatments spared per participant at the same number of events missed, against treating everybody.</summary>
    public double InterventionsAvoided => (NetBenefit - TreatAll) * (1 - Threshold) / Threshold;
}

/// <summary>Whether acting on a model does more good than treating all or none, over thresholds.</summary>
/// <remarks>
/// R: <c>dcurves::dca</c>. With censoring, the share with the event among those treated is 1 minus its Kaplan–Meier curve.
/// Sources: Vickers &amp; Elkin 2006; censoring, Vickers, Cronin, Elkin &amp; Gonen 2008.
/// </remarks>
public sealed class DecisionCurve
{
    DecisionCurve(ImmutableArray<DecisionPoint> points, bool censored) => (Points, Censored) = (points, censored);

    /// <summary>One per threshold, in the order given.</summary>
    public ImmutableArray<DecisionPoint> Points { get; }

    /// <summary>Whether the outcome is an event by a horizon.</summary>
    public bool Censored { get; }

    /// <summary>The conventions in words.</summary>
    public string Convention => Censored
        ? "Net benefit at a horizon, positive at risk ≥ threshold, Kaplan–Meier among positives; "
            + "R: dcurves::dca(Surv(...) ~ risk)"
        : "Net benefit, positive at risk ≥ threshold; R: dcurves::dca(outcome ~ risk)";

    /// <param name="outcomes">True for a case.</param>
    /// <param name="risks">One per participant.</param>
    /// <param name="thresholds">Each from 0 on, below 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a risk or threshold is not a probability.</exception>
    public static DecisionCurve Of(IReadOnlyList<bool> outcomes, IReadOnlyList<double> risks, IReadOnlyList<double> thresholds)
    {
        PredictionInput.RequireRisks(outcomes.Count, risks, nameof(risks));
        RequireThresholds(thresholds);
        double count = outcomes.Count;
        var prevalence = outcomes.Count(outcome => outcome) / count;
        return new DecisionCurve([.. thresholds.Select(threshold =>
        {
            double cases = 0, controls = 0;
            for (var row = 0; row < risks.Count; row++)
                if (risks[row] >= threshold)
                    (cases, controls) = outcomes[row] ? (cases + 1, controls) : (cases, controls + 1);
            var odds = threshold / (1 - threshold);
            return new DecisionPoint(threshold, (cases + controls) / count, cases / count - odds * controls / count,
                prevalence - odds * (1 - prevalence));
        })], censored: false);
    }

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="risks">Of the event by the horizon.</param>
    /// <param name="horizon">Above 0.</param>
    /// <param name="thresholds">Each from 0 on, below 1.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a risk or threshold is not a probability, or there are entry times.
    /// </exception>
    public static DecisionCurve AtHorizon(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> risks, double horizon, IReadOnlyList<double> thresholds)
    {
        PredictionInput.Require(followUps, risks, nameof(risks));
        PredictionInput.RequireRisks(followUps.Count, risks, nameof(risks));
        RequireThresholds(thresholds);
        var all = SurvivalShare.At(followUps, horizon);
        return new DecisionCurve([.. thresholds.Select(threshold =>
        {
            FollowUp[] treated = [.. followUps.Where((_, row) => risks[row] >= threshold)];
            var odds = threshold / (1 - threshold);
            var share = (double)treated.Length / followUps.Count;
            var survival = treated.Length == 0 ? 1 : SurvivalShare.At(treated, horizon);
            return new DecisionPoint(threshold, share, share * (1 - survival - survival * odds), 1 - all - all * odds);
        })], censored: true);
    }

    static void RequireThresholds(IReadOnlyList<double> thresholds)
    {
        for (var index = 0; index < thresholds.Count; index++)
            if (thresholds[index] is not (>= 0 and < 1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the threshold {thresholds[index]} at index {index}. Expected from 0 on, and below 1."),
                        nameof(thresholds));
    }
}
