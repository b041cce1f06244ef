namespace Medulla.Statistics.Association;

/// <summary>Ranks from 1, tied values sharing the mean of their ranks.</summary>
static class Midranks
{
    public static double[] Of(IReadOnlyList<double> values) => WithTies(values).Ranks;

    /// <summary>The ranks, and Σ (t³ − t) over the runs of t tied values: 0 without ties.</summary>
    public static (double[] Ranks, double TieSum) WithTies(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values];
        var order = new int[sorted.Length];
        for (var index = 0; index < order.Length; index++)
            order[index] = index;
        Array.Sort(sorted, order);

        var ranks = new double[sorted.Length];
        var ties = 0.0;
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && sorted[next] == sorted[first])
                next++;
            for (var place = first; place < next; place++)
                ranks[order[place]] = (first + 1 + next) / 2.0;
            double run = next - first;
            ties += run * run * run - run;
        }

        return (ranks, ties);
    }

    /// <summary>Σ (t³ − t) over the runs of t tied values: 0 without ties.</summary>
    public static double TieSum(IEnumerable<double> values) => WithTies([.. values]).TieSum;
}
