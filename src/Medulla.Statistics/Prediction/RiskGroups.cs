using Medulla.Statistics.Description;

namespace Medulla.Statistics.Prediction;

/// <summary>Participants cut into groups at quantiles of their risk.</summary>
static class RiskGroups
{
    /// <returns>Rows of each group that has any, lowest risk first.</returns>
    public static IReadOnlyList<int[]> Of(IReadOnlyList<double> risks, int groups)
    {
        if (groups < 1)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "Expected at least 1.");
        double[] limits = [.. Enumerable.Range(1, groups - 1)
            .Select(group => Quantiles.Of(risks, (double)group / groups)).Distinct()];

        // A limit belongs to the group below it, but the lowest value is never a group of nobody.
        return [.. Enumerable.Range(0, risks.Count)
            .GroupBy(row => limits.Count(limit => limit < risks[row]))
            .OrderBy(group => group.Key).Select(group => group.ToArray())];
    }
}
