using System.Collections.Immutable;

namespace Medulla.Assays.Calibration;

/// <summary>How far one known level was missed.</summary>
/// <param name="DeviationPercent">100 × (found / nominal − 1); null where nothing was found.</param>
/// <param name="LimitPercent">Largest deviation allowed here, inclusive.</param>
public sealed record CalibratorJudgement(
    double NominalConcentration, double? Found, double? DeviationPercent, double LimitPercent, bool Passed);

/// <summary>The calibrators of a run against the rules.</summary>
/// <param name="Levels">Those that are judged: all but anchors.</param>
/// <remarks>
/// A level is judged on the mean of its wells' concentrations: M10 leaves open how replicates of a ligand-binding assay are
/// taken together. A level that fails is not taken out of the curve here; that is a new fit, decided by a person.
/// </remarks>
public sealed record CalibratorAcceptance(ImmutableArray<CalibratorJudgement> Levels, RuleOutcome Outcome)
{
    /// <summary>Lower limit of quantification of this run: its lowest level that passed; null when none did.</summary>
    public double? LowestPassing => Levels.FirstOrDefault(level => level.Passed)?.NominalConcentration;

    /// <summary>Upper limit of quantification of this run: its highest level that passed; null when none did.</summary>
    public double? HighestPassing => Levels.LastOrDefault(level => level.Passed)?.NominalConcentration;

    public static CalibratorAcceptance Judge(ImmutableArray<CalibratorLevel> levels, AcceptanceRules rules)
    {
        var judged = levels.Where(level => !level.IsAnchor).OrderBy(level => level.NominalConcentration).ToList();
        ImmutableArray<CalibratorJudgement> judgements =
        [
            .. judged.Select((level, index) => Judge(level, IsEnd(index)
                ? rules.EndCalibratorLimitPercent
                : rules.CalibratorLimitPercent)),
        ];
        return new CalibratorAcceptance(judgements, OutcomeOf(judgements, rules));

        bool IsEnd(int index) => index == 0 || index == judged.Count - 1;
    }

    static CalibratorJudgement Judge(CalibratorLevel level, double limitPercent)
    {
        var deviation = 100 * (level.MeanBackCalculated - level.NominalConcentration) / level.NominalConcentration;
        return new CalibratorJudgement(
            level.NominalConcentration, level.MeanBackCalculated, deviation, limitPercent,
            RuleOutcomes.IsWithin(deviation, limitPercent));
    }

    static RuleOutcome OutcomeOf(ImmutableArray<CalibratorJudgement> levels, AcceptanceRules rules)
    {
        var passing = levels.Count(level => level.Passed);
        var fraction = levels.IsEmpty ? 0 : (double)passing / levels.Length;
        var accepted = passing >= rules.LeastCalibratorLevels
            && RuleOutcomes.Reaches(fraction, rules.LeastFractionOfCalibratorLevels);
        return RuleOutcomes.Outcome(
            "calibrator-recovery", accepted ? RuleResult.Passed : RuleResult.RunFails,
            $"{passing} of {levels.Length} calibrator levels lie within ±{RuleOutcomes.Text(rules.CalibratorLimitPercent)} % "
            + $"(±{RuleOutcomes.Text(rules.EndCalibratorLimitPercent)} % at the ends). Expected at least "
            + $"{RuleOutcomes.Text(100 * rules.LeastFractionOfCalibratorLevels)} % and {rules.LeastCalibratorLevels} levels.",
            ("levels", levels.Length), ("passing", passing), ("fraction", fraction),
            ("least-fraction", rules.LeastFractionOfCalibratorLevels), ("least-levels", rules.LeastCalibratorLevels),
            ("limit-percent", rules.CalibratorLimitPercent), ("end-limit-percent", rules.EndCalibratorLimitPercent));
    }
}
