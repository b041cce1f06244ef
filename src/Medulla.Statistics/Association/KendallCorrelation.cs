using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Association;

/// <summary>How the probability of Kendall's correlation is found.</summary>
public enum KendallMethod
{
    /// <summary>Normal, variance corrected for ties. R: <c>exact = FALSE</c>.</summary>
    Normal,

    /// <summary>As <see cref="Normal"/>, one pair nearer to zero. R: <c>exact = FALSE, continuity = TRUE</c>.</summary>
    NormalWithContinuity,

    /// <summary>All orders; with ties <see cref="Normal"/>. R: <c>exact = TRUE</c>.</summary>
    Exact,
}

/// <summary>Kendall's τ-b: how many more pairs of participants two columns order alike than not.</summary>
/// <param name="Pairs">Participants with both values.</param>
/// <param name="Estimate">τ-b, from −1 to 1: the difference over the pairs that do not tie.</param>
/// <param name="Difference">S: concordant less discordant pairs.</param>
/// <param name="Variance">Of S when the columns have nothing to do with each other, corrected for ties.</param>
/// <param name="Method">As computed: an exact request with ties becomes <see cref="KendallMethod.Normal"/>.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>
/// Counted in O(n log n). Sources: Kendall 1938; ties, Kendall 1945; interval, Fieller, Hartley &amp; Pearson 1957.
/// R: <c>cor.test(x, y, method = "kendall")</c>.
/// </remarks>
public sealed record KendallCorrelation(
    int Pairs, double Estimate, double Difference, double Variance, KendallMethod Method, double Probability)
{
    /// <summary>More pairs than this are refused by the exact method: the normal probability is as good there.</summary>
    public const int MostPairsExact = 500;

    /// <summary>The convention in words.</summary>
    public string Convention => Method switch
    {
        KendallMethod.Exact => "Kendall tau, exact; R: cor.test(method = \"kendall\", exact = TRUE)",
        KendallMethod.NormalWithContinuity => "Kendall tau-b, normal, variance corrected for ties, continuity correction; "
            + "R: cor.test(method = \"kendall\", exact = FALSE, continuity = TRUE)",
        _ => "Kendall tau-b, normal, variance corrected for ties; R: cor.test(method = \"kendall\", exact = FALSE)",
    };

    /// <summary>T: concordant pairs, the statistic of the exact method.</summary>
    public double Concordant => (Pairs * (Pairs - 1.0) / 2 + Difference) / 2;

    /// <summary>S over its standard error, continuity corrected where the method says so.</summary>
    public double Z => Standardised(Difference, Variance, Method == KendallMethod.NormalWithContinuity);

    /// <param name="x">One finite value per participant.</param>
    /// <param name="y">One finite value per participant.</param>
    /// <param name="method">Normal unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three pairs, a column that is not finite or does not vary, or too many pairs for the
    /// exact method.
    /// </exception>
    public static KendallCorrelation Of(
        IReadOnlyList<double> x, IReadOnlyList<double> y, KendallMethod method = KendallMethod.Normal)
    {
        PairedValues.Require(x, y);
        var pairs = KendallPairs.Of(x, y);
        double count = x.Count, all = count * (count - 1) / 2;
        var estimate = pairs.Difference / Math.Sqrt((all - pairs.InX.Pairs) * (all - pairs.InY.Pairs));
        var variance = (count * (count - 1) * (2 * count + 5) - pairs.InX.Spread - pairs.InY.Spread) / 18
            + pairs.InX.Pairs / all * pairs.InY.Pairs
            + pairs.InX.Triples * pairs.InY.Triples / (9 * count * (count - 1) * (count - 2));
        if (method == KendallMethod.Exact && pairs.InX.Pairs + pairs.InY.Pairs > 0)
            method = KendallMethod.Normal;
        if (method == KendallMethod.Exact && x.Count > MostPairsExact)
            throw new ArgumentException(
                $"Found {x.Count} pairs. Expected at most {MostPairsExact} for the exact method: use the normal one.",
                nameof(method));

        var probability = method == KendallMethod.Exact
            ? Exact(x.Count, pairs.Difference)
            : Math.Min(1, StandardNormal.TwoSided(
                Standardised(pairs.Difference, variance, method == KendallMethod.NormalWithContinuity)));
        return new KendallCorrelation(x.Count, Math.Clamp(estimate, -1, 1), pairs.Difference, variance, method, probability);
    }

    /// <summary>
    /// Fisher z with standard error √(0.437 / (n − 4)): for |τ| below 0.8. Null for fewer than five pairs or a perfect order.
    /// </summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        PearsonCorrelation.FisherZ(Estimate, Pairs > 4 ? Math.Sqrt(0.437 / (Pairs - 4)) : 0, confidenceLevel);

    static double Exact(int count, double difference)
    {
        var most = (long)count * (count - 1) / 2;
        var concordant = (most + (long)difference) / 2;
        var farther = Math.Max(concordant, most - concordant);
        return Math.Min(1, 2 * KendallDistribution.AtMost(most - farther, count));
    }

    static double Standardised(double difference, double variance, bool corrected) =>
        (corrected ? Math.Sign(difference) * (Math.Abs(difference) - 1) : difference) / Math.Sqrt(variance);
}
