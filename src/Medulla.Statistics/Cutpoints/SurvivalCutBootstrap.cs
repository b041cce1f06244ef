using Medulla.Statistics.Numerics;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Cutpoints;

/// <summary>
/// The best cut of resampled cohorts: everything is sorted once, a replicate is how often each participant came.
/// </summary>
static class SurvivalCutBootstrap
{
    /// <summary>Ascending; of replicates without an allowed cut, or without an event, nothing.</summary>
    public static double[] Cuts(IReadOnlyList<double> marker, IReadOnlyList<FollowUp> followUps, CutpointOptions options)
    {
        double[] values = [.. marker];
        var order = RadixSort.Order(values);
        var logRank = new LogRankScores(followUps, nameof(followUps));
        var resamples = BootstrapIndices.Drawn(values.Length, options.Replicates, options.Seed);
        var (counts, scores) = (new int[values.Length], new double[values.Length]);
        var (cuts, found) = (new double[options.Replicates], 0);
        for (var replicate = 0; replicate < options.Replicates; replicate++)
        {
            resamples.FillCounts(replicate, counts);
            logRank.Fill(counts, values.Length, scores);
            if (BestCut(values, order, counts, scores, options.Range) is { } cut)
                cuts[found++] = cut;
        }

        if (found == 0)
            throw new ArgumentException(
                $"Found no allowed cut in any of {options.Replicates} resampled cohorts. Expected a marker "
                    + "with more distinct values.",
                nameof(marker));
        Array.Resize(ref cuts, found);
        Array.Sort(cuts);
        return cuts;
    }

    /// <summary>Null where no cut lies in the range, or the scores do not vary.</summary>
    public static double? BestCut(
        ReadOnlySpan<double> values, ReadOnlySpan<int> order, ReadOnlySpan<int> counts, ReadOnlySpan<double> scores,
        CutpointRange range)
    {
        double total = 0, squares = 0;
        for (var person = 0; person < counts.Length; person++)
            total += counts[person] * scores[person];
        var mean = total / counts.Length;
        for (var person = 0; person < counts.Length; person++)
            squares += counts[person] * (scores[person] - mean) * (scores[person] - mean);
        if (!(squares > 0))
            return null;

        // The variance of all cuts is this over m (N − m), but for a factor.
        var (least, most) = (range.Least(counts.Length), range.Most(counts.Length));
        double? best = null;
        double sum = 0, largest = 0;
        var below = 0;
        for (int first = 0, next; first < order.Length && below <= most; first = next)
        {
            var before = below;
            for (next = first; next < order.Length && values[order[next]] == values[order[first]]; next++)
            {
                below += counts[order[next]];
                sum += counts[order[next]] * (scores[order[next]] - mean);
            }

            var merit = sum * sum / ((double)below * (counts.Length - below));
            if (below > before && below >= least && below <= most && merit > largest)
                (best, largest) = (values[order[first]], merit);
        }

        return best;
    }
}
