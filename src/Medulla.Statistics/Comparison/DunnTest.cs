using System.Collections.Immutable;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Two of several groups compared by their mean ranks among all.</summary>
/// <param name="First">Place of the first group, from 0.</param>
/// <param name="Second">Place of the second group, from 0.</param>
/// <param name="Z">Difference of the mean ranks, first less second, over its standard error.</param>
/// <param name="Probability">Two-sided, of this pair alone.</param>
/// <param name="AdjustedProbability">For the number of pairs.</param>
public sealed record DunnComparison(int First, int Second, double Z, double Probability, double AdjustedProbability);

/// <summary>Which groups differ, after <see cref="KruskalWallis"/>: all pairs by the ranks of the whole cohort.</summary>
/// <param name="Pairs">0 and 1, 0 and 2, …</param>
/// <param name="Adjustment">Of the probabilities.</param>
/// <remarks>
/// Sources: Dunn 1964. R: <c>dunn.test::dunn.test</c> (which reports one-sided), <c>FSA::dunnTest</c>.
/// </remarks>
public sealed record DunnTest(ImmutableArray<DunnComparison> Pairs, Adjustment Adjustment)
{
    /// <summary>The convention in words.</summary>
    public string Convention =>
        $"Dunn's test, variance corrected for ties, two-sided, adjusted by {Adjustment}; R: FSA::dunnTest";

    /// <param name="groups">At least two, each with a finite value.</param>
    /// <param name="adjustment">Holm unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, an empty one, a value that is not finite, or none that differ.
    /// </exception>
    public static DunnTest Compare(IReadOnlyList<IReadOnlyList<double>> groups, Adjustment adjustment = Adjustment.Holm)
    {
        var ranks = GroupRanks.Of(groups, nameof(groups));
        var pairs = new List<DunnComparison>();
        for (var first = 0; first < groups.Count; first++)
            for (var second = first + 1; second < groups.Count; second++)
            {
                var z = (ranks.Means[first] - ranks.Means[second])
                    / Math.Sqrt(ranks.Variance * (1.0 / groups[first].Count + 1.0 / groups[second].Count));
                pairs.Add(new DunnComparison(first, second, z, StandardNormal.TwoSided(z), 0));
            }

        var adjusted = MultipleTesting.Adjust([.. pairs.Select(pair => pair.Probability)], adjustment);
        return new DunnTest(
            [.. pairs.Select((pair, place) => pair with { AdjustedProbability = adjusted[place] })], adjustment);
    }
}
