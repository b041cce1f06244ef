namespace Medulla.Statistics.Survival;

/// <summary>Is there a direction in which the likelihood rises for ever?</summary>
/// <remarks>Sources: monotone likelihood, Bryson &amp; Johnson 1981; its remedy, Heinze &amp; Schemper 2001.</remarks>
static class CoxSeparation
{
    // Standardised columns hold some 15 digits: below this, two values are one.
    const double Rounding = 1e-9;

    /// <summary>A column that does not take part in the separation has stopped moving long before.</summary>
    public const double StillMoving = 1e-4;

    /// <summary>At no event time does anybody at risk lie further along the step than all those with the event.</summary>
    /// <param name="sets">The cohort.</param>
    /// <param name="step">The latest Newton step, which turns into that direction where there is one.</param>
    public static bool Along(CoxRiskSets sets, ReadOnlySpan<double> step)
    {
        var longest = 0.0;
        foreach (var part in step)
            longest = Math.Max(longest, Math.Abs(part));
        var strict = false;
        HashSet<int>? present = sets.Truncated ? [] : null;
        var (furthest, nearest, section, from) = (double.NegativeInfinity, double.PositiveInfinity, 0, 0);
        foreach (var point in sets.Steps.AsSpan(0, sets.StepCount))
        {
            if (point.Begins)
                (furthest, nearest, section) = (double.NegativeInfinity, double.PositiveInfinity, from);
            if (from < point.End && sets.Weights[from] < 0)
            {
                // Somebody quit: look at all who are still there.
                (furthest, nearest) = (double.NegativeInfinity, double.PositiveInfinity);
                for (var element = from; element < point.End && sets.Weights[element] < 0; element++)
                    present?.Remove(sets.Rows[element]);
                for (var element = section; element < from; element++)
                    if (sets.Weights[element] > 0 && present?.Contains(sets.Rows[element]) == true)
                        Widen(Place(sets, step, longest, element), ref furthest, ref nearest);
            }

            for (var element = from; element < point.End; element++)
                if (sets.Weights[element] > 0)
                {
                    present?.Add(sets.Rows[element]);
                    Widen(Place(sets, step, longest, element), ref furthest, ref nearest);
                }

            for (var element = point.EventsFrom; element < point.End; element++)
                if (Place(sets, step, longest, element) < furthest - Rounding)
                    return false;
            strict |= nearest < furthest - Rounding;
            from = point.End;
        }

        return strict;
    }

    static void Widen(double place, ref double furthest, ref double nearest) =>
        (furthest, nearest) = (Math.Max(furthest, place), Math.Min(nearest, place));

    static double Place(CoxRiskSets sets, ReadOnlySpan<double> step, double longest, int element)
    {
        var place = 0.0;
        for (var column = 0; column < step.Length; column++)
            if (Math.Abs(step[column]) >= StillMoving * longest)
                place += step[column] / longest * sets.Values[column * sets.Stride + element];
        return place;
    }
}
