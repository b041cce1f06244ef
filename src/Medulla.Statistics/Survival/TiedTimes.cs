namespace Medulla.Statistics.Survival;

/// <summary>Follow-up times with those that differ by rounding alone made equal.</summary>
/// <remarks>
/// 0.1 + 0.2 and 0.3 years are one day on the calendar and two doubles. Neighbouring times are one time when they
/// differ by at most √ε, absolutely or relative to the mean distinct time; the earliest of such a run stands for it.
/// R: <c>timefix = TRUE</c>. Sources: Therneau, "Roundoff error and tied times" (vignette of R survival).
/// </remarks>
static class TiedTimes
{
    const double Tolerance = 1.4901161193847656e-8; // √ε of a double

    /// <summary>One time per participant, in the order given.</summary>
    public static double[] Merge(IReadOnlyList<FollowUp> cohort)
    {
        var times = new double[cohort.Count];
        for (var index = 0; index < times.Length; index++)
            times[index] = cohort[index].Time;

        var distinct = times.Distinct().Order().ToArray();
        var close = Tolerance * Math.Max(1, distinct.Average());
        var representative = new Dictionary<double, double>(distinct.Length);
        for (var index = 0; index < distinct.Length; index++)
            representative[distinct[index]] = index > 0 && distinct[index] - distinct[index - 1] <= close
                ? representative[distinct[index - 1]]
                : distinct[index];

        for (var index = 0; index < times.Length; index++)
            times[index] = representative[times[index]];
        return times;
    }
}
