using System.Collections.Immutable;
using Medulla.Statistics.DoseResponse;

namespace Medulla.Assays.Calibration;

/// <summary>Reads concentrations from a plate's curve, well by well and aliquot by aliquot.</summary>
public static class BackCalculation
{
    /// <param name="reading">Null when the plate file says nothing of the well.</param>
    public static WellResult Of(LayoutWell layout, WellResponse? reading, CalibrationCurve curve)
    {
        if (layout.Masked)
            return Without(WellFlag.Masked);
        if (reading is { IsSaturated: true })
            return Without(WellFlag.Saturated);
        if (reading?.Value is not { } response)
            return Without(WellFlag.NoReading);
        if (curve.Identified is not { } identified)
            return Without(WellFlag.NoCurve);

        var prediction = identified.Predict(response, 1 / curve.WellsPerPoint, curve.Method.ConfidenceLevel);
        if (prediction is null)
            return Without(identified.Curve.PlaceOf(response) == ResponsePlace.AboveUpperAsymptote
                ? WellFlag.AboveUpperAsymptote
                : WellFlag.BelowLowerAsymptote);

        var inWell = prediction.Dose;
        var concentration = inWell * layout.DilutionFactor;
        var recovery = layout.NominalConcentration is > 0 and var nominal ? 100 * concentration / nominal : (double?)null;
        return new WellResult(
            layout, response, RangeFlag(inWell, curve), inWell, concentration,
            Times(prediction.LogWald, layout.DilutionFactor), recovery);

        WellResult Without(WellFlag flag) => new(layout, reading?.Value, flag, null, null, null, null);
    }

    /// <summary>The replicates of each aliquot and dilution, in the order of their first wells.</summary>
    public static ImmutableArray<AliquotResult> Aliquots(ImmutableArray<WellResult> wells, CalibrationCurve curve) =>
    [
        .. wells.Where(well => well is { Role: WellRole.Unknown, Layout.Aliquot: not null })
            .GroupBy(well => (Aliquot: well.Layout.Aliquot ?? "", well.Layout.DilutionFactor))
            .Select(replicates => Of(replicates.Key.Aliquot, replicates.Key.DilutionFactor, [.. replicates], curve)),
    ];

    static AliquotResult Of(string aliquot, double dilutionFactor, ImmutableArray<WellResult> wells, CalibrationCurve curve)
    {
        var concentrations = wells.Select(well => well.Concentration).OfType<double>().ToList();
        var responses = ResponsesOf(wells.Where(well => well.Flag != WellFlag.Masked));
        var measured = ResponsesOf(wells.Where(well => well.Concentration is not null));

        // The mean of responses between the asymptotes lies between them too.
        var prediction = measured.Count == 0
            ? null
            : curve.Identified?.Predict(
                measured.Average(), measured.Count / curve.WellsPerPoint, curve.Method.ConfidenceLevel);

        return new AliquotResult(
            aliquot, dilutionFactor, wells.Length, concentrations.Count, Replicates.Mean(concentrations),
            Replicates.CvPercent(concentrations), Replicates.CvPercent(responses),
            prediction is null ? null : Times(prediction.LogWald, dilutionFactor),
            [.. wells.Select(well => well.Flag)]);
    }

    static List<double> ResponsesOf(IEnumerable<WellResult> wells) => [.. wells.Select(well => well.Response).OfType<double>()];

    static WellFlag RangeFlag(double concentrationInWell, CalibrationCurve curve)
    {
        if (concentrationInWell < curve.LowestCalibrator)
            return WellFlag.BelowLowestCalibrator;
        return concentrationInWell > curve.HighestCalibrator ? WellFlag.AboveHighestCalibrator : WellFlag.InRange;
    }

    static DoseInterval Times(DoseInterval interval, double factor) => new(interval.Lower * factor, interval.Upper * factor);
}
