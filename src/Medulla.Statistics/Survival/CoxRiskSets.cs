using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public CoxRiskSets(int columns, int elements, int steps, bool hasOffsets = false)
        : this(columns, GC.AllocateUninitializedArray<int>(elements), GC.AllocateUninitializedArray<CoxStep>(steps), elements,
            hasOffsets)
    {
    }

    /// <summary>Takes over the arrays.</summary>
    public CoxRiskSets(int columns, int[] rows, CoxStep[] steps, int elements, bool hasOffsets)
    {
        Columns = columns;
        Stride = (elements + 7) / 4 * 4;
        Values = GC.AllocateUninitializedArray<double>(columns * Stride);
        Weights = GC.AllocateUninitializedArray<double>(Stride);
        EventWeights = GC.AllocateUninitializedArray<double>(Stride);
        Offsets = new double[hasOffsets ? Stride : 0];
        Rows = rows;
        Steps = steps;
        TiedSteps = GC.AllocateUninitializedArray<int>(steps.Length);
        Beginnings = GC.AllocateUninitializedArray<int>(steps.Length);
        (EventSums, Reaches) = (new double[columns], new double[columns]);
    }

    public int Columns { get; }

    /// <summary>From one column of <see cref="Values"/> to the next; a multiple of 4, at least 4 more than elements.</summary>
    public int Stride { get; }

    /// <summary>Elements in use.</summary>
    public int Length { get; set; }

    /// <summary>Standardised, column after column.</summary>
    public double[] Values { get; }

    public double[] Weights { get; }

    /// <summary>All weights in use are 1.</summary>
    public bool Unweighted { get; set; }

    /// <summary>Empty where all are 0.</summary>
    public double[] Offsets { get; }

    public bool HasOffsets => Offsets.Length > 0;

    /// <summary>The weight of each element that has the event, and 0.</summary>
    public double[] EventWeights { get; }

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

    /// <summary>The largest absolute value of each column.</summary>
    public double[] Reaches { get; }

    /// <summary>Steps of more than one event, latest first.</summary>
    public int[] TiedSteps { get; }

    public int TiedStepCount { get; private set; }

    /// <summary>First element of each section.</summary>
    public int[] Beginnings { get; }

    public int Sections { get; private set; }

    public double OffsetOf(int element) => HasOffsets ? Offsets[element] : 0;

    public ReadOnlySpan<double> Column(int column) => Values.AsSpan(column * Stride, Length);

    /// <summary>Fills all that follows from the elements and steps.</summary>
    public void SumEvents()
    {
        (EventOffsets, Sections, TiedStepCount) = (0, 0, 0);
        EventWeights.AsSpan(0, Length + 4).Clear();
        for (int place = 0, start = 0; place < StepCount; place++)
        {
            ref readonly var step = ref Steps[place];
            if (step.Begins)
                Beginnings[Sections++] = start;
            if (step.Events > 1)
                TiedSteps[TiedStepCount++] = place;
            for (var element = step.EventsFrom; element < step.End; element++)
            {
                EventWeights[element] = Weights[element];
                EventOffsets += Weights[element] * OffsetOf(element);
            }

            start = step.End;
        }

        for (var column = 0; column < Columns; column++)
        {
            Values.AsSpan(column * Stride + Length, 4).Clear();
            SumEvents(column);
        }
    }

    void SumEvents(int column)
    {
        var filled = (Length + 3) / 4 * 4;
        var values = MemoryMarshal.Cast<double, Vector256<double>>(Values.AsSpan(column * Stride, filled));
        var weights = MemoryMarshal.Cast<double, Vector256<double>>(EventWeights.AsSpan(0, filled))[..values.Length];
        var (sum, reach) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var place = 0; place < values.Length; place++)
        {
            sum = Vector256.FusedMultiplyAdd(weights[place], values[place], sum);
            reach = Vector256.Max(reach, Vector256.Abs(values[place]));
        }

        EventSums[column] = Vector256.Sum(sum);
        Reaches[column] = Math.Max(Math.Max(reach[0], reach[1]), Math.Max(reach[2], reach[3]));
    }

    /// <summary>Takes over a resample: each participant as often as counted, without allocation.</summary>
    /// <param name="cohort">At least as many elements and steps fit here as it has.</param>
    /// <param name="counts">One per participant.</param>
    /// <returns>False when nobody drawn has the event.</returns>
    public bool Resample(CoxRiskSets cohort, ReadOnlySpan<int> counts)
    {
        var (length, steps, from) = (0, 0, 0);
        var beginning = true;
        Truncated = cohort.Truncated;
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
        SumEvents();
        return steps > 0;
    }

    int Take(CoxRiskSets cohort, int element, int count, int place)
    {
        Rows[place] = cohort.Rows[element];
        Weights[place] = count * cohort.Weights[element];
        if (HasOffsets)
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
[StructLayout(LayoutKind.Auto)]
readonly record struct CoxStep(int End, int EventsFrom, int Events, double Weight, double Time, bool Begins);
