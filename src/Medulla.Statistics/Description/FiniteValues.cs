using System.Globalization;

namespace Medulla.Statistics.Description;

/// <summary>The check that a column holds numbers only, and at least one.</summary>
static class FiniteValues
{
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static void Require(IReadOnlyList<double> values, string argument)
    {
        if (values.Count == 0)
            throw new ArgumentException("Found no values. Expected at least one.", argument);
        for (var index = 0; index < values.Count; index++)
            if (!double.IsFinite(values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {values[index]} at index {index}. Expected a finite number: leave out missing values first."),
                    argument);
    }
}
