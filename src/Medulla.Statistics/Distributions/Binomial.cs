namespace Medulla.Statistics.Distributions;

/// <summary>The binomial distribution: how many of a number of independent participants are counted.</summary>
/// <remarks>R: <c>pbinom</c>.</remarks>
public static class Binomial
{
    /// <summary>Probability of at least this many.</summary>
    /// <param name="count">Any whole number.</param>
    /// <param name="total">0 or more.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double AtLeast(int count, int total, double share) =>
        count <= 0 ? 1 : count > total ? 0 : Beta.Cumulative(share, count, total - count + 1.0);

    /// <summary>Probability of at most this many.</summary>
    /// <param name="count">Any whole number.</param>
    /// <param name="total">0 or more.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double AtMost(int count, int total, double share) =>
        count < 0 ? 0 : count >= total ? 1 : Beta.Cumulative(1 - share, total - count, count + 1.0);
}
