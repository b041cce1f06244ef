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

    TiedTimes(double[] times, double[] entries) => (Times, Entries) = (times, entries);

    /// <summary>When follow-up ended, one per participant in the order given.</summary>
    public double[] Times { get; }

    /// <summary>When observation began; −∞ for those observed from time 0.</summary>
    public double[] Entries { get; }

    /// <exception cref="ArgumentException">Somebody's entry and end differ by rounding alone.</exception>
    public static TiedTimes Merge(IReadOnlyList<FollowUp> cohort)
    {
        var distinct = cohort.Select(one => one.Time).Concat(cohort.Select(one => one.EntryTime).OfType<double>())
            .Distinct().Order().ToArray();
        var close = Tolerance * Math.Max(1, distinct.Average());
        var representative = new Dictionary<double, double>(distinct.Length);
        for (var index = 0; index < distinct.Length; index++)
            representative[distinct[index]] = index > 0 && distinct[index] - distinct[index - 1] <= close
                ? representative[distinct[index - 1]]
                : distinct[index];

        var merged = new TiedTimes(
            [.. cohort.Select(one => representative[one.Time])],
            [.. cohort.Select(one => one.EntryTime is { } entry ? representative[entry] : double.NegativeInfinity)]);
        for (var index = 0; index < cohort.Count; index++)
            if (merged.Entries[index] >= merged.Times[index])
                throw new ArgumentException(
                    $"Found an entry and a time that differ by rounding alone at index {index}. "
                        + "Expected time under observation.",
                    nameof(cohort));
        return merged;
    }
}
