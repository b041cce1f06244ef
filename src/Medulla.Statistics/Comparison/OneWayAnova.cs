using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Comparison;

/// <summary>Do the means of several groups differ? One-way analysis of variance, or Welch's.</summary>
/// <param name="Statistic">F.</param>
/// <param name="NumeratorDegrees">Groups − 1.</param>
/// <param name="DenominatorDegrees">Whole with equal variances, usually not for Welch.</param>
/// <param name="Probability">Upper tail.</param>
/// <param name="EqualVariances">False for Welch's test.</param>
/// <remarks>Sources: Fisher 1925; Welch 1951. R: <c>oneway.test(x ~ group, var.equal = )</c>.</remarks>
public sealed record OneWayAnova(
    double Statistic, int NumeratorDegrees, double DenominatorDegrees, double Probability, bool EqualVariances)
{
    /// <summary>The convention in words.</summary>
    public string Convention => EqualVariances
        ? "One-way analysis of variance; R: oneway.test(var.equal = TRUE)"
        : "Welch's one-way analysis, variances unequal; R: oneway.test(var.equal = FALSE)";

    /// <param name="groups">At least two, each with two finite values; for Welch with values that differ.</param>
    /// <param name="equalVariances">False, Welch's test, unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, a group too small or without spread, or a value that is not finite.
    /// </exception>
    public static OneWayAnova Compare(IReadOnlyList<IReadOnlyList<double>> groups, bool equalVariances = false)
    {
        ComparedGroups.Require(groups, nameof(groups), equalVariances ? 1 : 2);
        var moments = groups.Select(ComparedGroups.Moments).ToArray();
        return equalVariances ? Fisher(groups, moments) : Welch(groups, moments);
    }

    static OneWayAnova Fisher(IReadOnlyList<IReadOnlyList<double>> groups, (double Mean, double Squares)[] moments)
    {
        var count = groups.Sum(group => group.Count);
        var mean = groups.Zip(moments, (group, own) => group.Count * own.Mean).Sum() / count;
        var between = groups.Zip(moments, (group, own) => group.Count * (own.Mean - mean) * (own.Mean - mean)).Sum();
        var within = moments.Sum(own => own.Squares);
        var (numerator, denominator) = (groups.Count - 1, count - groups.Count);
        if (denominator == 0 || !(within > 0))
            throw new ArgumentException("Found no spread within the groups. Expected values that differ.", nameof(groups));
        var statistic = between / numerator / (within / denominator);
        return new OneWayAnova(
            statistic, numerator, denominator, FisherSnedecor.UpperTail(statistic, numerator, denominator), true);
    }

    // Each group weighs as its mean is known: n / variance.
    static OneWayAnova Welch(IReadOnlyList<IReadOnlyList<double>> groups, (double Mean, double Squares)[] moments)
    {
        var weights = new double[groups.Count];
        for (var group = 0; group < weights.Length; group++)
            weights[group] = moments[group].Squares > 0
                ? groups[group].Count * (groups[group].Count - 1) / moments[group].Squares
                : throw new ArgumentException(
                    $"Found no spread in group {group}. Expected values that differ.", nameof(groups));

        double k = groups.Count, all = weights.Sum();
        var mean = weights.Zip(moments, (weight, own) => weight * own.Mean).Sum() / all;
        var between = weights.Zip(moments, (weight, own) => weight * (own.Mean - mean) * (own.Mean - mean)).Sum();
        var uncertainty = weights.Zip(groups, (weight, group) =>
                (1 - weight / all) * (1 - weight / all) / (group.Count - 1)).Sum()
            / (k * k - 1);
        var statistic = between / (k - 1) / (1 + 2 * (k - 2) * uncertainty);
        var denominator = 1 / (3 * uncertainty);
        return new OneWayAnova(
            statistic, groups.Count - 1, denominator, FisherSnedecor.UpperTail(statistic, k - 1, denominator), false);
    }
}
