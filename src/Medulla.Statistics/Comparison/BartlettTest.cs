using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do normal groups spread alike? Bartlett's test.</summary>
/// <param name="ChiSquare">K²: Bartlett's corrected likelihood ratio.</param>
/// <param name="DegreesOfFreedom">Groups − 1.</param>
/// <param name="Probability">Upper tail.</param>
/// <remarks>
/// Data that are not normal mislead it; prefer <see cref="FlignerKilleen"/>. Sources: Bartlett 1937.
/// R: <c>bartlett.test(x ~ group)</c>.
/// </remarks>
public sealed record BartlettTest(double ChiSquare, int DegreesOfFreedom, double Probability)
{
    /// <summary>The convention in words.</summary>
    public const string Convention = "Bartlett's test of equal variances; R: bartlett.test";

    /// <param name="groups">At least two, each with two finite values that differ.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, a group too small or without spread, or a value that is not finite.
    /// </exception>
    public static BartlettTest Compare(params IReadOnlyList<double>[] groups)
    {
        ComparedGroups.Require(groups, nameof(groups), participants: 2);
        double squares = 0, logarithms = 0, reciprocals = 0;
        var degrees = 0;
        for (var group = 0; group < groups.Length; group++)
        {
            var own = groups[group].Count - 1;
            var ownSquares = ComparedGroups.Moments(groups[group]).Squares;
            if (!(ownSquares > 0))
                throw new ArgumentException($"Found no spread in group {group}. Expected values that differ.", nameof(groups));
            squares += ownSquares;
            logarithms += own * Math.Log(ownSquares / own);
            reciprocals += 1.0 / own;
            degrees += own;
        }

        var chiSquare = (degrees * Math.Log(squares / degrees) - logarithms)
            / (1 + (reciprocals - 1.0 / degrees) / (3 * (groups.Length - 1)));
        chiSquare = Math.Max(0, chiSquare);
        return new BartlettTest(chiSquare, groups.Length - 1, ChiSquared.UpperTail(chiSquare, groups.Length - 1));
    }
}
