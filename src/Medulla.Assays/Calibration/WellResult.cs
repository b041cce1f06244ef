using System.Collections.Immutable;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Calibration;

/// <summary>What a well's reading is worth.</summary>
public enum WellFlag
{
    /// <summary>Between the lowest and the highest calibrator of the curve.</summary>
    InRange,

    /// <summary>Has a concentration, but one below the lowest calibrator above 0: extrapolated.</summary>
    BelowLowestCalibrator,

    /// <summary>Has a concentration, but one above the highest calibrator: extrapolated.</summary>
    AboveHighestCalibrator,

    /// <summary>Has no concentration: the response is at or below the lower asymptote.</summary>
    BelowLowerAsymptote,

    /// <summary>Has no concentration: the response is at or above the upper asymptote.</summary>
    AboveUpperAsymptote,

    /// <summary>Left out by a person.</summary>
    Masked,

    /// <summary>The reader could not measure so much colour.</summary>
    Saturated,

    /// <summary>No number was read.</summary>
    NoReading,

    /// <summary>The plate has no identifiable curve.</summary>
    NoCurve,
}

/// <summary>One well of a plate, from response to concentration.</summary>
/// <param name="Response">Null where no number was read.</param>
/// <param name="ConcentrationInWell">As the curve gives it; null where the flag says that there is none.</param>
/// <param name="Concentration">Of the material before dilution: the factor is applied here and nowhere else.</param>
/// <param name="Confidence">Of <paramref name="Concentration"/>, from one well; symmetric in its logarithm.</param>
/// <param name="RecoveryPercent">100 × found / nominal; null without a nominal concentration above 0.</param>
public sealed record WellResult(
    LayoutWell Layout, double? Response, WellFlag Flag, double? ConcentrationInWell, double? Concentration,
    DoseInterval? Confidence, double? RecoveryPercent)
{
    public Well Well => Layout.Well;

    public WellRole Role => Layout.Role;
}

/// <summary>The replicates of one aliquot at one dilution, taken together.</summary>
/// <param name="WellCount">Wells that were meant to be read, masked ones included.</param>
/// <param name="ConcentrationCount">Wells with a concentration.</param>
/// <param name="MeanConcentration">Arithmetic mean of the wells' concentrations; null when no well has one.</param>
/// <param name="ConcentrationCvPercent">100 × SD / mean of the concentrations; null below two.</param>
/// <param name="ResponseCvPercent">
/// 100 × SD / mean of the responses of unmasked wells; null below two, or when the mean is not above 0.
/// </param>
/// <param name="Confidence">For the mean response of the wells with a concentration; null when no well has one.</param>
/// <param name="Flags">Of its wells, in the order of the plate.</param>
public sealed record AliquotResult(
    string Aliquot, double DilutionFactor, int WellCount, int ConcentrationCount, double? MeanConcentration,
    double? ConcentrationCvPercent, double? ResponseCvPercent, DoseInterval? Confidence,
    ImmutableArray<WellFlag> Flags);
