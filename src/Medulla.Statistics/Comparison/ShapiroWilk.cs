using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Are values normally distributed? How straight the line of the ordered values against normal scores is.</summary>
/// <param name="Count">Values, 3 to 5000.</param>
/// <param name="W">From just above 0 to 1; 1 where the line is straight.</param>
/// <param name="Probability">Of a W as small as this one from normal values.</param>
/// <remarks>
/// In a large cohort it finds departures that do not matter, in a small one it misses those that do: look at the figure.
/// Sources: Shapiro &amp; Wilk 1965; weights and probability, Royston 1995 (AS R94). R: <c>shapiro.test(x)</c>.
/// </remarks>
public sealed record ShapiroWilk(int Count, double W, double Probability)
{
    public const int FewestValues = 3;

    public const int MostValues = 5000;

    const int MostValuesSmall = 11;

    // Royston's probability of a W too small for his curve.
    const double Smallest = 1e-99;

    /// <summary>The convention in words.</summary>
    public const string Convention = "Shapiro–Wilk, Royston's approximation (AS R94); R: shapiro.test";

    /// <exception cref="ArgumentException">Too few or too many values, or one that is not finite, or none that
    /// differ.</exception>
    public static ShapiroWilk Of(IReadOnlyList<double> values)
    {
        if (values.Count is < FewestValues or > MostValues)
            throw new ArgumentException(
                $"Found {values.Count} values. Expected {FewestValues} to {MostValues}.", nameof(values));
        var sorted = Quantiles.Sorted(values);
        if (sorted[0] == sorted[^1])
            throw new ArgumentException("Found the same value in every place. Expected values that differ.", nameof(values));

        var weights = Weights(sorted.Length);
        var scale = sorted[^1] - sorted[0];
        var mean = sorted.Average(value => value / scale);
        double squares = 0, line = 0;
        for (var index = 0; index < sorted.Length; index++)
        {
            var distance = sorted[index] / scale - mean;
            squares += distance * distance;
            line += weights[index] * distance;
        }

        // 1 − W is kept without forming W first: near a straight line its digits would be lost.
        var length = Math.Sqrt(squares);
        var bend = Math.Max(0, (length - line) * (length + line) / squares);
        return new ShapiroWilk(sorted.Length, 1 - bend, Tail(bend, sorted.Length));
    }

    /// <summary>Of the ordered values; they sum to 0, their squares to 1.</summary>
    static double[] Weights(int count)
    {
        var weights = new double[count];
        if (count == FewestValues)
        {
            (weights[0], weights[2]) = (-Math.Sqrt(0.5), Math.Sqrt(0.5));
            return weights;
        }

        var scores = new double[count];
        for (var index = 0; index < count; index++)
            scores[index] = StandardNormal.Quantile((index + 1 - 0.375) / (count + 0.25));
        var squares = scores.Sum(score => score * score);
        var root = 1 / Math.Sqrt(count);
        var (last, nextToLast) = (scores[^1], scores[^2]);
        var first = last / Math.Sqrt(squares)
            + Polynomial(root, [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056]);
        var second = nextToLast / Math.Sqrt(squares)
            + Polynomial(root, [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633]);
        var two = count > 5;
        var divisor = two
            ? Math.Sqrt((squares - 2 * last * last - 2 * nextToLast * nextToLast)
                / (1 - 2 * first * first - 2 * second * second))
            : Math.Sqrt((squares - 2 * last * last) / (1 - 2 * first * first));
        for (var index = 0; index < count; index++)
            weights[index] = scores[index] / divisor;
        (weights[^1], weights[0]) = (first, -first);
        if (two)
            (weights[^2], weights[1]) = (second, -second);
        return weights;
    }

    static double Tail(double bend, int count)
    {
        if (count == FewestValues)
            return Math.Max(0, 6 / Math.PI * (Math.Asin(Math.Sqrt(1 - bend)) - Math.Asin(Math.Sqrt(0.75))));
        if (bend <= 0)
            return 1;

        double logBend = Math.Log(bend), logCount = Math.Log(count);
        if (count > MostValuesSmall)
            return StandardNormal.UpperTail((logBend - Polynomial(logCount, [-1.5861, -0.31082, -0.083751, 0.0038915]))
                / Math.Exp(Polynomial(logCount, [-0.4803, -0.082676, 0.0030302])));

        var gamma = Polynomial(count, [-2.273, 0.459]);
        return logBend >= gamma
            ? Smallest
            : StandardNormal.UpperTail(
                (-Math.Log(gamma - logBend) - Polynomial(count, [0.544, -0.39978, 0.025054, -6.714e-4]))
                / Math.Exp(Polynomial(count, [1.3822, -0.77857, 0.062767, -0.0020322])));
    }

    static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var power = coefficients.Length - 1; power >= 0; power--)
            value = value * x + coefficients[power];
        return value;
    }
}
