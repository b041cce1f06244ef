namespace Medulla.Statistics.Description;

/// <summary>How a quantile is read between two observations.</summary>
/// <remarks>The nine types of Hyndman &amp; Fan 1996, as numbered by R's <c>quantile(type = )</c>.</remarks>
public enum QuantileType
{
    /// <summary>Type 1: inverse of the empirical distribution function.</summary>
    InverseDistribution = 1,

    /// <summary>Type 2: as 1, averaged at jumps. SAS: default (PCTLDEF=5).</summary>
    AveragedInverseDistribution = 2,

    /// <summary>Type 3: nearest observation, ties to the even one.</summary>
    NearestEven = 3,

    /// <summary>Type 4: linear between the empirical shares.</summary>
    LinearDistribution = 4,

    /// <summary>Type 5: linear, midway through the steps (hydrology).</summary>
    Hazen = 5,

    /// <summary>Type 6: linear on k / (n + 1). SPSS, Minitab.</summary>
    Weibull = 6,

    /// <summary>Type 7: linear on (k − 1) / (n − 1). Default of R, NumPy and Excel.</summary>
    Linear = 7,

    /// <summary>Type 8: about median-unbiased whatever the distribution.</summary>
    MedianUnbiased = 8,

    /// <summary>Type 9: about unbiased for normal data.</summary>
    NormalUnbiased = 9,
}

/// <summary>Values below which a given share of observations lies.</summary>
public static class Quantiles
{
    // R rounds positions that are whole but for the last bits.
    const double Fuzz = 4 * 2.220446049250313e-16;

    /// <param name="values">At least one, finite, in any order.</param>
    /// <param name="probability">From 0 to 1.</param>
    /// <param name="type">R's default unless said otherwise.</param>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static double Of(IEnumerable<double> values, double probability, QuantileType type = QuantileType.Linear)
    {
        return OfSorted(Sorted(values), probability, type);
    }

    /// <summary>Of values in ascending order.</summary>
    internal static double OfSorted(double[] sorted, double probability, QuantileType type = QuantileType.Linear)
    {
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected from 0 to 1.");

        if (type == QuantileType.Linear)
        {
            var place = (sorted.Length - 1) * probability;
            var foot = (int)Math.Floor(place + Fuzz);
            var share = place - foot;
            return Math.Abs(share) < Fuzz ? sorted[foot] : Between(sorted[foot], At(sorted, foot + 2), share);
        }

        var (position, weight) = Position(sorted.Length, probability, type);
        return Between(At(sorted, position), At(sorted, position + 1), weight);
    }

    internal static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = [.. values];
        FiniteValues.Require(sorted, nameof(values));
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The observation below, counted from 1 (0 before the first), and the weight of the one above.</summary>
    static (int Position, double Weight) Position(int count, double probability, QuantileType type)
    {
        if (type <= QuantileType.NearestEven)
        {
            var target = type == QuantileType.NearestEven ? count * probability - 0.5 : count * probability;
            var step = (int)Math.Floor(target + Fuzz);
            var beyond = target > step + Fuzz;
            return (step, type switch
            {
                QuantileType.InverseDistribution => beyond ? 1 : 0,
                QuantileType.AveragedInverseDistribution => beyond ? 1 : 0.5,
                _ => beyond || step % 2 != 0 ? 1 : 0,
            });
        }

        var (a, b) = type switch
        {
            QuantileType.LinearDistribution => (0.0, 1.0),
            QuantileType.Hazen => (0.5, 0.5),
            QuantileType.Weibull => (0.0, 0.0),
            QuantileType.MedianUnbiased => (1.0 / 3, 1.0 / 3),
            _ => (3.0 / 8, 3.0 / 8),
        };
        var place = a + probability * (count + 1 - a - b);
        var whole = (int)Math.Floor(place + Fuzz);
        var weight = place - whole;
        return (whole, Math.Abs(weight) < Fuzz ? 0 : weight);
    }

    static double At(double[] sorted, int position) => sorted[Math.Clamp(position, 1, sorted.Length) - 1];

    static double Between(double lower, double upper, double weight) =>
        weight == 0 ? lower : weight == 1 ? upper : (1 - weight) * lower + weight * upper;
}
