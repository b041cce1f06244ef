using System.Collections.Immutable;
using Medulla.Figures;

namespace Medulla.Study.Definition;

/// <summary>How an analyte is measured and when a run is good enough.</summary>
/// <param name="Unit">UCUM, such as <c>ng/mL</c>.</param>
/// <param name="WavelengthNm">Of the signal.</param>
/// <param name="ReferenceWavelengthNm">Subtracted from the signal; null when none is read.</param>
/// <param name="PlausibleFrom">In <paramref name="Unit"/>; a result beyond is questioned, not refused.</param>
public sealed record Assay(
    string Code, Bilingual Analyte, string Unit, CurveModel Curve, int WavelengthNm, int? ReferenceWavelengthNm,
    ImmutableArray<string> SpecimenKinds, AcceptanceRules Acceptance, double? PlausibleFrom, double? PlausibleTo);

public enum CurveModel
{
    /// <summary>Unweighted four-parameter logistic on level means, the zero calibrator at x = 0.</summary>
    FourParameterLogisticOnLevelMeans,
}

/// <summary>When a run is accepted; fractions, not percent. After ICH M10, fit for purpose and editable.</summary>
/// <param name="CalibratorRecovery">Largest relative error of a back-calculated calibrator, such as 0.20.</param>
/// <param name="CalibratorRecoveryAtLimits">The same for the lowest and highest level, such as 0.25.</param>
/// <param name="CalibratorShare">Share of non-zero levels that must pass, such as 0.75.</param>
/// <param name="CalibratorLevels">Fewest non-zero levels that must pass.</param>
/// <param name="ControlRecovery">Largest relative error of a quality control.</param>
/// <param name="ControlShare">Share of all quality controls that must pass.</param>
/// <param name="ControlShareAtEachLevel">Share of them that must pass at each level.</param>
/// <param name="ReplicateCv">Largest CV of the replicates of one aliquot, on concentration.</param>
public sealed record AcceptanceRules(
    double CalibratorRecovery, double CalibratorRecoveryAtLimits, double CalibratorShare, int CalibratorLevels,
    double ControlRecovery, double ControlShare, double ControlShareAtEachLevel, double ReplicateCv);
