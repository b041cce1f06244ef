using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Who is at risk, has the event or is censored at each time at which somebody's follow-up ends.</summary>
/// <remarks>Columns of one length, earliest time first.</remarks>
sealed class EventTable
{
    EventTable(int rows, bool weighted)
    {
        Times = new double[rows];
        AtRisk = new int[rows];
        Events = new int[rows];
        Censored = new int[rows];
        if (weighted)
            (AtRiskWeights, EventWeights, CensoredWeights) = (new double[rows], new double[rows], new double[rows]);
    }

    public double[] Times { get; }

    /// <summary>Participants, as in the next two.</summary>
    public int[] AtRisk { get; }

    public int[] Events { get; }

    public int[] Censored { get; }

    /// <summary>Sums of case weights; null, as the next two, where each participant weighs 1.</summary>
    public double[]? AtRiskWeights { get; }

    public double[]? EventWeights { get; }

    public double[]? CensoredWeights { get; }

    public int Rows => Times.Length;

    public double AtRiskWeight(int row) => AtRiskWeights?[row] ?? AtRisk[row];

    public double EventWeight(int row) => EventWeights?[row] ?? Events[row];

    public double CensoredWeight(int row) => CensoredWeights?[row] ?? Censored[row];

    /// <param name="cohort">Usable follow-up.</param>
    /// <param name="weights">One per participant; null where each weighs 1.</param>
    /// <param name="mergeRounding">False to keep every double its own time.</param>
    public static EventTable Of(IReadOnlyList<FollowUp> cohort, IReadOnlyList<double>? weights, bool mergeRounding)
    {
        var followUps = FollowUp.Span(cohort);
        var times = new double[followUps.Length];
        var labels = new int[followUps.Length];
        for (var place = 0; place < followUps.Length; place++)
        {
            if (weights is not null || followUps[place].EntryTime is not null)
                return OfEntriesAndWeights(followUps, TiedTimes.Merge(cohort, mergeRounding), weights);
            times[place] = followUps[place].Time;
            labels[place] = followUps[place].EventObserved ? 1 : 0;
        }

        AscendingOrder.Sort(times, labels);
        if (mergeRounding)
            NearTies.Merge(times);

        var table = new EventTable(CountDistinct(times), weighted: false);
        for (int row = 0, start = 0, end; row < table.Rows; row++, start = end)
        {
            var events = 0;
            for (end = start; end < times.Length && times[end] == times[start]; end++)
                events += labels[end];
            table.Times[row] = times[start];
            table.AtRisk[row] = times.Length - start;
            table.Events[row] = events;
            table.Censored[row] = end - start - events;
        }

        return table;
    }

    // Backwards, so that the weight at risk of the last event is exactly that of the event, however weights round.
    static EventTable OfEntriesAndWeights(
        ReadOnlySpan<FollowUp> followUps, TiedTimes tied, IReadOnlyList<double>? weights)
    {
        var sorted = tied.Order.Select(place => tied.Times[place]).ToArray();
        var entries = (double[])tied.Entries.Clone();
        var entered = Enumerable.Range(0, entries.Length).ToArray();
        Array.Sort(entries, entered);

        var table = new EventTable(CountDistinct(sorted), weights is not null);
        int atRisk = 0, nextEntry = entries.Length - 1, row = table.Rows - 1;
        double atRiskWeight = 0;
        for (var end = sorted.Length - 1; end >= 0; row--)
        {
            var time = sorted[end];
            double eventWeight = 0, censoredWeight = 0;
            for (; end >= 0 && sorted[end] == time; end--)
            {
                var place = tied.Order[end];
                var weight = weights?[place] ?? 1;
                atRisk++;
                if (followUps[place].EventObserved)
                {
                    table.Events[row]++;
                    eventWeight += weight;
                }
                else
                {
                    table.Censored[row]++;
                    censoredWeight += weight;
                }
            }

            atRiskWeight += eventWeight + censoredWeight;
            for (; nextEntry >= 0 && entries[nextEntry] >= time; nextEntry--)
            {
                atRisk--;
                atRiskWeight -= weights?[entered[nextEntry]] ?? 1;
            }

            (table.Times[row], table.AtRisk[row]) = (time, atRisk);
            if (weights is not null)
            {
                table.AtRiskWeights![row] = atRiskWeight;
                table.EventWeights![row] = eventWeight;
                table.CensoredWeights![row] = censoredWeight;
            }
        }

        return table;
    }

    static int CountDistinct(ReadOnlySpan<double> sorted)
    {
        var distinct = 1;
        for (var place = 1; place < sorted.Length; place++)
            distinct += sorted[place] > sorted[place - 1] ? 1 : 0;
        return distinct;
    }
}
