namespace Medulla.Assays.Calibration;

/// <summary>When a run is accepted: limits as data, so that a study can set its own and print them.</summary>
/// <remarks>
/// The defaults follow ICH M10 (2022), 4.2.3 and 4.3.2, for ligand-binding assays. A biomarker in a cohort is outside its
/// scope: they are a fit-for-purpose default. Limits are inclusive.
/// </remarks>
public sealed record AcceptanceRules
{
    /// <summary>Printed beside every verdict.</summary>
    public string Version { get; init; } = "after ICH M10 (2022)";

    /// <summary>Largest deviation of a calibrator level's mean concentration from nominal.</summary>
    public double CalibratorLimitPercent { get; init; } = 20;

    /// <summary>The same for the lowest and the highest level above 0.</summary>
    public double EndCalibratorLimitPercent { get; init; } = 25;

    public double LeastFractionOfCalibratorLevels { get; init; } = 0.75;

    public int LeastCalibratorLevels { get; init; } = 6;

    /// <summary>A run without quality controls of known concentration fails; false = it is not judged by them.</summary>
    public bool QualityControlsRequired { get; init; } = true;

    /// <summary>Largest deviation of one quality-control well from nominal.</summary>
    public double QualityControlLimitPercent { get; init; } = 20;

    public double LeastFractionOfQualityControls { get; init; } = 2.0 / 3;

    public double LeastFractionPerQualityControlLevel { get; init; } = 0.5;

    /// <summary>
    /// Largest CV of the concentrations of an aliquot's replicates; above it the aliquot is repeated, not the run.
    /// </summary>
    public double ReplicateCvLimitPercent { get; init; } = 20;
}
