using MathNet.Numerics.Integration;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Cutpoints;

/// <summary>
/// Probability that one of the standardised statistics of neighbouring cuts lies beyond a value, if all are normal.
/// </summary>
/// <remarks>
/// The correlations m(N − m′) / (m′(N − m)), under the root, are those of a Brownian bridge, hence of a Markov chain: the
/// integral over all cuts is a chain of one-dimensional ones, each by Gauss and Legendre, and needs no random numbers.
/// Sources: Hothorn &amp; Lausen 2003. R: <c>maxstat.test(pmethod = "exactGauss")</c>, which integrates at random.
/// </remarks>
static class GaussianMaximum
{
    const double KernelReach = 9; // Standard deviations; beyond, 1e-19.
    const double NodesPerDeviation = 2.5;
    const int FewestNodes = 48;

    /// <param name="bound">Above 0.</param>
    /// <param name="ends">Participants at or below each cut, ascending.</param>
    /// <param name="participants">In all.</param>
    public static double Beyond(double bound, ReadOnlySpan<int> ends, int participants)
    {
        var narrowest = 1.0;
        for (var cut = 1; cut < ends.Length; cut++)
            narrowest = Math.Min(narrowest, Deviation(ends[cut - 1], ends[cut], participants));
        var count = Math.Max(FewestNodes, (int)Math.Ceiling(NodesPerDeviation * bound / narrowest));
        var (nodes, weights) = Nodes(count, bound);

        // Mass that stayed within the bound so far, by |z|; what leaves at each cut adds up, without any 1 − p.
        var (within, next) = (new double[count], new double[count]);
        for (var node = 0; node < count; node++)
            within[node] = 2 * StandardNormal.Density(nodes[node]);
        var beyond = StandardNormal.TwoSided(bound);
        for (var cut = 1; cut < ends.Length; cut++)
        {
            var deviation = Deviation(ends[cut - 1], ends[cut], participants);
            var correlation = Math.Sqrt((1 - deviation) * (1 + deviation));
            Array.Clear(next);
            for (var from = 0; from < count; from++)
            {
                var mean = correlation * nodes[from];
                var mass = weights[from] * within[from];
                beyond += mass * (StandardNormal.UpperTail((bound - mean) / deviation)
                    + StandardNormal.UpperTail((bound + mean) / deviation));
                Spread(nodes, next, mean, deviation, mass);
            }

            (within, next) = (next, within);
        }

        return Math.Min(1, beyond);
    }

    static void Spread(double[] nodes, double[] next, double mean, double deviation, double mass)
    {
        var scale = mass / (deviation * Math.Sqrt(2 * Math.PI));
        var first = Array.BinarySearch(nodes, mean - KernelReach * deviation);
        for (var to = first < 0 ? ~first : first; to < nodes.Length && nodes[to] <= mean + KernelReach * deviation; to++)
        {
            var z = (nodes[to] - mean) / deviation;
            next[to] += scale * Math.Exp(-z * z / 2);
        }

        // The other sign of z folds onto the same |z|.
        for (var to = 0; to < nodes.Length && nodes[to] + mean <= KernelReach * deviation; to++)
        {
            var z = (nodes[to] + mean) / deviation;
            next[to] += scale * Math.Exp(-z * z / 2);
        }
    }

    // √(1 − ρ²) of two cuts.
    static double Deviation(int lower, int upper, int participants) =>
        Math.Sqrt((double)participants * (upper - lower) / ((double)upper * (participants - lower)));

    static (double[] Nodes, double[] Weights) Nodes(int count, double bound)
    {
        var rule = new GaussLegendreRule(0, bound, count);
        return (rule.Abscissas, rule.Weights);
    }
}
