namespace Medulla.Statistics.Survival;

/// <summary>Observed and expected events of groups and their covariance, added up over event times and strata.</summary>
/// <remarks>Made once and used again: adding a stratum allocates nothing.</remarks>
sealed class LogRankSums(int groups)
{
    readonly int[] atRisk = new int[groups];
    readonly int[] events = new int[groups];

    /// <summary>Weighted events, one per group.</summary>
    public double[] Observed { get; } = new double[groups];

    /// <summary>Weighted events if all groups shared one survival curve.</summary>
    public double[] Expected { get; } = new double[groups];

    /// <summary>Of observed minus expected: row by row, groups × groups.</summary>
    public double[] Covariance { get; } = new double[groups * groups];

    public void Clear()
    {
        Array.Clear(Observed);
        Array.Clear(Expected);
        Array.Clear(Covariance);
    }

    /// <param name="times">Earliest first, near ties made equal.</param>
    /// <param name="labels">Twice the group's place, plus 1 for an event.</param>
    /// <param name="weight">Of each event time.</param>
    public void AddStratum(ReadOnlySpan<double> times, ReadOnlySpan<int> labels, LogRankWeight weight)
    {
        Array.Clear(atRisk);
        foreach (var label in labels)
            atRisk[label >> 1]++;
        var allAtRisk = labels.Length;
        var weighted = weight is not LogRankWeight.Equal;
        double survival = 1, petoSurvival = 1;

        for (int start = 0, end; start < times.Length; start = end)
        {
            var allEvents = 0;
            Array.Clear(events);
            for (end = start; end < times.Length && times[end] == times[start]; end++)
            {
                events[labels[end] >> 1] += labels[end] & 1;
                allEvents += labels[end] & 1;
            }

            if (allEvents > 0)
            {
                double counts = 1;
                if (weighted)
                {
                    petoSurvival *= 1 - allEvents / (allAtRisk + 1.0);
                    counts = weight.At(allAtRisk, survival, petoSurvival);
                    survival *= 1 - (double)allEvents / allAtRisk;
                }

                AddTime(counts, allEvents, allAtRisk);
            }

            for (var place = start; place < end; place++)
                atRisk[labels[place] >> 1]--;
            allAtRisk -= end - start;
        }
    }

    void AddTime(double counts, int allEvents, int allAtRisk)
    {
        var share = 1.0 / allAtRisk;
        var spread = allAtRisk > 1
            ? counts * counts * allEvents * (allAtRisk - allEvents) / ((allAtRisk - 1.0) * allAtRisk)
            : 0;
        for (var row = 0; row < groups; row++)
        {
            Observed[row] += counts * events[row];
            Expected[row] += counts * allEvents * atRisk[row] * share;
            var rowSpread = spread * atRisk[row];
            for (var column = 0; column < row; column++)
            {
                var covariance = rowSpread * atRisk[column] * share;
                Covariance[row * groups + column] -= covariance;
                Covariance[column * groups + row] -= covariance;
            }

            Covariance[row * groups + row] += rowSpread * (allAtRisk - atRisk[row]) * share;
        }
    }
}
