using System.Collections.Immutable;
using Medulla.Assays.Calibration;
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
