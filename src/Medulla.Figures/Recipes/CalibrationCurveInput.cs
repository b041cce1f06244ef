using System.Collections.Immutable;

namespace Medulla.Figures.Recipes;

/// <summary>One calibrator well.</summary>
/// <param name="Concentration">Nominal, 0 for the zero level.</param>
/// <param name="Masked">Left out of the fit; drawn crossed, never removed.</param>
/// <param name="RelativeErrorPercent">Of the back-calculated concentration; null for the zero level.</param>
public sealed record CalibratorWell(
    double Concentration, double Signal, bool Masked = false, double? RelativeErrorPercent = null, Mark? Mark = null);

/// <summary>The fitted curve at one concentration, with the band of its mean where one was computed.</summary>
public sealed record FittedPoint(double Concentration, double Signal, double? Lower = null, double? Upper = null);

/// <summary>A measured aliquot on the curve.</summary>
/// <param name="InRange">False outside the limits of quantification: drawn open.</param>
public sealed record MeasuredAliquot(double Concentration, double Signal, bool InRange, Mark? Mark = null);

public sealed record CurveParameter(Bilingual Name, double Value, double? StandardError);

public sealed record CalibratorLevel(double Concentration, double RecoveryPercent, double? CoefficientOfVariationPercent);

public sealed record CalibrationCurveInput
{
    public required string Key { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>"OD 450 − 570 nm".</summary>
    public required Bilingual Signal { get; init; }

    /// <summary>"Leptin".</summary>
    public required Bilingual Analyte { get; init; }

    public required string Unit { get; init; }

    /// <summary>"4PL fit, weights 1/y²".</summary>
    public required Bilingual Model { get; init; }

    public required ImmutableArray<CalibratorWell> Wells { get; init; }

    /// <summary>Rising concentrations, all above zero; what lies outside the axis is not drawn.</summary>
    public required ImmutableArray<FittedPoint> Curve { get; init; }

    /// <summary>The curve at concentration zero; null when the model has no value there.</summary>
    public double? SignalAtZero { get; init; }

    public ImmutableArray<MeasuredAliquot> Aliquots { get; init; } = [];

    public double? LowerLimit { get; init; }

    public double? UpperLimit { get; init; }

    /// <summary>True for a weighted fit, whose errors are relative.</summary>
    public bool LogSignal { get; init; } = true;

    public double AcceptancePercent { get; init; } = 20;

    /// <summary>At the limits of quantification.</summary>
    public double AcceptanceAtLimitsPercent { get; init; } = 25;

    public ImmutableArray<CurveParameter> Parameters { get; init; } = [];

    public ImmutableArray<CalibratorLevel> Levels { get; init; } = [];

    public bool Simulated { get; init; }
}
