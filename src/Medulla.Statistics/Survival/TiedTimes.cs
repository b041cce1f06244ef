using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Follow-up times with those that differ by rounding alone made equal, and their order.</summary>
/// <remarks>What counts as one time: <see cref="NearTies"/>.</remarks>
sealed class TiedTimes
{
    double[]? times;
    double[]? entries;

    TiedTimes(double[] ends, int[] order, double[]? times, double[]? entries) =>
        (Ends, Order, this.times, this.entries, Truncated) = (ends, order, times, entries, entries is not null);

    /// <summary>When follow-up ended, one per participant in the order given.</summary>
    public double[] Times => times ??= InOrderGiven();

    /// <summary>When follow-up ended, earliest first.</summary>
    public double[] Ends { get; }

    /// <summary>When observation began; −∞ for those observed from time 0.</summary>
    public double[] Entries => entries ??= Always(double.NegativeInfinity, Ends.Length);

    /// <summary>Whether somebody's observation began after time 0, or was said to begin at it.</summary>
    public bool Truncated { get; }

    /// <summary>Places of the participants, earliest end of follow-up first.</summary>
    public int[] Order { get; }

    /// <param name="cohort">Usable follow-up.</param>
    /// <param name="mergeRounding">False to keep every double its own time.</param>
    /// <exception cref="ArgumentException">Somebody's entry and end differ by rounding alone.</exception>
    public static TiedTimes Merge(IReadOnlyList<FollowUp> cohort, bool mergeRounding = true)
    {
        var followUps = FollowUp.Span(cohort);
        var count = followUps.Length;
        var entered = 0;
        foreach (ref readonly var followUp in followUps)
            entered += followUp.EntryTime is null ? 0 : 1;

        // Ends first, then entries: one list, so that an entry and an end can be one time.
        var sorted = GC.AllocateUninitializedArray<double>(count + entered);
        var places = GC.AllocateUninitializedArray<int>(count + entered);
        var next = count;
        for (var place = 0; place < count; place++)
        {
            sorted[place] = followUps[place].Time;
            places[place] = place;
            if (followUps[place].EntryTime is { } entry)
            {
                sorted[next] = entry;
                places[next++] = count + place;
            }
        }

        AscendingOrder.Sort(sorted, places);
        if (mergeRounding)
            NearTies.Merge(sorted);

        if (entered == 0)
            return new TiedTimes(sorted, places, times: null, entries: null);

        var given = new double[count];
        var begins = Always(double.NegativeInfinity, count);
        var (ends, order) = (new double[count], new int[count]);
        next = 0;
        for (var place = 0; place < sorted.Length; place++)
        {
            if (places[place] >= count)
            {
                begins[places[place] - count] = sorted[place];
                continue;
            }

            given[places[place]] = ends[next] = sorted[place];
            order[next++] = places[place];
        }

        for (var place = 0; place < count; place++)
            if (begins[place] >= given[place])
                throw new ArgumentException(
                    $"Found an entry and a time that differ by rounding alone at index {place}. "
                        + "Expected time under observation.",
                    nameof(cohort));
        return new TiedTimes(ends, order, given, begins);
    }

    double[] InOrderGiven()
    {
        var given = GC.AllocateUninitializedArray<double>(Ends.Length);
        for (var place = 0; place < given.Length; place++)
            given[Order[place]] = Ends[place];
        return given;
    }

    static double[] Always(double value, int count)
    {
        var values = new double[count];
        values.AsSpan().Fill(value);
        return values;
    }
}
