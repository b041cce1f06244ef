using System.Collections.Immutable;
using System.Globalization;
using Medulla.Assays;
using Medulla.Assays.Calibration;
using Medulla.Figures;
using Medulla.Figures.Recipes;
using Medulla.Statistics.DoseResponse;
using Medulla.Study;
using Medulla.Study.Reporting;
using DrawnWell = Medulla.Figures.Recipes.PlateWell;
using PlateWell = Medulla.Study.Results.PlateWell;

namespace Medulla.Web.Reading;

/// <summary>The two figures of a plate: its wells and its calibration.</summary>
public static class PlateDrawings
{
    const int CurvePoints = 120;

    /// <param name="addressOf">Where a participant's well leads.</param>
    /// <returns>Null when no well has a reading above 0.</returns>
    public static Figure? Map(PlateView view, StudyState study, Func<PlateWell, string?> addressOf, Language language)
    {
        var plate = view.Plate;
        var wells = plate.Wells.Select(well => Drawn(well, addressOf(well))).ToImmutableArray();
        return wells.All(well => well.Value is not > 0) ? null : PlateFigure.Draw(new PlateInput
        {
            Key = "plate",
            Title = new($"Plate {plate.Id}", $"检测板 {plate.Id}"),
            ValueName = Signal(view),
            LabelKey = new("S calibrator, Q quality control, B blank, U aliquot", "S 校准品，Q 质控品，B 空白，U 分装样本"),
            Wells = wells,
            Simulated = study.Simulation is not null,
        }, FigureWidth.Page, language);
    }

    /// <returns>Null when the calibrators determine no curve.</returns>
    public static Figure? Calibration(PlateView view, StudyState study, Language language)
    {
        var (plate, calculated) = (view.Plate, view.Calculated);
        if (calculated.Curve.Identified is not { } fit || calculated.Curve.LowestCalibrator is not { } lowest
            || calculated.Curve.HighestCalibrator is not { } highest)
            return null;

        return CalibrationCurveFigure.Draw(new CalibrationCurveInput
        {
            Key = "calibration",
            Title = new($"Calibration of {plate.Id}", $"{plate.Id} 的校准曲线"),
            Signal = Signal(view),
            Analyte = view.Assay.Analyte,
            Unit = UnitText.Of(view.Assay.Unit).In(language),
            Model = new("four-parameter logistic on level means", "以水平均值拟合的四参数逻辑曲线"),
            Wells =
            [
                .. from well in calculated.Wells
                   where well is { Role: WellRole.Calibrator, Response: not null, Layout.NominalConcentration: not null }
                   select new CalibratorWell(
                       well.Layout.NominalConcentration.GetValueOrDefault(), well.Response.GetValueOrDefault(),
                       well.Layout.Masked, well.RecoveryPercent - 100),
            ],
            Curve = Points(fit.Curve, lowest / 2, highest * 2),
            SignalAtZero = fit.Curve.ResponseAt(0),
            Aliquots =
            [
                .. from aliquot in calculated.Aliquots
                   let signals = calculated.Wells
                       .Where(well => well.Layout.Aliquot == aliquot.Aliquot && well.Concentration is not null).ToList()
                   where aliquot.MeanConcentration > 0 && signals.Count > 0
                   select new MeasuredAliquot(
                       aliquot.MeanConcentration.GetValueOrDefault() / aliquot.DilutionFactor,
                       signals.Average(well => well.Response.GetValueOrDefault()),
                       aliquot.Flags.All(flag => flag == WellFlag.InRange)),
            ],
            LowerLimit = calculated.Verdict.Calibrators.LowestPassing,
            UpperLimit = calculated.Verdict.Calibrators.HighestPassing,
            LogSignal = false,
            AcceptancePercent = view.Assay.Acceptance.CalibratorLimitPercent,
            AcceptanceAtLimitsPercent = view.Assay.Acceptance.EndCalibratorLimitPercent,
            Simulated = study.Simulation is not null,
        }, FigureWidth.Page, language);
    }

    static Bilingual Signal(PlateView view) => Bilingual.Same(view.Assay.ReferenceWavelengthNm is { } reference
        ? $"OD {view.Assay.WavelengthNm} − {reference} nm"
        : $"OD {view.Assay.WavelengthNm} nm");

    static DrawnWell Drawn(PlateWell well, string? address)
    {
        var place = Well.Parse(well.Well);
        var signal = well.Signal - (well.Reference ?? 0);
        var state = well.Masked == true ? WellState.Masked
            : well.Signal is not null ? WellState.Read
            : well.Flag is not null ? WellState.Overflow
            : WellState.Empty;
        var label = well.Role switch
        {
            WellRole.Calibrator => "S",
            WellRole.QualityControl => "Q",
            WellRole.Blank => "B",
            WellRole.Unknown => "U",
            _ => "",
        };
        var name = well.Aliquot?.Value ?? well.Level ?? label;
        return new DrawnWell(place.Row - 'A', place.Column - 1, label, signal, state,
            address is null
                ? null
                : new Mark(string.Create(CultureInfo.InvariantCulture, $"{well.Well}: {name}, {signal:0.000}"), address));
    }

    static ImmutableArray<FittedPoint> Points(FourParameterLogistic curve, double from, double to) =>
    [
        .. Enumerable.Range(0, CurvePoints)
            .Select(step => from * Math.Pow(to / from, (double)step / (CurvePoints - 1)))
            .Select(dose => new FittedPoint(dose, curve.ResponseAt(dose))),
    ];
}
