using System.Collections.Immutable;

namespace Medulla.Assays.Calibration;

/// <summary>One quality-control level of a run.</summary>
/// <param name="Found">Per well that is not masked; null where the well has no concentration, which fails.</param>
/// <param name="DeviationsPercent">100 × (found / nominal − 1), per well.</param>
public sealed record QualityControlJudgement(
    string Level, double NominalConcentration, ImmutableArray<double?> Found, ImmutableArray<double?> DeviationsPercent,
    int PassingCount)
{
    public double PassingFraction => (double)PassingCount / Found.Length;
}

/// <summary>The quality controls of a run against the rules.</summary>
/// <param name="Outcomes">Over all wells, then level by level.</param>
public sealed record QualityControlAcceptance(
    ImmutableArray<QualityControlJudgement> Levels, ImmutableArray<RuleOutcome> Outcomes)
{
    const string OverAll = "quality-control-recovery";
    const string PerLevel = "quality-control-per-level";

    /// <summary>Judges wells whose nominal concentration is known and above 0; masked wells do not count.</summary>
    public static QualityControlAcceptance Judge(IEnumerable<WellResult> wells, AcceptanceRules rules)
    {
        ImmutableArray<QualityControlJudgement> levels =
        [
            .. wells.Where(well => well is { Role: WellRole.QualityControl, Layout.NominalConcentration: > 0 })
                .Where(well => well.Flag != WellFlag.Masked)
                .GroupBy(well => (well.Layout.Level, Nominal: well.Layout.NominalConcentration.GetValueOrDefault()))
                .Select(level => Judge(
                    level.Key.Level ?? "", level.Key.Nominal, [.. level.Select(well => well.Concentration)], rules)),
        ];
        return new QualityControlAcceptance(
            levels, levels.IsEmpty ? Missing(rules) : [AllOf(levels, rules), EachOf(levels, rules)]);
    }

    static QualityControlJudgement Judge(string level, double nominal, ImmutableArray<double?> found, AcceptanceRules rules)
    {
        ImmutableArray<double?> deviations = [.. found.Select(concentration => 100 * (concentration - nominal) / nominal)];
        return new QualityControlJudgement(
            level, nominal, found, deviations,
            deviations.Count(deviation => RuleOutcomes.IsWithin(deviation, rules.QualityControlLimitPercent)));
    }

    static ImmutableArray<RuleOutcome> Missing(AcceptanceRules rules)
    {
        var result = rules.QualityControlsRequired ? RuleResult.RunFails : RuleResult.NotJudged;
        return
        [
            RuleOutcomes.Outcome(OverAll, result,
                "Found no quality control of known concentration. Expected at least one level with its nominal concentration.",
                ("wells", 0)),
            RuleOutcomes.Outcome(PerLevel, RuleResult.NotJudged, "There is no quality-control level to judge.", ("levels", 0)),
        ];
    }

    static RuleOutcome AllOf(ImmutableArray<QualityControlJudgement> levels, AcceptanceRules rules)
    {
        var total = levels.Sum(level => level.Found.Length);
        var passing = levels.Sum(level => level.PassingCount);
        var fraction = (double)passing / total;
        return RuleOutcomes.Outcome(
            OverAll,
            RuleOutcomes.Reaches(fraction, rules.LeastFractionOfQualityControls) ? RuleResult.Passed : RuleResult.RunFails,
            $"{passing} of {total} quality controls lie within ±{RuleOutcomes.Text(rules.QualityControlLimitPercent)} %. "
            + $"Expected at least {RuleOutcomes.Text(100 * rules.LeastFractionOfQualityControls)} %.",
            ("wells", total), ("passing", passing), ("fraction", fraction),
            ("least-fraction", rules.LeastFractionOfQualityControls), ("limit-percent", rules.QualityControlLimitPercent));
    }

    static RuleOutcome EachOf(ImmutableArray<QualityControlJudgement> levels, AcceptanceRules rules)
    {
        var failing = levels
            .Where(level => !RuleOutcomes.Reaches(level.PassingFraction, rules.LeastFractionPerQualityControlLevel))
            .Select(level => level.Level).ToList();
        var expected = $"{RuleOutcomes.Text(100 * rules.LeastFractionPerQualityControlLevel)} %";
        return RuleOutcomes.Outcome(
            PerLevel, failing.Count == 0 ? RuleResult.Passed : RuleResult.RunFails,
            failing.Count == 0
                ? $"At each of {levels.Length} levels at least {expected} of the quality controls pass."
                : $"Less than {expected} of the quality controls pass at {string.Join(", ", failing)}.",
            ("levels", levels.Length), ("failing", failing.Count),
            ("least-fraction", rules.LeastFractionPerQualityControlLevel));
    }
}
