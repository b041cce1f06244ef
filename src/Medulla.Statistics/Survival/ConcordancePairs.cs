namespace Medulla.Statistics.Survival;

/// <summary>Weights of concordant, discordant and tied pairs, and each participant's part in them.</summary>
/// <remarks>
/// Each event is set against all who were followed longer by adding those to a tree of ranks from the latest time back;
/// a second way, forwards, gives each participant the events before. n log n (tree: Fenwick 1994).
/// </remarks>
sealed class ConcordancePairs
{
    readonly double[] net;
    readonly double[] all;

    ConcordancePairs(int participants) => (net, all) = (new double[participants], new double[participants]);

    public double Concordant { get; private set; }

    public double Discordant { get; private set; }

    public double TiedMarker { get; private set; }

    public double TiedTime { get; private set; }

    public double TiedBoth { get; private set; }

    public double Compared => Concordant + Discordant + TiedMarker;

    /// <summary>Null when no pair can be compared.</summary>
    public double? Estimate => Compared > 0 ? (Concordant + TiedMarker / 2) / Compared : null;

    /// <summary>How much the estimate would change with each participant's weight: the infinitesimal jackknife.</summary>
    public double[] Influences(IReadOnlyList<double>? caseWeights)
    {
        var estimate = Estimate ?? 0;
        var influences = new double[net.Length];
        for (var row = 0; row < net.Length; row++)
            influences[row] = (caseWeights?[row] ?? 1) * ((net[row] + all[row]) / 2 - estimate * all[row]) / Compared;
        return influences;
    }

    /// <param name="tied">Times of all participants.</param>
    /// <param name="followUps">For the events.</param>
    /// <param name="markers">Higher means an earlier event.</param>
    /// <param name="caseWeights">Null for 1 each.</param>
    /// <param name="strata">Null for one stratum.</param>
    /// <param name="timeWeight">Of pairs.</param>
    /// <param name="until">Later events open no pair.</param>
    public static ConcordancePairs Of(
        TiedTimes tied, IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers, IReadOnlyList<double>? caseWeights,
        IReadOnlyList<string>? strata, ConcordanceTimeWeight timeWeight, double until)
    {
        var pairs = new ConcordancePairs(followUps.Count);
        var events = new bool[followUps.Count];
        for (var row = 0; row < events.Length; row++)
            events[row] = followUps[row].EventObserved;
        if (strata is null)
            pairs.Add([.. Enumerable.Range(0, followUps.Count)], tied, events, markers, caseWeights, timeWeight, until);
        else
            foreach (var stratum in Enumerable.Range(0, followUps.Count).GroupBy(row => strata[row], StringComparer.Ordinal))
                pairs.Add([.. stratum], tied, events, markers, caseWeights, timeWeight, until);
        return pairs;
    }

    void Add(
        int[] rows, TiedTimes tied, bool[] events, IReadOnlyList<double> markers, IReadOnlyList<double>? caseWeights,
        ConcordanceTimeWeight timeWeight, double until)
    {
        var (time, place) = ByTime(rows, tied.Times);
        var count = rows.Length;
        var weight = new double[count];
        var rank = Ranks(place, markers);
        for (var at = 0; at < count; at++)
            weight[at] = caseWeights?[place[at]] ?? 1;
        var eventWeight = ConcordanceEventWeights.Of(timeWeight, time, place, events, weight, until);
        var byEntry = LatestEntryFirst(place, tied.Entries);
        var counts = new RankWeights(count);

        // From the latest time back: each event against those followed longer, or censored at its time.
        var entering = 0;
        for (var end = count; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && time[start - 1] == time[end - 1])
                start--;
            for (; entering < byEntry.Length && tied.Entries[place[byEntry[entering]]] >= time[start]; entering++)
                counts.Add(rank[byEntry[entering]], -weight[byEntry[entering]]);
            for (var at = start; at < end; at++)
                if (!events[place[at]])
                    counts.Add(rank[at], weight[at]);
            AsEarlier(start, end, events, place, rank, weight, eventWeight, counts);
            AddTies(start, end, events, place, rank, weight, eventWeight);
            for (var at = start; at < end; at++)
                if (events[place[at]])
                    counts.Add(rank[at], weight[at]);
            end = start;
        }

