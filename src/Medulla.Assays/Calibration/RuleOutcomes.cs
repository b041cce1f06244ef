using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Calibration;

/// <summary>The rules that need no more than a comparison, and the words of all.</summary>
static class RuleOutcomes
{
    // 100 × (3.6 − 3) / 3 is 20.000000000000004: a limit must not turn on the last digit.
    const double PercentToSpare = 1e-9;
    const double FractionToSpare = 1e-12;

    public static bool IsWithin(double? deviationPercent, double limitPercent) =>
        Math.Abs(deviationPercent ?? double.PositiveInfinity) <= limitPercent + PercentToSpare;

    public static bool Reaches(double fraction, double least) => fraction >= least - FractionToSpare;

    public static RuleOutcome Curve(CalibrationCurve curve) => curve.Fit switch
    {
        FourParameterLogisticFit.Identified fit => Outcome(
            "curve-identifiable", RuleResult.Passed,
            $"The calibrators determine the curve: {fit.PointCount} points, {fit.DegreesOfFreedom} degrees of freedom.",
            ("points", fit.PointCount), ("degrees-of-freedom", fit.DegreesOfFreedom),
            ("condition-number", fit.ConditionNumber)),
        FourParameterLogisticFit.NotIdentifiable no => Outcome(
            "curve-identifiable", RuleResult.RunFails, $"The calibrators do not determine a curve. {no.Message}"),
        _ => throw new ArgumentException(
            $"Found a fit of kind {curve.Fit.GetType().Name}. Expected one of two.", nameof(curve)),
    };

    public static RuleOutcome Replicates(ImmutableArray<AliquotResult> aliquots, AcceptanceRules rules)
    {
        var judged = aliquots.Where(aliquot => aliquot.ConcentrationCvPercent is not null).ToList();
        var scattered = judged.Where(aliquot => aliquot.ConcentrationCvPercent > rules.ReplicateCvLimitPercent + PercentToSpare)
            .Select(aliquot => aliquot.Aliquot).ToList();
        var limit = Text(rules.ReplicateCvLimitPercent);
        var numbers = new (string, double)[]
        {
            ("aliquots", judged.Count), ("above-limit", scattered.Count), ("limit-percent", rules.ReplicateCvLimitPercent),
        };
        if (judged.Count == 0)
            return Outcome("replicate-cv", RuleResult.NotJudged, "No aliquot has two concentrations.", numbers);
        if (scattered.Count == 0)
            return Outcome("replicate-cv", RuleResult.Passed,
                $"Replicates of all {judged.Count} aliquots agree within a CV of {limit} %.", numbers);
        return Outcome("replicate-cv", RuleResult.AliquotsRepeat,
            $"Replicates of {scattered.Count} of {judged.Count} aliquots have a CV above {limit} %: "
            + $"{string.Join(", ", scattered)}.", numbers);
    }

    public static RuleOutcome Outcome(
        string rule, RuleResult result, string message, params ReadOnlySpan<(string Name, double Number)> numbers)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (name, number) in numbers)
            named[name] = number;
        return new RuleOutcome(rule, result, named.ToImmutable(), message);
    }

    public static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
