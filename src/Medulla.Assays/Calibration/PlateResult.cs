using System.Collections.Immutable;
using Medulla.Assays.PlateFiles;

namespace Medulla.Assays.Calibration;

/// <summary>One plate from readings to concentrations and verdict.</summary>
/// <param name="Wells">Every well of the layout, in the order of the plate.</param>
/// <param name="Aliquots">In the order of their first wells.</param>
public sealed record PlateResult(
    string? Plate, CalibrationCurve Curve, ImmutableArray<WellResult> Wells, ImmutableArray<AliquotResult> Aliquots,
    RunVerdict Verdict)
{
    /// <summary>Calibrates one plate. The same arguments give the same digits.</summary>
    /// <exception cref="ArgumentException">
    /// The layout is that of another plate, or the plate was not read at a wavelength that the method asks for.
    /// </exception>
    public static PlateResult Of(PlateContent plate, PlateLayout layout, CalibrationMethod method, AcceptanceRules rules)
    {
        if (plate.Name is { } name && layout.Plate is { } other && name != other)
            throw new ArgumentException(
                $"Found the layout of plate {other} for plate {name}. Expected its own.", nameof(layout));

        var readings = method.Response.Of(plate)
            ?? throw new ArgumentException(
                $"Found reads at {string.Join(", ", plate.Reads.Select(read => read.WavelengthNm))} nm on plate {plate.Name}. "
                + $"Expected {method.Response.WavelengthNm}"
                + (method.Response.ReferenceWavelengthNm is { } reference ? $" and {reference} nm." : " nm."),
                nameof(plate));

        var calibrators =
            from well in layout.Wells
            where well.Role == WellRole.Calibrator
            let response = readings.GetValueOrDefault(well.Well)?.Value
            where response is not null
            select (well, response.GetValueOrDefault());
        var curve = CalibrationCurve.Fitted(calibrators, method);
        ImmutableArray<WellResult> wells =
        [
            .. layout.Wells.OrderBy(well => well.Well)
                .Select(well => BackCalculation.Of(well, readings.GetValueOrDefault(well.Well), curve)),
        ];
        var aliquots = BackCalculation.Aliquots(wells, curve);

        return new PlateResult(
            plate.Name ?? layout.Plate, curve, wells, aliquots, RunVerdict.Judge(curve, wells, aliquots, rules));
    }
}
