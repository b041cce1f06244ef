namespace Medulla.Statistics.Survival;

/// <summary>Makes sorted times that differ by rounding alone one time.</summary>
/// <remarks>
/// 0.1 + 0.2 and 0.3 years are one day on the calendar and two doubles. Neighbouring times are one time when they
/// differ by at most √ε, absolutely or relative to the mean distinct time; the earliest of such a run stands for it.
/// R: <c>timefix = TRUE</c>. Sources: Therneau, "Roundoff error and tied times" (vignette of R survival).
/// </remarks>
static class NearTies
{
    const double Tolerance = 1.4901161193847656e-8; // √ε of a double

    /// <param name="sorted">Earliest first; changed in place.</param>
    public static void Merge(Span<double> sorted)
    {
        if (sorted.Length == 0)
            return;
        var sum = sorted[0];
        var distinct = 1;
        var smallestGap = double.PositiveInfinity;
        for (var place = 1; place < sorted.Length; place++)
        {
            var gap = sorted[place] - sorted[place - 1];
            if (gap == 0)
                continue;
            sum += sorted[place];
            distinct++;
            smallestGap = Math.Min(smallestGap, gap);
        }

        var close = Tolerance * Math.Max(1, sum / distinct);
        if (smallestGap > close)
            return;
        var (previous, representative) = (sorted[0], sorted[0]);
        for (var place = 1; place < sorted.Length; place++)
        {
            var time = sorted[place];
            if (time - previous > close)
                representative = time;
            sorted[place] = representative;
            previous = time;
        }
    }
}
