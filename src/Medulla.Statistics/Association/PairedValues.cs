using System.Globalization;
using Medulla.Statistics.Description;

namespace Medulla.Statistics.Association;

/// <summary>The checks every correlation makes on its two columns.</summary>
static class PairedValues
{
    /// <exception cref="ArgumentException">
    /// Lengths differ, there are fewer than three pairs, or a value is not finite or constant.
    /// </exception>
    public static void Require(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count)
            throw new ArgumentException(
                $"Found {x.Count} and {y.Count} values. Expected one of each per participant.", nameof(y));
        if (x.Count < 3)
            throw new ArgumentException($"Found {x.Count} pairs. Expected at least three.", nameof(x));
        RequireVarying(x, nameof(x));
        RequireVarying(y, nameof(y));
    }

    static void RequireVarying(IReadOnlyList<double> values, string argument)
    {
        FiniteValues.Require(values, argument);
        if (values.All(value => value == values[0]))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Found {values[0]} in every pair. Expected values that differ."), argument);
    }
}
