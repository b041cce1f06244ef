using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Association;

/// <summary>How the probability of a rank correlation is found.</summary>
public enum SpearmanMethod
{
    /// <summary>Student's t on n − 2 degrees. R: <c>exact = FALSE</c>.</summary>
    StudentT,

    /// <summary>As <see cref="StudentT"/>, with R's correction. R: <c>exact = FALSE, continuity = TRUE</c>.</summary>
    StudentTWithContinuity,

    /// <summary>
    /// All orders for up to nine pairs, an Edgeworth series above; with ties <see cref="StudentT"/>. R: <c>exact = TRUE</c>.
    /// </summary>
    Exact,
}

/// <summary>Rank correlation of two columns: do they rise together, whatever the shape?</summary>
/// <param name="Pairs">Participants with both values.</param>
/// <param name="Estimate">Pearson's r of the midranks.</param>
/// <param name="SumOfSquares">S = (n³ − n)(1 − r) / 6: without ties, Σ of squared rank differences.</param>
/// <param name="Method">As computed: an exact request with ties becomes <see cref="SpearmanMethod.StudentT"/>.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>
/// Sources: Spearman 1904; exact and series, Best &amp; Roberts 1975 (AS 89); interval, Bonett &amp; Wright 2000.
/// R: <c>cor.test(x, y, method = "spearman")</c>.
/// </remarks>
public sealed record SpearmanCorrelation(
    int Pairs, double Estimate, double SumOfSquares, SpearmanMethod Method, double Probability)
{
    const int MostPairsEnumerated = 9;

    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"Spearman rank correlation, {(Method == SpearmanMethod.Exact ? "exact or Edgeworth" : "t approximation")}; "
        + $"R: cor.test(method = \"spearman\", exact = {(Method == SpearmanMethod.Exact ? "TRUE" : "FALSE")})";

    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than three pairs, or a column that is not finite or does not vary.
    /// </exception>
    public static SpearmanCorrelation Of(
        IReadOnlyList<double> x, IReadOnlyList<double> y, SpearmanMethod method = SpearmanMethod.StudentT)
    {
        PairedValues.Require(x, y);
        var estimate = PearsonCorrelation.Coefficient(Midranks.Of(x), Midranks.Of(y));
        if (method == SpearmanMethod.Exact && (x.Distinct().Count() < x.Count || y.Distinct().Count() < y.Count))
            method = SpearmanMethod.StudentT;

        double count = x.Count;
        var middle = (count * count * count - count) / 6;
        var squares = middle * (1 - estimate);
        var tail = squares > middle
            ? UpperTail(squares, count, method)
            : LowerTail(squares, count, method);
        return new SpearmanCorrelation(x.Count, estimate, squares, method, Math.Min(1, 2 * tail));
    }

    /// <summary>
    /// Fisher z with the standard error of Bonett &amp; Wright: √((1 + r²/2) / (n − 3)). Null for three pairs.
    /// </summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        PearsonCorrelation.FisherZ(
            Estimate, Pairs > 3 ? Math.Sqrt((1 + Estimate * Estimate / 2) / (Pairs - 3)) : 0, confidenceLevel);

    /// <summary>Fisher z with Pearson's standard error 1/√(n − 3): too narrow when the correlation is strong.</summary>
    public Interval? PlainFisherConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        PearsonCorrelation.FisherZ(Estimate, Pairs > 3 ? 1 / Math.Sqrt(Pairs - 3) : 0, confidenceLevel);

    // Small sums of squares mean a positive correlation.
    static double LowerTail(double squares, double count, SpearmanMethod method) =>
        method == SpearmanMethod.Exact
            ? 1 - AtLeast(Math.Round(squares) + 2, (int)count)
            : StudentT.UpperTail(Statistic(squares, count, method), count - 2);

    static double UpperTail(double squares, double count, SpearmanMethod method) =>
        method == SpearmanMethod.Exact
            ? AtLeast(Math.Round(squares), (int)count)
            : StudentT.Cumulative(Statistic(squares, count, method), count - 2);

    static double Statistic(double squares, double count, SpearmanMethod method)
    {
        var middle = count * (count * count - 1) / 6 + (method == SpearmanMethod.StudentTWithContinuity ? 1 : 0);
        var estimate = 1 - squares / middle;
        return estimate / Math.Sqrt((1 - estimate * estimate) / (count - 2));
    }

    /// <summary>Probability of a sum of squared rank differences of at least this, if all orders are equally likely.</summary>
    static double AtLeast(double squares, int count)
    {
        if (count <= MostPairsEnumerated)
            return Enumerated(squares, count);

        double share = 1.0 / count;
        var x = (6 * (squares - 1) * share / ((double)count * count - 1) - 1) * Math.Sqrt(1 / share - 1);
        var y = x * x;
        var series = x * share * (0.2274 + share * (0.2531 + 0.1745 * share)
            + y * (-0.0758 + share * (0.1033 + 0.3932 * share)
            - y * share * (0.0879 + 0.0151 * share
            - y * (0.0072 - 0.0831 * share + y * share * (0.0131 - 4.6e-4 * y)))));
        return Math.Clamp(series / Math.Exp(y / 2) + StandardNormal.UpperTail(x), 0, 1);
    }

    /// <summary>Counts the orders rank by rank; a state is the set of ranks already given out.</summary>
    static double Enumerated(double squares, int count)
    {
        var most = count * (count * count - 1) / 3;
        var orders = new double[1 << count][];
        orders[0] = new double[most + 1];
        orders[0][0] = 1;
        for (var given = 0; given < orders.Length - 1; given++)
        {
            var place = int.PopCount(given);
            for (var rank = 0; rank < count; rank++)
            {
                if ((given & (1 << rank)) != 0)
                    continue;
                var next = orders[given | (1 << rank)] ??= new double[most + 1];
                var square = (rank - place) * (rank - place);
                for (var sum = 0; sum + square <= most; sum++)
                    next[sum + square] += orders[given][sum];
            }
        }

        return orders[^1].Where((_, sum) => sum >= squares).Sum() / orders[^1].Sum();
    }
}
