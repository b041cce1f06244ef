using System.Collections.Immutable;

namespace Medulla.Assays.Calibration;

/// <summary>What became of one rule.</summary>
public enum RuleResult
{
    Passed,

    /// <summary>The whole run is rejected.</summary>
    RunFails,

    /// <summary>The run stands, single aliquots are to be repeated.</summary>
    AliquotsRepeat,

    /// <summary>There was nothing to judge.</summary>
    NotJudged,
}

/// <summary>One rule and what the run made of it.</summary>
/// <param name="Rule">Stable readable name, such as <c>calibrator-recovery</c>; a caller may word the outcome by it.</param>
/// <param name="Numbers">What the message says, by name.</param>
/// <param name="Message">In English.</param>
public sealed record RuleOutcome(
    string Rule, RuleResult Result, ImmutableSortedDictionary<string, double> Numbers, string Message);

/// <summary>Whether a run's concentrations may be used, with every rule's outcome.</summary>
/// <param name="Calibrators">Judged levels, ascending.</param>
/// <param name="QualityControls">Judged levels, in the order of the plate.</param>
public sealed record RunVerdict(
    AcceptanceRules Rules, ImmutableArray<RuleOutcome> Outcomes, CalibratorAcceptance Calibrators,
    QualityControlAcceptance QualityControls)
{
    public bool Passed => Outcomes.All(outcome => outcome.Result != RuleResult.RunFails);

    public static RunVerdict Judge(
        CalibrationCurve curve, ImmutableArray<WellResult> wells, ImmutableArray<AliquotResult> aliquots, AcceptanceRules rules)
    {
        var calibrators = CalibratorAcceptance.Judge(curve.Levels, rules);
        var qualityControls = QualityControlAcceptance.Judge(wells, rules);
        return new RunVerdict(
            rules,
            [
                RuleOutcomes.Curve(curve), calibrators.Outcome, .. qualityControls.Outcomes,
                RuleOutcomes.Replicates(aliquots, rules),
            ],
            calibrators, qualityControls);
    }
}
