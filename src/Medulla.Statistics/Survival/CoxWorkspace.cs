using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Cox regressions of one data set after another, without allocating: for simulated trials.</summary>
/// <remarks>
/// One per thread. The numbers are those of <see cref="CoxRegression"/> of right-censored follow-up without weights or strata.
/// <code>
/// var cox = new CoxWorkspace(capacity: 86, columns: 1);
/// foreach (var (times, events, marker) in trials)
///     if (cox.Fit(times, events, marker) is null)
///         use(cox.Coefficients[0], cox.StandardErrors[0]);
/// </code>
/// R: <c>coxph(Surv(time, event) ~ ...)</c> in a loop. Sources: Cox 1972; Efron 1977; Breslow 1974.
/// </remarks>
public sealed class CoxWorkspace
{
    readonly double[] times;
    readonly int[] order;
    readonly double[] scales;
    readonly double[] coefficients;
    readonly double[] standardErrors;
    readonly double[] unit;
    readonly CoxRiskSets riskSets;
    readonly CoxMaximum maximum;

    /// <param name="capacity">The most participants of a data set.</param>
    /// <param name="columns">At least 1, the same in every data set.</param>
    /// <param name="ties">Efron's or Breslow's.</param>
    /// <exception cref="ArgumentException">The ties are exact.</exception>
    public CoxWorkspace(int capacity, int columns, CoxTies ties = CoxTies.Efron)
    {
        if (ties == CoxTies.Exact)
            throw new ArgumentException("Found exact ties. Expected Efron's or Breslow's for many fits.", nameof(ties));
        (times, order) = (new double[capacity], new int[capacity]);
        (scales, coefficients) = (new double[columns], new double[columns]);
        (standardErrors, unit) = (new double[columns], new double[columns]);
        riskSets = new CoxRiskSets(columns, capacity, capacity);
        maximum = new CoxMaximum(new CoxLikelihood(riskSets, ties));
    }

    /// <summary>Log hazard ratios per unit of each column; of the last data set that had an answer.</summary>
    public ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>From the observed information.</summary>
    public ReadOnlySpan<double> StandardErrors => standardErrors;

    /// <param name="followUpTimes">0 or more, and finite; at most as many as the capacity.</param>
    /// <param name="events">One per time: whether the event ended follow-up.</param>
    /// <param name="columns">Finite; all times' values of the first column, then those of the next.</param>
    /// <returns>Null when the model was fitted; else why not.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or exceed the capacity, or a number cannot be.</exception>
    public NotEstimableCause? Fit(
        ReadOnlySpan<double> followUpTimes, ReadOnlySpan<bool> events, ReadOnlySpan<double> columns)
    {
        var participants = followUpTimes.Length;
        if (participants > times.Length || events.Length != participants || columns.Length != participants * scales.Length)
            throw new ArgumentException(
                $"Found {participants} times, {events.Length} events and {columns.Length} values. Expected one event and "
                    + $"{scales.Length} values per time, and at most {times.Length} times.", nameof(followUpTimes));
        RequireUsable(followUpTimes, columns);
        followUpTimes.CopyTo(times);
        for (var place = 0; place < participants; place++)
            order[place] = place;
        var sorted = times.AsSpan(0, participants);
        AscendingOrder.Sort(sorted, order.AsSpan(0, participants));
        NearTies.Merge(sorted);
        if (!Arrange(sorted, events))
            return NotEstimableCause.NoEvents;

        for (var column = 0; column < scales.Length; column++)
            (_, scales[column]) = CoxDesign.Standardise(
                riskSets, column, columns.Slice(column * participants, participants));
        riskSets.SumEvents();
        Array.Clear(maximum.Coefficients);
        if (maximum.Climb() is { } cause)
            return cause;
        for (var column = 0; column < scales.Length; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            Cholesky.SolveLower(maximum.Factor, unit.Length, unit);
            var variance = 0.0;
            foreach (var part in unit)
                variance += part * part;
            coefficients[column] = maximum.Coefficients[column] / scales[column];
            standardErrors[column] = Math.Sqrt(variance) / scales[column];
        }

        return null;
    }

    static void RequireUsable(ReadOnlySpan<double> followUpTimes, ReadOnlySpan<double> columns)
    {
        for (var place = 0; place < followUpTimes.Length; place++)
            if (followUpTimes[place] is not (>= 0 and < double.PositiveInfinity))
                throw new ArgumentException(
                    $"Found a time at index {place} that is negative or not finite. Expected 0 or more.",
                    nameof(followUpTimes));
        for (var place = 0; place < columns.Length; place++)
            if (!double.IsFinite(columns[place]))
                throw new ArgumentException(
                    $"Found a value at index {place} that is not finite. Expected a number.", nameof(columns));
    }

    // Latest first; at each time those censored, then those with the event.
    bool Arrange(ReadOnlySpan<double> sorted, ReadOnlySpan<bool> events)
    {
        var (length, steps, lastEnd) = (0, 0, 0);
        for (int to = sorted.Length, from; to > 0; to = from)
        {
            from = to - 1;
            while (from > 0 && sorted[from - 1] == sorted[to - 1])
                from--;
            for (var place = from; place < to; place++)
                if (!events[order[place]])
                    riskSets.Rows[length++] = order[place];
            var eventsFrom = length;
            for (var place = from; place < to; place++)
                if (events[order[place]])
                    riskSets.Rows[length++] = order[place];
            if (length == eventsFrom)
                continue;
            riskSets.Steps[steps] = new CoxStep(
                length, eventsFrom, length - eventsFrom, length - eventsFrom, sorted[from], Begins: steps == 0);
            steps++;
            lastEnd = length;
        }

        (riskSets.Length, riskSets.StepCount) = (lastEnd, steps);
        riskSets.Weights.AsSpan(0, lastEnd).Fill(1);
        riskSets.Unweighted = true;
        return steps > 0;
    }
}
