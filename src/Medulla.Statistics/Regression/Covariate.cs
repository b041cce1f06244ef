using System.Globalization;

namespace Medulla.Statistics.Regression;

/// <summary>A named column of a regression: one number per participant, in the order of the cohort.</summary>
/// <param name="Name">As the report shows it, unit included: "Leptin (ng/mL)".</param>
/// <param name="Values">Finite. A category becomes one column of 0 and 1 per level but the reference.</param>
public sealed record Covariate(string Name, IReadOnlyList<double> Values)
{
    /// <exception cref="ArgumentException">It has another length than the cohort, or a value that is not finite.</exception>
    internal void RequireUsable(int participants, string argument)
    {
        if (Values.Count != participants)
            throw new ArgumentException(
                $"Found {Values.Count} values in the column {Name}. Expected {participants}, one per participant.", argument);
        if (Values is double[] numbers && AllFinite(numbers))
            return;
        for (var index = 0; index < participants; index++)
            if (!double.IsFinite(Values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {Values[index]} in the column {Name} at index {index}. Expected a finite number: leave out "
                        + $"participants with missing values first."),
                    argument);
    }

    static bool AllFinite(double[] numbers)
    {
        foreach (var number in numbers)
            if (!double.IsFinite(number))
                return false;
        return true;
    }
}
