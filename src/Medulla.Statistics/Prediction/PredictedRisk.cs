using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Risks at a horizon that a proportional hazards model predicts, from its linear predictor.</summary>
/// <remarks>
/// The cumulative baseline hazard is estimated with the linear predictor held fixed. Near ties are one time.
/// R: <c>1 - summary(survfit(coxph, newdata), times = horizon)$surv</c>. Sources: Breslow 1974; ties, Efron 1977.
/// </remarks>
public sealed class PredictedRisk
{
    readonly double[] times;
    readonly double[] hazards;

    PredictedRisk(double[] times, double[] hazards, CoxTies ties) => (this.times, this.hazards, Ties) = (times, hazards, ties);

    public CoxTies Ties { get; }

    /// <summary>The conventions in words.</summary>
    public string Convention => $"1 − exp(−baseline hazard × hazard ratio), {Ties} ties; R: survfit(coxph, newdata)";

    /// <param name="followUps">The cohort the model was fitted to, observed from time 0.</param>
    /// <param name="linearPredictors">Log hazard ratios of the cohort, on any common zero.</param>
    /// <param name="ties">As the model was fitted.</param>
    /// <exception cref="ArgumentException">Lengths differ, a predictor is not finite, or there are entry times.</exception>
    public static PredictedRisk Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> linearPredictors, CoxTies ties = CoxTies.Efron)
    {
        PredictionInput.Require(followUps, linearPredictors, nameof(linearPredictors));
        var tied = TiedTimes.Merge(followUps);
        var order = tied.Order;
        var (times, hazards) = (new List<double>(), new List<double>());
        var atRisk = 0.0;
        for (var end = order.Length; end > 0;)
        {
            double withEvent = 0;
            var events = 0;
            var time = tied.Times[order[end - 1]];
            for (; end > 0 && tied.Times[order[end - 1]] == time; end--)
            {
                var hazard = Math.Exp(linearPredictors[order[end - 1]]);
                atRisk += hazard;
                if (followUps[order[end - 1]].EventObserved)
                    (withEvent, events) = (withEvent + hazard, events + 1);
            }

            var increase = 0.0;
            for (var turn = 0; turn < events; turn++)
                increase += 1 / (ties == CoxTies.Efron ? atRisk - withEvent * turn / events : atRisk);
            if (events == 0)
                continue;
            times.Add(time);
            hazards.Add(increase);
        }

        times.Reverse();
        hazards.Reverse();
        for (var at = 1; at < hazards.Count; at++)
            hazards[at] += hazards[at - 1];
        return new PredictedRisk([.. times], [.. hazards], ties);
    }

    /// <summary>Cumulative hazard of a linear predictor of 0; past the last follow-up, its last value.</summary>
    public double CumulativeHazard(double time)
    {
        var found = Array.BinarySearch(times, time);
        var at = found >= 0 ? found : ~found - 1;
        return at < 0 ? 0 : hazards[at];
    }

    /// <summary>Probability of the event by the horizon.</summary>
    /// <param name="horizon">In the unit of the cohort.</param>
    /// <param name="linearPredictors">On the zero of the cohort's.</param>
    public double[] At(double horizon, IReadOnlyList<double> linearPredictors)
    {
        var hazard = CumulativeHazard(horizon);
        return [.. linearPredictors.Select(predictor => -ExpM1(-hazard * Math.Exp(predictor)))];
    }

    // e^x − 1 without losing the digits of a small risk.
    static double ExpM1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;
}
