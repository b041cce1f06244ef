using System.Collections.Immutable;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Calibration;

/// <summary>One calibrator level and how well the curve gives it back.</summary>
/// <param name="NominalConcentration">0 for the zero calibrator.</param>
/// <param name="WellCount">Wells with a response that are not masked.</param>
/// <param name="MeanResponse">Of those wells.</param>
/// <param name="BackCalculated">Concentrations of those wells that have one.</param>
public sealed record CalibratorLevel(
    double NominalConcentration, int WellCount, double MeanResponse, ImmutableArray<double> BackCalculated)
{
    /// <summary>Steadies the curve and is not judged; the zero calibrator is one.</summary>
    public bool IsAnchor { get; init; } = NominalConcentration == 0;

    /// <summary>Null when no well has a concentration.</summary>
    public double? MeanBackCalculated => Replicates.Mean(BackCalculated);

    /// <summary>100 × mean found / nominal; null for the zero calibrator and without a concentration.</summary>
    public double? RecoveryPercent => NominalConcentration == 0 ? null : 100 * MeanBackCalculated / NominalConcentration;

    public double? ConcentrationCvPercent => Replicates.CvPercent(BackCalculated);
}

/// <summary>The curve of one plate and the range in which it holds.</summary>
/// <param name="Levels">Ascending. Empty when no calibrator can be used.</param>
public sealed record CalibrationCurve(
    FourParameterLogisticFit Fit, CalibrationMethod Method, ImmutableArray<CalibratorLevel> Levels)
{
    /// <summary>Null when the calibrators do not determine a curve.</summary>
    public FourParameterLogisticFit.Identified? Identified => Fit as FourParameterLogisticFit.Identified;

    /// <summary>Lowest calibrator above 0 in the fit; null when there is none.</summary>
    public double? LowestCalibrator => Levels.FirstOrDefault(level => !level.IsAnchor)?.NominalConcentration;

    /// <summary>Highest calibrator in the fit; null when there is none above 0.</summary>
    public double? HighestCalibrator => Levels.LastOrDefault(level => !level.IsAnchor)?.NominalConcentration;

    /// <summary>
    /// Wells behind one fitted point (harmonic mean over levels). The scatter of the fit is that of level means: an unknown
    /// in one well scatters more, and its interval says so.
    /// </summary>
    public double WellsPerPoint => Method.Basis == CurveBasis.Wells || Levels.IsEmpty
        ? 1
        : Levels.Length / Levels.Sum(level => 1.0 / level.WellCount);

    /// <summary>Fits the unmasked calibrator wells that have a response.</summary>
    public static CalibrationCurve Fitted(
        IEnumerable<(LayoutWell Layout, double Response)> calibrators, CalibrationMethod method)
    {
        var levels =
            from calibrator in calibrators
            where calibrator.Layout is { Masked: false, NominalConcentration: not null }
            group calibrator.Response by calibrator.Layout.NominalConcentration.GetValueOrDefault() into level
            orderby level.Key
            select (Nominal: level.Key, Responses: level.ToImmutableArray());
        var known = levels.ToList();

        var points = method.Basis == CurveBasis.LevelMeans
            ? known.Select(level => new DoseResponsePoint(level.Nominal, level.Responses.Average()))
            : known.SelectMany(level => level.Responses.Select(response => new DoseResponsePoint(level.Nominal, response)));
        var fit = FourParameterLogisticFit.Fit([.. points], method.Weighting);
        var curve = (fit as FourParameterLogisticFit.Identified)?.Curve;

        return new CalibrationCurve(fit, method,
        [
            .. known.Select(level => new CalibratorLevel(
                level.Nominal, level.Responses.Length, level.Responses.Average(),
                [.. level.Responses.Select(response => curve?.DoseAt(response)).OfType<double>()])),
        ]);
    }
}
