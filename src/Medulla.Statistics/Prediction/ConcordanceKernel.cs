using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>
/// Harrell's C of one cohort for many markers, in the cohort and in a resample of it at once; allocates nothing.
/// </summary>
/// <remarks>
/// The times are ordered once. Each event's marker is compared with those of all later participants, four at a time: for
/// cohorts of some hundreds this is faster than any tree.
/// </remarks>
sealed class ConcordanceKernel
{
    readonly int[] place;
    readonly int[] later;
    readonly double[] markers;
    readonly double[] weights;
    readonly double compared;

    public ConcordanceKernel(IReadOnlyList<FollowUp> followUps)
    {
        var tied = TiedTimes.Merge(followUps);
        var count = followUps.Count;
        place = [.. tied.Order.OrderBy(row => tied.Times[row]).ThenBy(row => followUps[row].EventObserved ? 0 : 1)];
        later = new int[count];
        (markers, weights) = (new double[(count + 3) / 4 * 4], new double[(count + 3) / 4 * 4]);
        for (int start = 0, end = 0; start < count; start = end)
        {
            var events = 0;
            for (; end < count && tied.Times[place[end]] == tied.Times[place[start]]; end++)
                events += followUps[place[end]].EventObserved ? 1 : 0;
            for (var at = start; at < end; at++)
                later[at] = at < start + events ? start + events : count;
            compared += (double)events * (count - start - events);
        }

        // Padding lies above every marker and weighs nothing.
        markers.AsSpan(count).Fill(double.PositiveInfinity);
    }

    /// <param name="predictors">By participant; higher means an earlier event.</param>
    /// <param name="counts">How often each participant was drawn.</param>
    /// <returns>Null where no pair can be compared.</returns>
    public (double? InResample, double? InCohort) Of(ReadOnlySpan<double> predictors, ReadOnlySpan<int> counts)
    {
        var remaining = 0.0;
        for (var at = 0; at < place.Length; at++)
        {
            markers[at] = predictors[place[at]];
            weights[at] = counts[place[at]];
            remaining += weights[at];
        }

        double inResample = 0, comparedInResample = 0;
        long inCohort = 0;
        var (gone, from) = (0.0, 0);
        for (var at = 0; at < place.Length; at++)
        {
            if (later[at] == place.Length)
                continue;
            for (; from < later[at]; from++)
                gone += weights[from];
            comparedInResample += weights[at] * (remaining - gone);
            var (twice, weighted) = Below(later[at], markers[at]);
            inCohort += twice;
            inResample += weights[at] * weighted;
        }

        return (comparedInResample > 0 ? inResample / (2 * comparedInResample) : null,
            compared > 0 ? inCohort / (2 * compared) : null);
    }

    // Twice the later participants with a lower marker, and once those with the same.
    (long Twice, double Weighted) Below(int from, double marker)
    {
        var (twice, weighted) = (0L, 0.0);
        for (; from % 4 != 0 && from < place.Length; from++)
        {
            var times = (markers[from] < marker ? 1 : 0) + (markers[from] <= marker ? 1 : 0);
            twice += times;
            weighted += times * weights[from];
        }

        if (from >= place.Length)
            return (twice, weighted);
        var here = Vector256.Create(marker);
        var values = MemoryMarshal.Cast<double, Vector256<double>>(markers.AsSpan(from));
        var shares = MemoryMarshal.Cast<double, Vector256<double>>(weights.AsSpan(from))[..values.Length];
        var (count, sum) = (Vector256<long>.Zero, Vector256<double>.Zero);
        for (var four = 0; four < values.Length; four++)
        {
            var lower = Vector256.LessThan(values[four], here);
            var notHigher = Vector256.LessThanOrEqual(values[four], here);
            count -= lower.AsInt64() + notHigher.AsInt64();
            sum += (lower & shares[four]) + (notHigher & shares[four]);
        }

        return (twice + Vector256.Sum(count), weighted + Vector256.Sum(sum));
    }
}
