using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Follow-up times with those that differ by rounding alone made equal.</summary>
/// <remarks>
/// 0.1 + 0.2 and 0.3 years are one day on the calendar and two doubles. Neighbouring times are one time when they
/// differ by at most √ε, absolutely or relative to the mean distinct time; the earliest of such a run stands for it.
/// R: <c>timefix = TRUE</c>. Sources: Therneau, "Roundoff error and tied times" (vignette of R survival).
/// </remarks>
sealed class TiedTimes
{
    const double Tolerance = 1.4901161193847656e-8; // √ε of a double

    TiedTimes(double[] times, double[] entries, int[] order, bool truncated) =>
        (Times, Entries, Order, Truncated) = (times, entries, order, truncated);

    /// <summary>When follow-up ended, one per participant in the order given.</summary>
    public double[] Times { get; }

    /// <summary>When observation began; −∞ for those observed from time 0.</summary>
    public double[] Entries { get; }

    /// <summary>Places of the participants, earliest end first.</summary>
    public int[] Order { get; }

    /// <summary>Somebody's observation began after time 0.</summary>
    public bool Truncated { get; }

    /// <param name="cohort">Usable.</param>
    /// <param name="mergeRounding">False to take every double as a time of its own; R: <c>timefix = FALSE</c>.</param>
    /// <exception cref="ArgumentException">Somebody's entry and end differ by rounding alone.</exception>
    public static TiedTimes Merge(IReadOnlyList<FollowUp> cohort, bool mergeRounding = true)
    {
        var (times, entries) = (new double[cohort.Count], new double[cohort.Count]);
        var late = 0;
        for (var row = 0; row < times.Length; row++)
        {
            var (time, _, entry) = cohort[row];
            times[row] = time;
            entries[row] = entry ?? double.NegativeInfinity;
            late += entry is null ? 0 : 1;
        }

        // Ends first, then the entries that there are: one clock for both.
        var all = times;
        if (late > 0)
        {
            all = new double[times.Length + late];
            times.CopyTo(all, 0);
            var place = times.Length;
            foreach (var entry in entries)
                if (entry > double.NegativeInfinity)
                    all[place++] = entry;
        }

        var order = AscendingOrder.Of(all);
        if (mergeRounding)
            MergeRuns(all, order);
        if (late == 0)
            return new TiedTimes(times, entries, order, truncated: false);

        all.AsSpan(0, times.Length).CopyTo(times);
        for (int row = 0, place = times.Length; row < times.Length; row++)
            if (entries[row] > double.NegativeInfinity)
            {
                entries[row] = all[place++];
                if (entries[row] >= times[row])
                    throw new ArgumentException(
                        $"Found an entry and a time that differ by rounding alone at index {row}. "
                            + "Expected time under observation.",
                        nameof(cohort));
            }

        return new TiedTimes(times, entries, Array.FindAll(order, place => place < times.Length), truncated: true);
    }

    static void MergeRuns(double[] times, int[] order)
    {
        var (sum, distinct) = (0.0, 0);
        for (var place = 0; place < order.Length; place++)
        {
            if (place > 0 && times[order[place]] == times[order[place - 1]])
                continue;
            sum += times[order[place]];
            distinct++;
        }

        var close = Tolerance * Math.Max(1, sum / distinct);
        var (previous, standing) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var row in order)
        {
            var time = times[row];
            if (!(time - previous <= close))
                standing = time;
            times[row] = standing;
            previous = time;
        }
    }
}
