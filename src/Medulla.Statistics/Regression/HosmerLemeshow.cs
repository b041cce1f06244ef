using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>Participants of about the same fitted risk.</summary>
/// <param name="Participants">At least one.</param>
/// <param name="Observed">Cases among them.</param>
/// <param name="Expected">Sum of their fitted risks.</param>
public sealed record RiskGroup(int Participants, int Observed, double Expected);

/// <summary>Do cases come as often as a logistic model says, in groups of rising risk?</summary>
/// <remarks>
/// Groups are cut at quantiles of type 7 of the fitted risks, a risk on a cut belonging below it; equal cuts fall
/// together. χ² = Σ (O − E)² / (E (1 − E/n)), on two degrees of freedom fewer than groups. The test depends on the number
/// of groups, and large cohorts fail it for trifles: look at a calibration curve beside it.
/// R: <c>cut(fitted, quantile(fitted, 0:10 / 10), include.lowest = TRUE)</c>. Sources: Hosmer &amp; Lemeshow 1980.
/// </remarks>
public sealed record HosmerLemeshow(
    double ChiSquare, int DegreesOfFreedom, double? Probability, ImmutableArray<RiskGroup> Groups)
{
    /// <param name="fitted">Risks from 0 to 1, one per participant.</param>
    /// <param name="outcomes">True for a case.</param>
    /// <param name="groups">At least 3; 10 is the custom.</param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not between 0 and 1, or too few groups.</exception>
    public static HosmerLemeshow Of(IReadOnlyList<double> fitted, IReadOnlyList<bool> outcomes, int groups = 10)
    {
        if (fitted.Count != outcomes.Count || fitted.Count == 0)
            throw new ArgumentException(
                $"Found {fitted.Count} risks and {outcomes.Count} outcomes. Expected one of each per participant.",
                nameof(fitted));
        if (groups < 3)
            throw new ArgumentOutOfRangeException(nameof(groups), groups, "Expected at least 3 groups.");
        for (var index = 0; index < fitted.Count; index++)
            if (fitted[index] is not (>= 0 and <= 1))
                throw new ArgumentException(
                    FormattableString.Invariant($"Found the risk {fitted[index]} at index {index}. Expected from 0 to 1."),
                    nameof(fitted));

        double[] cuts = [.. Enumerable.Range(1, groups)
            .Select(group => Quantiles.Of(fitted, (double)group / groups)).Distinct().Order()];
        var counts = new int[cuts.Length];
        var observed = new int[cuts.Length];
        var expected = new double[cuts.Length];
        for (var index = 0; index < fitted.Count; index++)
        {
            var place = Array.BinarySearch(cuts, fitted[index]);
            var group = Math.Min(place < 0 ? ~place : place, cuts.Length - 1);
            counts[group]++;
            observed[group] += outcomes[index] ? 1 : 0;
            expected[group] += fitted[index];
        }

        RiskGroup[] filled = [.. Enumerable.Range(0, cuts.Length).Where(group => counts[group] > 0)
            .Select(group => new RiskGroup(counts[group], observed[group], expected[group]))];
        var chiSquare = filled.Sum(group =>
            Math.Pow(group.Observed - group.Expected, 2) / (group.Expected * (1 - group.Expected / group.Participants)));
        var degrees = filled.Length - 2;
        return new HosmerLemeshow(
            chiSquare, degrees, degrees > 0 ? ChiSquared.UpperTail(chiSquare, degrees) : null, [.. filled]);
    }
}
