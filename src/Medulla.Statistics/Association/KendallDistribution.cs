namespace Medulla.Statistics.Association;

/// <summary>Concordant pairs when every order of untied values is equally likely.</summary>
/// <remarks>
/// One participant after the other: the next may stand at any of its places and so be concordant with 0, 1, … of those
/// before. Sources: Kendall 1938. R: <c>cor.test(method = "kendall", exact = TRUE)</c>.
/// </remarks>
static class KendallDistribution
{
    /// <summary>Probability of at most this many concordant pairs.</summary>
    public static double AtMost(long concordant, int count)
    {
        var most = (long)count * (count - 1) / 2;
        if (concordant < 0)
            return 0;
        if (concordant >= most)
            return 1;

        // The distribution is symmetric: the shorter tail is summed.
        if (2 * concordant >= most)
            return 1 - AtMost(most - concordant - 1, count);

        var probability = new double[concordant + 1];
        var next = new double[concordant + 1];
        probability[0] = 1;
        for (var seen = 2; seen <= count; seen++)
        {
            var window = 0.0;
            for (var pairs = 0; pairs < probability.Length; pairs++)
            {
                window += probability[pairs];
                if (pairs >= seen)
                    window -= probability[pairs - seen];
                next[pairs] = window / seen;
            }

            (probability, next) = (next, probability);
        }

        return probability.Sum();
    }
}
