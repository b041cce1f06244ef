using System.Collections.Immutable;
using System.Globalization;

namespace Medulla.Statistics.Comparison;

/// <summary>What is held at its level when several hypotheses are tested at once.</summary>
public enum Adjustment
{
    /// <summary>Any false finding; the plainest and weakest.</summary>
    Bonferroni,

    /// <summary>Any false finding; always to be preferred to Bonferroni (Holm 1979).</summary>
    Holm,

    /// <summary>Any false finding, for tests that do not oppose one another (Hochberg 1988).</summary>
    Hochberg,

    /// <summary>Any false finding; a little sharper than Hochberg (Hommel 1988).</summary>
    Hommel,

    /// <summary>
    /// The share of false findings, for tests that do not oppose one another (Benjamini &amp; Hochberg 1995).
    /// </summary>
    BenjaminiHochberg,

    /// <summary>The share of false findings, whatever the tests (Benjamini &amp; Yekutieli 2001).</summary>
    BenjaminiYekutieli,
}

/// <summary>Probabilities adjusted for the number of tests.</summary>
/// <remarks>
/// Sources: Holm 1979; Hochberg 1988; Hommel 1988; Benjamini &amp; Hochberg 1995; Benjamini &amp; Yekutieli 2001.
/// R: <c>p.adjust</c>.
/// </remarks>
public static class MultipleTesting
{
    /// <param name="probabilities">From 0 to 1, in any order.</param>
    /// <param name="adjustment">Chosen before the tests are seen.</param>
    /// <returns>In the order given; never below the probability itself, never above 1.</returns>
    /// <exception cref="ArgumentException">A probability is not from 0 to 1.</exception>
    public static ImmutableArray<double> Adjust(IReadOnlyList<double> probabilities, Adjustment adjustment)
    {
        for (var index = 0; index < probabilities.Count; index++)
            if (probabilities[index] is not (>= 0 and <= 1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the probability {probabilities[index]} at index {index}. Expected from 0 to 1."),
                    nameof(probabilities));

        if (adjustment == Adjustment.Hommel)
            return Hommel(probabilities);

        var count = probabilities.Count;
        var smallestFirst = Enumerable.Range(0, count).OrderBy(index => probabilities[index]).ToArray();
        var harmonic = Enumerable.Range(1, count).Sum(place => 1.0 / place);
        var adjusted = new double[count];
        for (var place = 0; place < count; place++)
            adjusted[smallestFirst[place]] = Math.Min(1, probabilities[smallestFirst[place]] * (adjustment switch
            {
                Adjustment.Bonferroni => count,
                Adjustment.Holm or Adjustment.Hochberg => count - place,
                Adjustment.BenjaminiHochberg => (double)count / (place + 1),
                _ => harmonic * count / (place + 1),
            }));

        // A larger probability never comes out smaller: step down from the smallest, or up from the largest.
        if (adjustment == Adjustment.Holm)
            for (var place = 1; place < count; place++)
                adjusted[smallestFirst[place]] = Math.Max(adjusted[smallestFirst[place]], adjusted[smallestFirst[place - 1]]);
        else if (adjustment != Adjustment.Bonferroni)
            for (var place = count - 2; place >= 0; place--)
                adjusted[smallestFirst[place]] = Math.Min(adjusted[smallestFirst[place]], adjusted[smallestFirst[place + 1]]);

        return [.. adjusted];
    }

    /// <summary>
    /// For each number m of true hypotheses, Simes' bound of the m largest; a probability is adjusted to the largest bound
    /// that it takes part in.
    /// </summary>
    static ImmutableArray<double> Hommel(IReadOnlyList<double> probabilities)
    {
        var count = probabilities.Count;
        var smallestFirst = Enumerable.Range(0, count).OrderBy(index => probabilities[index]).ToArray();
        double[] sorted = [.. smallestFirst.Select(index => probabilities[index])];
        double[] adjusted = [.. sorted];
        for (var tested = count; tested > 0; tested--)
        {
            var bound = double.PositiveInfinity;
            for (var place = 1; place <= tested; place++)
                bound = Math.Min(bound, tested * sorted[count - tested + place - 1] / place);
            for (var place = 0; place < count; place++)
                adjusted[place] = Math.Max(adjusted[place], Math.Min(bound, tested * sorted[place]));
        }

        var inOrder = new double[count];
        for (var place = 0; place < count; place++)
            inOrder[smallestFirst[place]] = Math.Min(1, adjusted[place]);
        return [.. inOrder];
    }
}
