using Medulla.Statistics.Association;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>How the probability of a rank sum is found.</summary>
public enum RankSumMethod
{
    /// <summary>Normal with continuity correction. R: <c>wilcox.test(exact = FALSE)</c>.</summary>
    NormalWithContinuity,

    /// <summary>Normal without. R: <c>wilcox.test(exact = FALSE, correct = FALSE)</c>.</summary>
    Normal,

    /// <summary>
    /// All divisions of the observed values into two groups, midranks where they tie. R: <c>wilcox.test(exact = TRUE)</c>
    /// without ties, <c>coin::wilcox_test(distribution = "exact")</c> with.
    /// </summary>
    Exact,
}

/// <summary>How far the first group lies above the second.</summary>
/// <param name="Estimate">Median of all differences between the groups (Hodges &amp; Lehmann 1963).</param>
/// <param name="Confidence">Null where no interval exists: exact method with ties, or groups too small for the level.</param>
public sealed record LocationShift(double Estimate, Interval? Confidence);

/// <summary>Do values of one group tend to exceed those of the other? Wilcoxon's, or Mann and Whitney's, test.</summary>
/// <remarks>Sources: Wilcoxon 1945; Mann &amp; Whitney 1947; exact with ties, Streitberg &amp; Röhmel 1986.</remarks>
public sealed class WilcoxonRankSum
{
    /// <summary>More participants than this are refused by the exact method: the normal probability is as good there.</summary>
    public const int MostParticipantsExact = 200;

    readonly IReadOnlyList<double> first;
    readonly IReadOnlyList<double> second;

    WilcoxonRankSum(IReadOnlyList<double> first, IReadOnlyList<double> second, RankSumMethod method)
    {
        (this.first, this.second, Method) = (first, second, method);
        double[] all = [.. first, .. second];
        var (ranks, tieSum) = Midranks.WithTies(all);
        Tied = tieSum > 0;
        var rankSum = ranks.Take(first.Count).Sum();
        Statistic = rankSum - first.Count * (first.Count + 1.0) / 2;
        Variance = VarianceWith(tieSum);

        var distance = Statistic - Middle;
        Z = Variance > 0 ? distance / Math.Sqrt(Variance) : null;
        Probability = method == RankSumMethod.Exact
            ? new RankSumDistribution(ranks, first.Count).TwoSided(rankSum)
            : Variance > 0
                ? Math.Min(1, StandardNormal.TwoSided(Corrected(distance) / Math.Sqrt(Variance)))
                : 1;
    }

    public RankSumMethod Method { get; }

    /// <summary>W: pairs in which the first group's value is higher, ties one half.</summary>
    public double Statistic { get; }

    /// <summary>Of W, corrected for ties.</summary>
    public double Variance { get; }

    /// <summary>Standardised W, without continuity correction; null when all values are equal.</summary>
    public double? Z { get; }

    public bool Tied { get; }

    /// <summary>Two-sided.</summary>
    public double Probability { get; }

    /// <summary>The convention in words.</summary>
    public string Convention => Method switch
    {
        RankSumMethod.Exact when Tied =>
            "Wilcoxon rank sum, exact given the ties; R: coin::wilcox_test(distribution = \"exact\")",
        RankSumMethod.Exact => "Wilcoxon rank sum, exact; R: wilcox.test(exact = TRUE)",
        RankSumMethod.Normal =>
            "Wilcoxon rank sum, normal without continuity correction; R: wilcox.test(exact = FALSE, correct = FALSE)",
        _ => "Wilcoxon rank sum, normal with continuity correction; R: wilcox.test(exact = FALSE)",
    };

    double Middle => first.Count * (double)second.Count / 2;

    /// <param name="first">At least one finite value.</param>
    /// <param name="second">At least one finite value.</param>
    /// <param name="method">Normal with continuity correction unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// A group is empty, a value is not finite, or the exact method meets too many.
    /// </exception>
    public static WilcoxonRankSum Compare(
        IReadOnlyList<double> first, IReadOnlyList<double> second,
        RankSumMethod method = RankSumMethod.NormalWithContinuity)
    {
        FiniteValues.Require(first, nameof(first));
        FiniteValues.Require(second, nameof(second));
        if (method == RankSumMethod.Exact && first.Count + second.Count > MostParticipantsExact)
            throw new ArgumentException(
                $"Found {first.Count + second.Count} participants. Expected at most {MostParticipantsExact} for the exact "
                    + "method: use the normal one.",
                nameof(method));
        return new WilcoxonRankSum(first, second, method);
    }

    /// <summary>How far the first group lies above the second, with the interval that belongs to the test.</summary>
    /// <remarks>R's root finder gives the same limits to about 1e-4; these are the differences themselves.</remarks>
    public LocationShift Shift(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        var differences = Quantiles.Sorted(first.SelectMany(_ => second, (one, other) => one - other));
        var estimate = (differences[(differences.Length - 1) / 2] + differences[differences.Length / 2]) / 2;
        if (LimitFromBelow(tail) is not { } place || place < 1 || place > differences.Length - place + 1)
            return new LocationShift(estimate, null);
        return new LocationShift(estimate, new Interval(differences[place - 1], differences[^place]));
    }

    /// <summary>Which of the sorted differences, counted from 1, is the lower limit.</summary>
    int? LimitFromBelow(double tail)
    {
        if (Method == RankSumMethod.Exact)
            return Tied ? null : Math.Max(1, new RankSumDistribution(
                [.. Enumerable.Range(1, first.Count + second.Count).Select(rank => (double)rank)], first.Count).Quantile(tail));

        // Shifting one group leaves the ties within the groups and none between.
        var spread = Math.Sqrt(VarianceWith(Midranks.TieSum(first) + Midranks.TieSum(second)));
        var reach = -StandardNormal.Quantile(tail) * spread + (Method == RankSumMethod.NormalWithContinuity ? 0.5 : 0);
        return (int)Math.Floor(Middle - reach) + 1;
    }

    double VarianceWith(double tieSum)
    {
        double total = first.Count + second.Count;
        return first.Count * (double)second.Count / 12 * (total + 1 - tieSum / (total * (total - 1)));
    }

    double Corrected(double distance) =>
        Method == RankSumMethod.NormalWithContinuity ? Math.Sign(distance) * Math.Max(0, Math.Abs(distance) - 0.5) : distance;
}
