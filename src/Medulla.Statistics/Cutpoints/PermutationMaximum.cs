using Medulla.Statistics.Randomness;

namespace Medulla.Statistics.Cutpoints;

/// <summary>How often shuffled scores reach a maximally selected statistic.</summary>
/// <remarks>
/// Replicate b is a function of the seed and b alone. Each shuffles by drawing without replacement (Fisher and Yates) and
/// stops at the first cut that reaches the value. R: <c>maxstat.test(pmethod = "condMC")</c>, which counts those that
/// exceed it only.
/// </remarks>
static class PermutationMaximum
{
    const ulong Purpose = 0x706572_6D757465; // "permute"
    const double EquallyLarge = 1e-10;

    /// <summary>How many of the replicates reach the statistic, or exceed it.</summary>
    /// <param name="scores">One per participant; any order.</param>
    /// <param name="ends">Participants at or below each cut, ascending.</param>
    /// <param name="statistic">Largest standardised statistic.</param>
    /// <param name="replicates">Above 0.</param>
    /// <param name="seed">Of the whole.</param>
    /// <param name="exceeded">Those that equal the statistic do not count.</param>
    public static int Count(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> ends, double statistic, int replicates, ulong seed,
        bool exceeded = false)
    {
        var centred = Centred(scores);
        var bounds = Bounds(centred, ends, statistic * (exceeded ? 1 + EquallyLarge : 1 - EquallyLarge));
        var shuffled = new double[centred.Length];
        var reached = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            centred.CopyTo(shuffled, 0);
            if (Reaches(shuffled, bounds, new SplitMix(seed, (ulong)replicate, Purpose)))
                reached++;
        }

        return reached;
    }

    static bool Reaches(Span<double> scores, double[] bounds, SplitMix random)
    {
        var sum = 0.0;
        unchecked
        {
            for (var place = 0; place < bounds.Length; place++)
            {
                var other = place + random.Below((uint)(scores.Length - place));
                var score = scores[other];
                scores[other] = scores[place];
                sum += score;
                if (Math.Abs(sum) >= bounds[place])
                    return true;
            }
        }

        return false;
    }

    /// <summary>Scores less their mean, so that every sum is expected to be 0.</summary>
    public static double[] Centred(ReadOnlySpan<double> scores)
    {
        var mean = 0.0;
        foreach (var score in scores)
            mean += score;
        mean /= scores.Length;
        var centred = scores.ToArray();
        foreach (ref var score in centred.AsSpan())
            score -= mean;
        return centred;
    }

    /// <summary>Standard deviation of the sum of so many scores out of all, drawn without replacement.</summary>
    /// <param name="squares">Sum of squares of the centred scores.</param>
    /// <param name="participants">In all.</param>
    /// <param name="size">How many are drawn.</param>
    public static double Deviation(double squares, double participants, double size) =>
        Math.Sqrt(size * (participants - size) / (participants * (participants - 1)) * squares);

    public static double SumOfSquares(ReadOnlySpan<double> centred)
    {
        var squares = 0.0;
        foreach (var score in centred)
            squares += score * score;
        return squares;
    }

    // By how many were drawn, less one; infinite between the cuts.
    static double[] Bounds(ReadOnlySpan<double> centred, ReadOnlySpan<int> ends, double statistic)
    {
        var bounds = new double[ends[^1]];
        Array.Fill(bounds, double.PositiveInfinity);
        var squares = SumOfSquares(centred);
        foreach (var end in ends)
            bounds[end - 1] = statistic * Deviation(squares, centred.Length, end);
        return bounds;
    }
}
