using MathNet.Numerics;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Discrimination;

/// <summary>A share counted in a number of independent participants, with the intervals the field uses.</summary>
/// <remarks>Sources: Wilson 1927; Clopper &amp; Pearson 1934; comparison, Brown, Cai &amp; DasGupta 2001.</remarks>
public sealed record BinomialProportion
{
    // Counts on the other side that are as unlikely but for rounding count too, as in R.
    const double EquallyUnlikely = 1 + 1e-7;

    /// <exception cref="ArgumentOutOfRangeException">
    /// The total is not above 0, or the count is not between 0 and the total.
    /// </exception>
    public BinomialProportion(int count, int total)
    {
        if (total < 1)
            throw new ArgumentOutOfRangeException(nameof(total), total, "Expected at least 1.");
        if (count < 0 || count > total)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Expected between 0 and the total.");
        (Count, Total) = (count, total);
    }

    public int Count { get; }

    public int Total { get; }

    public double Estimate => (double)Count / Total;

    /// <summary>Score interval: close to its level even in small cohorts. R: <c>prop.test(x, n, correct = FALSE)</c>.</summary>
    public Interval Wilson(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var (centre, _) = Recentred(z);
        var halfWidth = z / (1 + z * z / Total) * Math.Sqrt(Estimate * (1 - Estimate) / Total + z * z / (4.0 * Total * Total));
        return Within(centre - halfWidth, centre + halfWidth);
    }

    /// <summary>Never below its level, often above. R: <c>binom.test(x, n)</c>.</summary>
    public Interval ClopperPearson(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        return new Interval(
            Count == 0 ? 0 : Beta.Quantile(tail, Count, Total - Count + 1),
            Count == Total ? 1 : Beta.Quantile(1 - tail, Count + 1, Total - Count));
    }

    /// <summary>Plain interval about the centre of Wilson's; its ends may leave 0 and 1.</summary>
    public Interval AgrestiCoull(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var (centre, total) = Recentred(z);
        var halfWidth = z * Math.Sqrt(centre * (1 - centre) / total);
        return new Interval(centre - halfWidth, centre + halfWidth);
    }

    /// <summary>Bayesian interval under Jeffreys' prior; 0 and 1 are kept where nobody, or everybody, was counted.</summary>
    public Interval Jeffreys(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        return new Interval(
            Count == 0 ? 0 : Beta.Quantile(tail, Count + 0.5, Total - Count + 0.5),
            Count == Total ? 1 : Beta.Quantile(1 - tail, Count + 0.5, Total - Count + 0.5));
    }

    /// <summary>Plain interval, for comparison with older reports; its ends may leave 0 and 1.</summary>
    public Interval Wald(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * Math.Sqrt(Estimate * (1 - Estimate) / Total);
        return new Interval(Estimate - halfWidth, Estimate + halfWidth);
    }

    /// <summary>
    /// Two-sided exact probability of a count as unlikely as this one if the true share were <paramref name="share"/>.
    /// </summary>
    /// <remarks>R: <c>binom.test(x, n, p)</c>.</remarks>
    /// <param name="share">Between 0 and 1, ends excluded.</param>
    public double ProbabilityIfShareWere(double share)
    {
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected between 0 and 1.");

        var probabilities = Enumerable.Range(0, Total + 1).Select(count => Math.Exp(
            SpecialFunctions.BinomialLn(Total, count) + count * Math.Log(share) + (Total - count) * Math.Log(1 - share)))
            .ToArray();
        return Math.Min(1, probabilities.Where(one => one <= probabilities[Count] * EquallyUnlikely).Sum());
    }

    (double Centre, double Total) Recentred(double z) => ((Count + z * z / 2) / (Total + z * z), Total + z * z);

    // At a count of 0 the lower end is 0, but comes out as 1e-17 or so.
    Interval Within(double lower, double upper) =>
        new(Count == 0 ? 0 : Math.Max(0, lower), Count == Total ? 1 : Math.Min(1, upper));
}