        // Forwards: each participant against the events before. Events before the own entry do not count.
        counts.Clear();
        entering = byEntry.Length - 1;
        for (int start = 0, end = 0; start < count; start = end)
        {
            while (end < count && time[end] == time[start])
                end++;
            for (; entering >= 0 && tied.Entries[place[byEntry[entering]]] < time[start]; entering--)
                AsLater(byEntry[entering], -1, place, rank, counts);
            for (var at = start; at < end; at++)
                if (events[place[at]])
                    AsLater(at, 1, place, rank, counts);
            for (var at = start; at < end; at++)
                if (events[place[at]] && eventWeight[at] > 0)
                    counts.Add(rank[at], eventWeight[at] * weight[at]);
            for (var at = start; at < end; at++)
                if (!events[place[at]])
                    AsLater(at, 1, place, rank, counts);
        }
    }

    void AsEarlier(
        int start, int end, bool[] events, int[] place, int[] rank, double[] weight, double[] eventWeight, RankWeights counts)
    {
        for (var at = start; at < end; at++)
        {
            if (!events[place[at]] || eventWeight[at] == 0)
                continue;
            var (below, same, above) = counts.Around(rank[at]);
            net[place[at]] += eventWeight[at] * (below - above);
            all[place[at]] += eventWeight[at] * (below + same + above);
            var share = eventWeight[at] * weight[at];
            Concordant += share * below;
            Discordant += share * above;
            TiedMarker += share * same;
        }
    }

    void AsLater(int at, double sign, int[] place, int[] rank, RankWeights counts)
    {
        var (below, same, above) = counts.Around(rank[at]);
        net[place[at]] += sign * (above - below);
        all[place[at]] += sign * (below + same + above);
    }

    // Events at one time cannot be ordered.
    void AddTies(int start, int end, bool[] events, int[] place, int[] rank, double[] weight, double[] eventWeight)
    {
        if (end - start < 2)
            return;
        var tied = Enumerable.Range(start, end - start).Where(at => events[place[at]] && eventWeight[at] > 0).ToArray();
        if (tied.Length < 2)
            return;
        var both = tied.GroupBy(at => rank[at]).Sum(same => PairsWithin(same.Select(at => weight[at])));
        TiedBoth += eventWeight[tied[0]] * both;
        TiedTime += eventWeight[tied[0]] * (PairsWithin(tied.Select(at => weight[at])) - both);
    }

    static double PairsWithin(IEnumerable<double> weights)
    {
        double sum = 0, squares = 0;
        foreach (var weight in weights)
            (sum, squares) = (sum + weight, squares + weight * weight);
        return (sum * sum - squares) / 2;
    }

    static (double[] Times, int[] Places) ByTime(int[] rows, double[] times)
    {
        var sorted = new double[rows.Length];
        for (var at = 0; at < rows.Length; at++)
            sorted[at] = times[rows[at]];
        Array.Sort(sorted, rows);
        return (sorted, rows);
    }

    static int[] Ranks(int[] place, IReadOnlyList<double> markers)
    {
        var sorted = new double[place.Length];
        for (var at = 0; at < place.Length; at++)
            sorted[at] = markers[place[at]];
        int[] order = [.. Enumerable.Range(0, place.Length)];
        Array.Sort(sorted, order);
        var rank = new int[place.Length];
        for (var at = 0; at < order.Length; at++)
            rank[order[at]] = at > 0 && sorted[at] == sorted[at - 1] ? rank[order[at - 1]] : at;
        return rank;
    }

    static int[] LatestEntryFirst(int[] place, double[] entries) =>
        [.. Enumerable.Range(0, place.Length).Where(at => entries[place[at]] > double.NegativeInfinity)
            .OrderByDescending(at => entries[place[at]])];

    /// <summary>Weights by rank, summed in logarithmic time.</summary>
    sealed class RankWeights(int ranks)
    {
        readonly double[] tree = new double[ranks + 1];
        readonly double[] own = new double[ranks];
        double total;

        public void Clear()
        {
            Array.Clear(tree);
            Array.Clear(own);
            total = 0;
        }

        public void Add(int rank, double weight)
        {
            total += weight;
            own[rank] += weight;
            for (var node = rank + 1; node < tree.Length; node += node & -node)
                tree[node] += weight;
        }

        public (double Below, double Same, double Above) Around(int rank)
        {
            var below = 0.0;
            for (var node = rank; node > 0; node &= node - 1)
                below += tree[node];
            return (below, own[rank], total - below - own[rank]);
        }
    }
}
