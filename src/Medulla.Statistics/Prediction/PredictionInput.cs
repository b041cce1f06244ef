using System.Globalization;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Checks that the measures of prediction share.</summary>
static class PredictionInput
{
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are entry times.</exception>
    public static void Require(IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> values, string argument)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        for (var index = 0; index < followUps.Count; index++)
            if (followUps[index].EntryTime is not null)
                throw new ArgumentException(
                    $"Found an entry time at index {index}. Expected none: the curve of censoring needs follow-up from time 0.",
                    nameof(followUps));
        RequireFinite(followUps.Count, values, argument);
    }

    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    public static void RequireFinite(int participants, IReadOnlyList<double> values, string argument)
    {
        if (values.Count != participants)
            throw new ArgumentException(
                $"Found {values.Count} values. Expected {participants}, one per participant.", argument);
        for (var index = 0; index < values.Count; index++)
            if (!double.IsFinite(values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {values[index]} at index {index}. Expected a finite number."), argument);
    }

    /// <exception cref="ArgumentException">Lengths differ, or a value is not a probability.</exception>
    public static void RequireRisks(int participants, IReadOnlyList<double> risks, string argument)
    {
        RequireFinite(participants, risks, argument);
        for (var index = 0; index < risks.Count; index++)
            if (risks[index] is not (>= 0 and <= 1))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the risk {risks[index]} at index {index}. Expected from 0 to 1."), argument);
    }

    /// <exception cref="ArgumentException">Lengths differ, or there is no case or no control.</exception>
    public static (int Cases, int Controls) RequireOutcomes(
        IReadOnlyList<bool> outcomes, IReadOnlyList<double> risks, string argument)
    {
        RequireRisks(outcomes.Count, risks, argument);
        var cases = outcomes.Count(outcome => outcome);
        return cases > 0 && cases < outcomes.Count
            ? (cases, outcomes.Count - cases)
            : throw new ArgumentException(
                $"Found {cases} cases in {outcomes.Count} participants. Expected at least one case and one control.",
                nameof(outcomes));
    }

    /// <exception cref="ArgumentException">The cut points do not rise.</exception>
    public static void RequireRising(IReadOnlyList<double> values, string argument)
    {
        for (var index = 1; index < values.Count; index++)
            if (!(values[index] > values[index - 1]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {values[index]} after {values[index - 1]} at index {index}. Expected rising values."), argument);
    }
}
