namespace Medulla.Statistics.Association;

/// <summary>Ranks from 1, tied values sharing the mean of their ranks.</summary>
static class Midranks
{
    public static double[] Of(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Count];
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && values[order[next]] == values[order[first]])
                next++;
            for (var place = first; place < next; place++)
                ranks[order[place]] = (first + 1 + next) / 2.0;
        }

        return ranks;
    }

    /// <summary>Σ (t³ − t) over the runs of t tied values: 0 without ties.</summary>
    public static double TieSum(IEnumerable<double> values) =>
        values.GroupBy(value => value).Sum(run => Math.Pow(run.Count(), 3) - run.Count());
}
