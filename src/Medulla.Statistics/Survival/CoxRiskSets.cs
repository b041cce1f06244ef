namespace Medulla.Statistics.Survival;

/// <summary>
/// A cohort as the partial likelihood meets it, latest time first, in flat arrays: who joins and who quits the risk set
/// before each event time, and who has the event.
/// </summary>
/// <remarks>
/// An element is a participant joining (weight positive) or, under left truncation, quitting (weight negative). A risk set is
/// the elements of one section up to the end of its step. Sections (strata, and stretches of time between which nobody is at
/// risk) share nothing. Within a step those who quit come first, then those who join, those with the event last.
/// Participants who are at risk at no event time do not appear.
/// </remarks>
sealed class CoxRiskSets
{
    public CoxRiskSets(int columns, int elements, int steps)
    {
        Columns = columns;
        Stride = (elements + 3) / 4 * 4;
        Values = new double[columns * Stride];
        Weights = new double[Stride];
        Offsets = new double[Stride];
        Rows = new int[elements];
        Steps = new CoxStep[steps];
        EventSums = new double[columns];
    }

    public int Columns { get; }

    /// <summary>From one column of <see cref="Values"/> to the next; a multiple of 4, filled up with weights of 0.</summary>
    public int Stride { get; }

    /// <summary>Elements in use.</summary>
    public int Length { get; set; }

    /// <summary>Standardised, column after column.</summary>
    public double[] Values { get; }

    public double[] Weights { get; }

    public double[] Offsets { get; }

    public bool HasOffsets { get; set; }

    /// <summary>Some elements quit.</summary>
    public bool Truncated { get; set; }

    /// <summary>The participant of each element.</summary>
    public int[] Rows { get; }

    public int StepCount { get; set; }

    /// <summary>One per event time of each section, latest first.</summary>
    public CoxStep[] Steps { get; }

    /// <summary>Σ weight × column over the events; the part of the score that does not depend on the coefficients.</summary>
    public double[] EventSums { get; }

    /// <summary>Σ weight × offset over the events.</summary>
    public double EventOffsets { get; set; }

    public int Sections { get; private set; }

    public ReadOnlySpan<double> Column(int column) => Values.AsSpan(column * Stride, Length);

    /// <summary>Fills the sums over events from the elements and steps.</summary>
    public void SumEvents()
    {
        (EventOffsets, Sections) = (0, 0);
        Array.Clear(EventSums);
        for (var place = 0; place < StepCount; place++)
        {
            Sections += Steps[place].Begins ? 1 : 0;
            for (var element = Steps[place].EventsFrom; element < Steps[place].End; element++)
            {
                EventOffsets += Weights[element] * Offsets[element];
                for (var column = 0; column < Columns; column++)
                    EventSums[column] += Weights[element] * Values[column * Stride + element];
            }
        }
    }

    /// <summary>Takes over a resample: each participant as often as counted, without allocation.</summary>
    /// <param name="cohort">At least as many elements and steps fit here as it has.</param>
    /// <param name="counts">One per participant.</param>
    /// <returns>False when nobody drawn has the event.</returns>
    public bool Resample(CoxRiskSets cohort, ReadOnlySpan<int> counts)
    {
        var (length, steps, from) = (0, 0, 0);
        var beginning = true;
        (HasOffsets, Truncated) = (cohort.HasOffsets, cohort.Truncated);
        foreach (var step in cohort.Steps.AsSpan(0, cohort.StepCount))
        {
            if (step.Begins)
            {
                // Whoever joined after the last event drawn of a section is at risk at none.
                length = steps == 0 ? 0 : Steps[steps - 1].End;
                beginning = true;
            }

            for (var element = from; element < step.EventsFrom; element++)
                if (counts[cohort.Rows[element]] > 0)
                    length = Take(cohort, element, counts[cohort.Rows[element]], length);
            var (eventsFrom, events, weight) = (length, 0, 0.0);
            for (var element = step.EventsFrom; element < step.End; element++)
            {
                var count = counts[cohort.Rows[element]];
                if (count == 0)
                    continue;
                length = Take(cohort, element, count, length);
                events += count;
                weight += Weights[length - 1];
            }

            from = step.End;
            if (events == 0)
                continue;
            Steps[steps++] = new CoxStep(length, eventsFrom, events, weight, step.Time, beginning);
            beginning = false;
        }

        (Length, StepCount) = (steps == 0 ? 0 : Steps[steps - 1].End, steps);
        for (var element = Length; element < (Length + 3) / 4 * 4; element++)
            Clear(element);
        SumEvents();
        return steps > 0;
    }

    void Clear(int element)
    {
        (Weights[element], Offsets[element]) = (0, 0);
        for (var column = 0; column < Columns; column++)
            Values[column * Stride + element] = 0;
    }

    int Take(CoxRiskSets cohort, int element, int count, int place)
    {
        Rows[place] = cohort.Rows[element];
        Weights[place] = count * cohort.Weights[element];
        Offsets[place] = cohort.Offsets[element];
        for (var column = 0; column < Columns; column++)
            Values[column * Stride + place] = cohort.Values[column * cohort.Stride + element];
        return place + 1;
    }
}

/// <summary>One event time of one section.</summary>
/// <param name="End">Elements before this place belong to it or to later times.</param>
/// <param name="EventsFrom">From here to <paramref name="End"/> have the event.</param>
/// <param name="Events">How many, a participant drawn twice counting twice.</param>
/// <param name="Weight">Σ of their weights.</param>
/// <param name="Time">After rounding has been taken out.</param>
/// <param name="Begins">A section begins: nobody of the elements before is at risk.</param>
readonly record struct CoxStep(int End, int EventsFrom, int Events, double Weight, double Time, bool Begins);
