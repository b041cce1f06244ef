using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>How often, of two participants whose order is known, the one with the event first has the higher marker.</summary>
/// <param name="Estimate">Ties in the marker count one half. Null when no pair can be compared.</param>
/// <param name="StandardError">Infinitesimal jackknife; null with <paramref name="Estimate"/>.</param>
/// <param name="Concordant">Weight of pairs whose event came first in the one with the higher marker.</param>
/// <param name="Discordant">Weight of pairs whose event came first in the one with the lower marker.</param>
/// <param name="TiedMarker">Weight of pairs with equal markers and different times.</param>
/// <param name="TiedTime">Weight of pairs with events at one time and different markers.</param>
/// <param name="TiedBoth">Weight of pairs with events at one time and equal markers.</param>
/// <remarks>
/// Harrell's C. A censored time counts as later than an event at that time; strata are compared within.
/// R: <c>concordance(coxph)</c>. Sources: Harrell, Lee &amp; Mark 1996; standard error, Therneau &amp; Watson 2015.
/// </remarks>
public sealed record Concordance(
    double? Estimate, double? StandardError,
    double Concordant, double Discordant, double TiedMarker, double TiedTime, double TiedBoth)
{
    /// <param name="followUps">One per participant.</param>
    /// <param name="markers">One per participant; higher means an earlier event.</param>
    /// <param name="caseWeights">One per participant, or null for 1 each.</param>
    /// <param name="strata">One per participant, or null for one stratum.</param>
    /// <param name="clusters">One per participant: rows of one label may depend on one another. Null when none do.</param>
    public static Concordance Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers,
        IReadOnlyList<double>? caseWeights = null, IReadOnlyList<string>? strata = null,
        IReadOnlyList<string>? clusters = null)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        if (markers.Count != followUps.Count)
            throw new ArgumentException(
                $"Found {markers.Count} markers. Expected {followUps.Count}, one per participant.", nameof(markers));

        var merged = TiedTimes.Merge(followUps);
        var pairs = new Pairs[followUps.Count];
        double tiedTime = 0, tiedBoth = 0;
        foreach (var stratum in Enumerable.Range(0, followUps.Count).GroupBy(row => strata?[row] ?? "", StringComparer.Ordinal))
        {
            var byTime = stratum.GroupBy(row => merged.Times[row]).OrderBy(time => time.Key)
                .Select(time => time.ToArray()).ToArray();
            var ranks = new MarkerCounts(stratum.Select(row => markers[row]));
            var byEntry = stratum.Where(row => followUps[row].EntryTime is not null)
                .OrderBy(row => merged.Entries[row]).ToArray();
            var entries = new Queue<int>(byEntry);
            foreach (var sameTime in byTime)
            {
                Enter(before: merged.Times[sameTime[0]]);
                AddLater(sameTime);
            }

            ranks.Clear();
            entries = new Queue<int>(byEntry.Reverse());
            foreach (var sameTime in byTime.Reverse())
                AddEarlier(sameTime);

            // Events before a participant was under observation do not meet that participant.
            void Enter(double before)
            {
                while (entries.TryPeek(out var row) && merged.Entries[row] < before)
                    pairs[entries.Dequeue()] -= ranks.Around(markers[row]).Swapped;
            }

            void QuitNotYetEntered(double time)
            {
                while (entries.TryPeek(out var row) && merged.Entries[row] >= time)
                    ranks.Add(markers[row], -Weight(entries.Dequeue()));
            }

            // As the later of two: against the events before, or at the same time when censored.
            void AddLater(int[] sameTime)
            {
                foreach (var row in sameTime.Where(row => followUps[row].EventObserved))
                    pairs[row] += ranks.Around(markers[row]).Swapped;
                foreach (var row in sameTime.Where(row => followUps[row].EventObserved))
                    ranks.Add(markers[row], Weight(row));
                foreach (var row in sameTime.Where(row => !followUps[row].EventObserved))
                    pairs[row] += ranks.Around(markers[row]).Swapped;
            }

            // As the earlier of two, with the event: against all who were followed longer.
            void AddEarlier(int[] sameTime)
            {
                QuitNotYetEntered(merged.Times[sameTime[0]]);
                foreach (var row in sameTime.Where(row => !followUps[row].EventObserved))
                    ranks.Add(markers[row], Weight(row));
                var withEvent = sameTime.Where(row => followUps[row].EventObserved).ToArray();
                foreach (var row in withEvent)
                    pairs[row] += ranks.Around(markers[row]);
                foreach (var row in withEvent)
                    ranks.Add(markers[row], Weight(row));

                var all = withEvent.Sum(Weight);
                var allPairs = (all * all - withEvent.Sum(row => Weight(row) * Weight(row))) / 2;
                var same = withEvent.GroupBy(row => markers[row]).Sum(group =>
                    (group.Sum(Weight) * group.Sum(Weight) - group.Sum(row => Weight(row) * Weight(row))) / 2);
                tiedBoth += same;
                tiedTime += allPairs - same;
            }
        }

        // Each pair was met from both of its ends.
        var concordant = pairs.Select((pair, row) => Weight(row) * pair.Concordant).Sum() / 2;
        var discordant = pairs.Select((pair, row) => Weight(row) * pair.Discordant).Sum() / 2;
        var tied = pairs.Select((pair, row) => Weight(row) * pair.Tied).Sum() / 2;
        var compared = concordant + discordant + tied;
        if (!(compared > 0))
            return new Concordance(null, null, 0, 0, 0, tiedTime, tiedBoth);

        var estimate = (concordant + tied / 2) / compared;
        var influences = pairs.Select((pair, row) => Weight(row) * pair.Influence(estimate) / compared).ToArray();
        var variance = clusters is null
            ? influences.Sum(influence => influence * influence)
            : influences.Select((influence, row) => (influence, row)).GroupBy(one => clusters[one.row], StringComparer.Ordinal)
                .Sum(cluster => Math.Pow(cluster.Sum(one => one.influence), 2));
        return new Concordance(estimate, Math.Sqrt(variance), concordant, discordant, tied, tiedTime, tiedBoth);

        double Weight(int row) => caseWeights?[row] ?? 1;
    }

    /// <summary>Null where there is no standard error; cut at 0 and 1.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        Estimate is { } estimate && StandardError is { } error
            ? new Interval(
                Math.Max(0, estimate - ConfidenceLevel.NormalQuantile(confidenceLevel) * error),
                Math.Min(1, estimate + ConfidenceLevel.NormalQuantile(confidenceLevel) * error))
            : null;

    /// <summary>Weights of the pairs one participant takes part in.</summary>
    readonly record struct Pairs(double Concordant, double Discordant, double Tied)
    {
        public Pairs Swapped => new(Discordant, Concordant, Tied);

        public double Influence(double estimate) => Concordant + Tied / 2 - estimate * (Concordant + Discordant + Tied);

        public static Pairs operator -(Pairs one, Pairs other) =>
            new(one.Concordant - other.Concordant, one.Discordant - other.Discordant, one.Tied - other.Tied);

        public static Pairs operator +(Pairs one, Pairs other) =>
            new(one.Concordant + other.Concordant, one.Discordant + other.Discordant, one.Tied + other.Tied);
    }

    /// <summary>Weights by rank of the marker, summed in logarithmic time (Fenwick 1994).</summary>
    sealed class MarkerCounts(IEnumerable<double> markers)
    {
        readonly double[] distinct = [.. markers.Distinct().Order()];
        double[] tree = [];
        double total;

        public void Clear() => (tree, total) = (new double[distinct.Length + 1], 0);

        public void Add(double marker, double weight)
        {
            if (tree.Length == 0)
                Clear();
            total += weight;
            for (var node = Rank(marker) + 1; node < tree.Length; node += node & -node)
                tree[node] += weight;
        }

        /// <summary>Concordant below the marker, discordant above.</summary>
        public Pairs Around(double marker)
        {
            var below = UpTo(Rank(marker));
            var through = UpTo(Rank(marker) + 1);
            return new Pairs(below, total - through, through - below);
        }

        double UpTo(int node)
        {
            var sum = 0.0;
            for (; node > 0 && tree.Length > 0; node -= node & -node)
                sum += tree[node];
            return sum;
        }

        int Rank(double marker) => Array.BinarySearch(distinct, marker);
    }
}
