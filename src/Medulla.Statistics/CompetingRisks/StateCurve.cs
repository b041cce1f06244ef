using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>The probability of a state from one time at which somebody's follow-up ended up to the next such time.</summary>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="AtRisk">Participants still followed and event-free just before this time.</param>
/// <param name="Events">Of the cause at this time; of all causes in the event-free curve.</param>
/// <param name="Probability">Of being in the state after this time.</param>
/// <param name="StandardError">Of <paramref name="Probability"/>; 0 where that is 0 or 1.</param>
/// <param name="Confidence">Pointwise interval; null where the probability is 0, and where its scale has no value.</param>
/// <param name="CumulativeHazard">Nelson–Aalen estimate of the cause; of all causes in the event-free curve.</param>
public readonly record struct StateStep(
    double Time, int AtRisk, int Events, double Probability, double StandardError, Interval? Confidence,
        double CumulativeHazard);

/// <summary>The cumulative incidence of one cause, or the probability of being free of all of them.</summary>
public sealed class StateCurve
{
    internal StateCurve(int? cause, ImmutableArray<StateStep> steps) => (Cause, Steps) = (cause, steps);

    /// <summary>Null for the event-free state.</summary>
    public int? Cause { get; }

    /// <summary>Earliest first. Never empty.</summary>
    public ImmutableArray<StateStep> Steps { get; }

    /// <summary>Participants who had the event; 0 for the event-free state.</summary>
    public int Events => Cause is null ? 0 : Steps.Sum(step => step.Events);

    /// <summary>The last step at or before a time; before the first it is where all begin. Null beyond the last
    /// follow-up.</summary>
    public StateStep? At(double time)
    {
        if (time > Steps[^1].Time)
            return null;

        var (low, high) = (0, Steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Steps[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? Steps[low - 1]
            : new StateStep(time, Steps[0].AtRisk, 0, Cause is null ? 1 : 0, 0, Cause is null ? new Interval(1, 1) : null, 0);
    }
}
