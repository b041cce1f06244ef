using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Calibration;

/// <summary>What counts as one point of the curve.</summary>
public enum CurveBasis
{
    /// <summary>Mean response of the unmasked wells of a calibrator level, as SoftMax Pro fits.</summary>
    LevelMeans,

    /// <summary>Every unmasked calibrator well.</summary>
    Wells,
}

/// <summary>How readings become concentrations; fixed before the first plate is read.</summary>
/// <param name="Response">Which wavelengths.</param>
/// <param name="Basis">A level with masked wells keeps its full weight under <see cref="CurveBasis.LevelMeans"/>.</param>
/// <param name="Weighting">None, 1/y or 1/y² of the fitted response.</param>
/// <param name="ConfidenceLevel">Of every interval, two-sided.</param>
public sealed record CalibrationMethod(
    Response Response, CurveBasis Basis = CurveBasis.LevelMeans, ResponseWeighting Weighting = default,
    double ConfidenceLevel = 0.95);
