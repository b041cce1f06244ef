using MathNet.Numerics;

namespace Medulla.Statistics.Distributions;

/// <summary>The t statistic of groups whose means do differ.</summary>
/// <remarks>
/// Two series of incomplete beta functions, weighted as Poisson. Sources: Lenth 1989 (AS 243). R: <c>pt(ncp = )</c>, <c>qt(ncp
/// = )</c>.
/// </remarks>
public static class NoncentralT
{
    const int MostTerms = 100_000;
    const double Negligible = 1e-17;

    /// <param name="t">Any finite number.</param>
    /// <param name="degreesOfFreedom">Above 0, not necessarily whole.</param>
    /// <param name="noncentrality">Difference over its standard error.</param>
    public static double Cumulative(double t, double degreesOfFreedom, double noncentrality)
    {
        if (degreesOfFreedom is not > 0)
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Expected above 0.");
        return t < 0
            ? 1 - UpToPositive(-t, degreesOfFreedom, -noncentrality)
            : UpToPositive(t, degreesOfFreedom, noncentrality);
    }

    public static double UpperTail(double t, double degreesOfFreedom, double noncentrality) =>
        t < 0
            ? UpToPositive(-t, degreesOfFreedom, -noncentrality)
            : 1 - UpToPositive(t, degreesOfFreedom, noncentrality);

    /// <param name="probability">Between 0 and 1, ends excluded.</param>
    /// <param name="degreesOfFreedom">Above 0.</param>
    /// <param name="noncentrality">Difference over its standard error.</param>
    public static double Quantile(double probability, double degreesOfFreedom, double noncentrality)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");
        return Cumulative(0, degreesOfFreedom, noncentrality) < probability
            ? MonotoneRoot.Positive(t => Cumulative(t, degreesOfFreedom, noncentrality) - probability)
            : -MonotoneRoot.Positive(t => probability - Cumulative(-t, degreesOfFreedom, noncentrality));
    }

    static double UpToPositive(double t, double degrees, double noncentrality)
    {
        var sum = StandardNormal.UpperTail(noncentrality);
        var share = t * t / (t * t + degrees);
        if (share <= 0)
            return sum;

        // Terms rise up to about half the square and fall again; they are started at their largest so that none underflows.
        var half = noncentrality * noncentrality / 2;
        var largest = (int)Math.Floor(half);
        var terms = 0.0;
        for (var term = largest; term < largest + MostTerms && Add(term) > Negligible; term++)
            continue;
        for (var term = largest - 1; term >= 0 && Add(term) > Negligible; term--)
            continue;
        return Math.Clamp(sum + terms / 2, 0, 1);

        double Add(int term)
        {
            var even = half == 0
                ? term == 0 ? 1 : 0
                : Math.Exp(-half + term * Math.Log(half) - SpecialFunctions.GammaLn(term + 1.0));
            var odd = half == 0
                ? 0
                : noncentrality / Constants.Sqrt2
                    * Math.Exp(-half + term * Math.Log(half) - SpecialFunctions.GammaLn(term + 1.5));
            var added = even * Beta.Cumulative(share, term + 0.5, degrees / 2)
                + odd * Beta.Cumulative(share, term + 1.0, degrees / 2);
            terms += added;
            return even + Math.Abs(odd);
        }
    }
}
