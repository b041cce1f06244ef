using Medulla.Statistics.Description;

namespace Medulla.Statistics.Comparison;

/// <summary>How the probability of the largest distance is found.</summary>
public enum KolmogorovMethod
{
    /// <summary>Kolmogorov's limit for large groups, to every digit. R: <c>ks.test(exact = FALSE)</c> to 1e-7.</summary>
    Asymptotic,

    /// <summary>
    /// The limit as R up to version 4.2 computes it: below 1 the series ends after its first term, up to 1e-7 too soon, and
    /// small probabilities lose digits as 1 less the distribution. R: <c>ks.test(exact = FALSE)</c>.
    /// </summary>
    AsymptoticFirstTerm,

    /// <summary>All orders of the two groups, ties kept together. R: <c>ks.test(exact = TRUE)</c>.</summary>
    Exact,
}

/// <summary>Do two groups have the same distribution? The largest distance between the two empirical ones.</summary>
/// <param name="Distance">D, from 0 to 1.</param>
/// <param name="Method">As asked for.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>
/// Sources: Kolmogorov 1933; Smirnov 1939; exact, Hodges 1957. R: <c>ks.test(x, y, exact = )</c>.
/// </remarks>
public sealed record KolmogorovSmirnov(double Distance, KolmogorovMethod Method, double Probability)
{
    /// <summary>More than this product of the group sizes is refused by the exact method.</summary>
    public const long MostPathsExact = 100_000_000;

    /// <summary>The convention in words.</summary>
    public string Convention => Method switch
    {
        KolmogorovMethod.Exact => "Two-sample Kolmogorov–Smirnov, exact given the ties; R: ks.test(exact = TRUE)",
        KolmogorovMethod.Asymptotic => "Two-sample Kolmogorov–Smirnov, asymptotic; R: ks.test(exact = FALSE)",
        _ => "Two-sample Kolmogorov–Smirnov, asymptotic, first term as in R 4.2; R: ks.test(exact = FALSE)",
    };

    /// <param name="first">At least one finite value.</param>
    /// <param name="second">At least one finite value.</param>
    /// <param name="method">Asymptotic unless said otherwise.</param>
    /// <exception cref="ArgumentException">A group is empty or too large, or a value is not finite.</exception>
    public static KolmogorovSmirnov Compare(
        IReadOnlyList<double> first, IReadOnlyList<double> second, KolmogorovMethod method = KolmogorovMethod.Asymptotic)
    {
        ComparedGroups.Require([first, second], nameof(first));
        if (method == KolmogorovMethod.Exact && (long)first.Count * second.Count > MostPathsExact)
            throw new ArgumentException(
                $"Found groups of {first.Count} and {second.Count}. Expected smaller ones for the exact method: use the "
                    + "asymptotic one.", nameof(method));

        double[] one = Quantiles.Sorted(first), other = Quantiles.Sorted(second);
        var distance = 0.0;
        for (int i = 0, j = 0; i < one.Length || j < other.Length;)
        {
            (i, j) = Beyond(one, other, i, j);
            distance = Math.Max(distance, Math.Abs((double)i / one.Length - (double)j / other.Length));
        }

        double m = one.Length, n = other.Length;
        return new KolmogorovSmirnov(distance, method, method == KolmogorovMethod.Exact
            ? Exact(one, other, distance)
            : method == KolmogorovMethod.Asymptotic
                ? UpperTail(distance * Math.Sqrt(m * n / (m + n)), lastTerm: 19)
                : 1 - (1 - UpperTail(distance * Math.Sqrt(m * n / (m + n)), lastTerm: 1)));
    }

    /// <summary>How many of each group lie at or below the next value.</summary>
    static (int One, int Other) Beyond(double[] one, double[] other, int i, int j)
    {
        var next = i == one.Length ? other[j] : j == other.Length ? one[i] : Math.Min(one[i], other[j]);
        while (i < one.Length && one[i] == next)
            i++;
        while (j < other.Length && other[j] == next)
            j++;
        return (i, j);
    }

    /// <summary>Kolmogorov's distribution: two series, each where it converges at once.</summary>
    static double UpperTail(double x, int lastTerm)
    {
        if (x <= 0)
            return 1;

        var sum = 0.0;
        if (x < 1)
        {
            for (var k = 1; k <= lastTerm; k += 2)
                sum += Math.Exp(-k * k * Math.PI * Math.PI / (8 * x * x));
            return Math.Clamp(1 - Math.Sqrt(2 * Math.PI) / x * sum, 0, 1);
        }

        for (var k = 10; k > 0; k--)
            sum = Math.Exp(-2.0 * k * k * x * x) - sum;
        return 2 * sum;
    }

    /// <summary>
    /// Probability that a random order of the two groups reaches the distance somewhere. Between values that tie no distance
    /// can be seen, so only the ends of runs of ties are looked at.
    /// </summary>
    static double Exact(double[] one, double[] other, double distance)
    {
        double m = one.Length, n = other.Length;
        double[] all = [.. one.Concat(other).Order()];
        var reach = (0.5 + Math.Floor(distance * m * n - 1e-7)) / (m * n);
        var reached = new double[other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                var seen = i + j;
                if (seen == 0)
                    continue;
                var endOfRun = seen == all.Length || all[seen - 1] != all[seen];
                reached[j] = endOfRun && Math.Abs(i / m - j / n) > reach
                    ? 1
                    : (i > 0 ? reached[j] * i / seen : 0) + (j > 0 ? reached[j - 1] * j / seen : 0);
            }

        return Math.Min(1, reached[^1]);
    }
}
