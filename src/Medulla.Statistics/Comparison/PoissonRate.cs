using MathNet.Numerics;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Events counted over an exposure (patient-years), with the exact interval of their rate.</summary>
/// <remarks>Sources: Garwood 1936. R: <c>poisson.test(x, T, r)</c>.</remarks>
public sealed record PoissonRate
{
    // Counts on the other side that are as unlikely but for rounding count too, as in R.
    const double EquallyUnlikely = 1 + 1e-7;

    /// <param name="count">0 or more.</param>
    /// <param name="exposure">Above 0, in the unit that the rate is per.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 0, or the exposure not above 0.</exception>
    public PoissonRate(int count, double exposure)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(exposure > 0 && double.IsFinite(exposure)))
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "Expected a finite exposure above 0.");
        (Count, Exposure) = (count, exposure);
    }

    /// <summary>The convention in words.</summary>
    public const string Convention = "Exact Poisson test, two-sided by probability, Garwood interval; R: poisson.test";

    public int Count { get; }

    public double Exposure { get; }

    /// <summary>Events per unit of exposure.</summary>
    public double Estimate => Count / Exposure;

    /// <summary>Garwood's exact interval of the rate.</summary>
    public Interval Confidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        return new Interval(
            Count == 0 ? 0 : ChiSquared.Quantile(tail, 2.0 * Count) / 2 / Exposure,
            ChiSquared.Quantile(1 - tail, 2.0 * (Count + 1)) / 2 / Exposure);
    }

    /// <summary>Two-sided exact probability of a count as unlikely as this one if the true rate were this.</summary>
    /// <param name="rate">Above 0, per unit of exposure.</param>
    public double ProbabilityIfRateWere(double rate)
    {
        if (!(rate > 0 && double.IsFinite(rate)))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Expected a finite rate above 0.");

        var mean = rate * Exposure;
        var limit = LogDensity(Count, mean) + Math.Log(EquallyUnlikely);
        if (LogDensity((int)Math.Floor(mean), mean) <= limit)
            return 1;

        // Densities fall on both sides of the mean, so the other tail begins where they come down to the observed one.
        if (Count < mean)
        {
            var other = FirstAbove(mean, limit);
            return Math.Min(1, AtMost(Count, mean) + AtLeast(other, mean));
        }

        var below = (int)Math.Floor(mean);
        while (below >= 0 && LogDensity(below, mean) > limit)
            below--;
        return Math.Min(1, AtLeast(Count, mean) + (below < 0 ? 0 : AtMost(below, mean)));
    }

    static int FirstAbove(double mean, double limit)
    {
        var (inside, outside) = ((int)Math.Ceiling(mean), (int)Math.Ceiling(2 * mean) + 10);
        while (LogDensity(outside, mean) > limit)
            (inside, outside) = (outside, 2 * outside);
        while (outside - inside > 1)
        {
            var middle = inside + (outside - inside) / 2;
            if (LogDensity(middle, mean) > limit)
                inside = middle;
            else
                outside = middle;
        }

        return LogDensity(inside, mean) > limit ? outside : inside;
    }

    static double LogDensity(int count, double mean) => count * Math.Log(mean) - mean - SpecialFunctions.FactorialLn(count);

    static double AtMost(int count, double mean) => ChiSquared.UpperTail(2 * mean, 2.0 * (count + 1));

    static double AtLeast(int count, double mean) => count <= 0 ? 1 : ChiSquared.Cumulative(2 * mean, 2.0 * count);
}
