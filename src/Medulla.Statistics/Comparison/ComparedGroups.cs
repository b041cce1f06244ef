using System.Globalization;
using Medulla.Statistics.Description;

namespace Medulla.Statistics.Comparison;

/// <summary>The checks that tests between groups make, and the moments they share.</summary>
static class ComparedGroups
{
    /// <exception cref="ArgumentException">Too few groups, a group too small, or a value that is not finite.</exception>
    public static void Require(IReadOnlyList<IReadOnlyList<double>> groups, string argument, int participants = 1)
    {
        if (groups.Count < 2)
            throw new ArgumentException($"Found {groups.Count} groups. Expected at least two.", argument);
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups[group].Count < participants)
                throw new ArgumentException(
                    $"Found {groups[group].Count} participants in group {group}. Expected at least {participants}.", argument);
            RequireFinite(groups[group], group, argument);
        }
    }

    /// <summary>Mean, and sum of squared distances from it.</summary>
    public static (double Mean, double Squares) Moments(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        double squares = 0, rest = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        return (mean + rest / values.Count, squares - rest * rest / values.Count);
    }

    /// <summary>On n − 1.</summary>
    public static double Variance(IReadOnlyList<double> values) => Moments(values).Squares / (values.Count - 1);

    public static double Median(IReadOnlyList<double> values) => Quantiles.Of(values, 0.5);

    static void RequireFinite(IReadOnlyList<double> values, int group, string argument)
    {
        for (var index = 0; index < values.Count; index++)
            if (!double.IsFinite(values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {values[index]} in group {group} at index {index}. Expected a finite number: leave out missing "
                        + $"values first."), argument);
    }
}
