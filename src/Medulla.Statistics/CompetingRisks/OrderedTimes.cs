namespace Medulla.Statistics.CompetingRisks;

/// <summary>A cohort in the order of its times, those that differ by rounding alone made one.</summary>
/// <remarks>
/// Neighbouring times are one time when they differ by at most √ε, absolutely or relative to the mean distinct time; the
/// earliest
/// of such a run stands for it. R: <c>timefix = TRUE</c> of the package survival.
/// </remarks>
sealed class OrderedTimes
{
    const double Tolerance = 1.4901161193847656e-8; // √ε of a double

    OrderedTimes(int[] order, double[] times, int[] firsts, double[] entries) =>
        (Order, Times, Firsts, Entries) = (order, times, firsts, entries);

    /// <summary>Places in the cohort, earliest end of follow-up first.</summary>
    public int[] Order { get; }

    /// <summary>Distinct times at which somebody's follow-up ended, rising.</summary>
    public double[] Times { get; }

    /// <summary>Where in <see cref="Order"/> each time begins; one more at the end.</summary>
    public int[] Firsts { get; }

    /// <summary>When observation began, by place in the cohort; −∞ from time 0. Empty when nobody entered late.</summary>
    public double[] Entries { get; }

    /// <exception cref="ArgumentException">Somebody's entry and end differ by rounding alone.</exception>
    public static OrderedTimes Of(IReadOnlyList<CompetingFollowUp> cohort)
    {
        var ends = new double[cohort.Count];
        var order = new int[cohort.Count];
        var late = false;
        for (var index = 0; index < ends.Length; index++)
        {
            (ends[index], order[index]) = (cohort[index].Time, index);
            late |= cohort[index].EntryTime is not null;
        }

        Array.Sort(ends, order);
        var close = Tolerance * Math.Max(1, MeanDistinct(ends));
        var times = new List<double>(ends.Length);
        var firsts = new List<int>(ends.Length + 1);
        for (var place = 0; place < ends.Length; place++)
            if (place == 0 || ends[place] - ends[place - 1] > close)
            {
                times.Add(ends[place]);
                firsts.Add(place);
            }

        firsts.Add(ends.Length);
        var ordered = new OrderedTimes(order, [.. times], [.. firsts], late ? new double[ends.Length] : []);
        if (late)
            ordered.MergeEntries(cohort, close);
        return ordered;
    }

    // An entry that meets an end but for rounding is that end: at risk only afterwards.
    void MergeEntries(IReadOnlyList<CompetingFollowUp> cohort, double close)
    {
        for (var point = 0; point < Times.Length; point++)
            for (var place = Firsts[point]; place < Firsts[point + 1]; place++)
            {
                var index = Order[place];
                var entry = cohort[index].EntryTime ?? double.NegativeInfinity;
                var near = Array.BinarySearch(Times, entry);
                if (near < 0)
                {
                    near = ~near;
                    if (near < Times.Length && Times[near] - entry <= close)
                        entry = Times[near];
                    else if (near > 0 && entry - Times[near - 1] <= close)
                        entry = Times[near - 1];
                }

                if (entry >= Times[point])
                    throw new ArgumentException($"Found an entry and a time that differ by rounding alone at index {index}. "
                        + "Expected time under observation.", nameof(cohort));
                Entries[index] = entry;
            }
    }

    static double MeanDistinct(double[] sorted)
    {
        double sum = 0;
        var count = 0;
        for (var place = 0; place < sorted.Length; place++)
            if (place == 0 || sorted[place] != sorted[place - 1])
            {
                sum += sorted[place];
                count++;
            }

        return sum / count;
    }
}
