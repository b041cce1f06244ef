using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Which published program's handling of ties Uno's C follows.</summary>
public enum UnoConvention
{
    /// <summary>
    /// Events up to and at τ; G(T−) with events before those censored at one time; who is censored at the time of an event
    /// counts as later; equal markers one half. R: <c>survival::concordance(timewt = "n/G2", ymax = tau)</c>.
    /// </summary>
    Survival,

    /// <summary>
    /// Events before τ; G(T−) of all at risk; only later times are compared; equal markers one half.
    /// R: <c>survC1::Est.Cval</c>.
    /// </summary>
    SurvC1,

    /// <summary>
    /// Events before τ; G(T); only later times; equal markers nothing. At tied times G steps once for every censored
    /// participant, each time by the share of all who leave: an error of R: <c>survAUC::UnoC</c>, kept for comparison with
    /// published numbers only.
    /// </summary>
    SurvAuc,
}

/// <summary>Concordance up to a time, made free of the pattern of censoring.</summary>
/// <param name="Estimate">Null when no pair can be compared.</param>
/// <param name="Concordant">Weight of concordant pairs, tied markers included as the convention has it.</param>
/// <param name="Compared">Weight of all pairs compared.</param>
/// <param name="Until">τ.</param>
/// <param name="Ties">The convention.</param>
/// <remarks>
/// Each pair weighs 1 / G², G the Kaplan–Meier curve of censoring at its earlier event. Censoring must not depend on the
/// marker. A standard error comes with <see cref="Concordance"/> and <see cref="ConcordanceTimeWeight.InverseCensoring"/>.
/// Sources: Uno, Cai, Pencina, D'Agostino &amp; Wei 2011.
/// </remarks>
public sealed record UnoConcordance(double? Estimate, double Concordant, double Compared, double Until, UnoConvention Ties)
{
    /// <summary>The conventions in words.</summary>
    public string Convention => Ties switch
    {
        UnoConvention.Survival => "Uno's C, events through τ, G(T−); R: concordance(timewt = \"n/G2\", ymax = tau)",
        UnoConvention.SurvC1 => "Uno's C, events before τ, G(T−); R: survC1::Est.Cval",
        _ => "Uno's C, events before τ, G(T), tied markers nothing; R: survAUC::UnoC",
    };

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="markers">One per participant; higher means an earlier event.</param>
    /// <param name="until">τ, in the unit of the times; well before the last follow-up.</param>
    /// <param name="ties">R's survival package unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or there are entry times.</exception>
    public static UnoConcordance Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers, double until,
        UnoConvention ties = UnoConvention.Survival)
    {
        PredictionInput.Require(followUps, markers, nameof(markers));
        var times = TiedTimes.Merge(followUps).Times;
        int[] order = [.. Enumerable.Range(0, times.Length).OrderBy(row => times[row])
            .ThenBy(row => followUps[row].EventObserved ? 0 : 1)];
        var uncensored = Uncensored(order, times, followUps, ties);
        var tied = ties == UnoConvention.SurvAuc ? 0 : 0.5;
        double concordant = 0, compared = 0;

        // From the latest back, so that the tree holds those followed longer.
        var later = new MarkerTree(markers);
        for (var end = order.Length; end > 0;)
        {
            var start = end - 1;
            while (start > 0 && times[order[start - 1]] == times[order[end - 1]])
                start--;
            if (ties == UnoConvention.Survival)
                Add(start, end, eventObserved: false);
            var time = times[order[start]];
            if (ties == UnoConvention.Survival ? time <= until : time < until)
                for (var at = start; at < end; at++)
                    if (followUps[order[at]].EventObserved && uncensored[at] > 0)
                    {
                        var (below, same, all) = later.Around(order[at]);
                        var weight = 1 / uncensored[at] / uncensored[at];
                        concordant += weight * (below + tied * same);
                        compared += weight * all;
                    }

            if (ties != UnoConvention.Survival)
                Add(start, end, eventObserved: false);
            Add(start, end, eventObserved: true);
            end = start;
        }

        return new UnoConcordance(compared > 0 ? concordant / compared : null, concordant, compared, until, ties);

        void Add(int start, int end, bool eventObserved)
        {
            for (var at = start; at < end; at++)
                if (followUps[order[at]].EventObserved == eventObserved)
                    later.Add(order[at]);
        }
    }

    static double[] Uncensored(int[] order, double[] times, IReadOnlyList<FollowUp> followUps, UnoConvention ties)
    {
        var curve = new double[order.Length];
        var before = 1.0;
        for (int start = 0, end = 0; start < order.Length; start = end)
        {
            var censored = 0;
            for (; end < order.Length && times[order[end]] == times[order[start]]; end++)
                censored += followUps[order[end]].EventObserved ? 0 : 1;
            var here = end - start;
            double atRisk = order.Length - start;
            var after = ties switch
            {
                UnoConvention.SurvAuc => before * Math.Pow(1 - here / atRisk, censored),
                UnoConvention.SurvC1 => before * (1 - censored / atRisk),
                _ => censored > 0 ? before * (1 - censored / (atRisk - (here - censored))) : before,
            };
            for (var at = start; at < end; at++)
                curve[at] = ties == UnoConvention.SurvAuc ? after : before;
            before = after;
        }

        return curve;
    }

    /// <summary>How many participants have lower, and the same, markers; logarithmic in their number.</summary>
    sealed class MarkerTree
    {
        readonly int[] rank;
        readonly int[] own;
        readonly int[] tree;
        int total;

        public MarkerTree(IReadOnlyList<double> markers)
        {
            double[] distinct = [.. markers.Distinct().Order()];
            rank = [.. markers.Select(marker => Array.BinarySearch(distinct, marker))];
            (own, tree) = (new int[distinct.Length], new int[distinct.Length + 1]);
        }

        public void Add(int participant)
        {
            total++;
            own[rank[participant]]++;
            for (var node = rank[participant] + 1; node < tree.Length; node += node & -node)
                tree[node]++;
        }

        public (int Below, int Same, int All) Around(int participant)
        {
            var below = 0;
            for (var node = rank[participant]; node > 0; node &= node - 1)
                below += tree[node];
            return (below, own[rank[participant]], total);
        }
    }
}
