namespace Medulla.Statistics.Cutpoints;

/// <summary>Scores as whole numbers, for the exact distribution of their sums.</summary>
/// <remarks>R: <c>maxstat.test(iscores = TRUE)</c>.</remarks>
static class WholeNumbers
{
    /// <summary>From 0 to the number of participants, rounded; of nearly the same shape.</summary>
    public static int[] Spread(double[] scores)
    {
        var (lowest, highest) = (scores.Min(), scores.Max());
        return [.. scores.Select(score =>
            (int)Math.Round((score - lowest) * scores.Length / (highest - lowest), MidpointRounding.ToEven))];
    }

    /// <summary>The ranks themselves, doubled where two share one.</summary>
    public static int[] OfMidranks(double[] ranks)
    {
        var factor = ranks.All(double.IsInteger) ? 1 : 2;
        return [.. ranks.Select(rank => (int)(factor * rank))];
    }
}
