using System.Collections.Immutable;
using Medulla.Assays;
using Medulla.Assays.Calibration;
using Medulla.Assays.PlateFiles;
using Medulla.Study.Definition;

namespace Medulla.Study.Results;

/// <summary>From a plate of the study to curve, concentrations and verdict: computed when asked, never stored twice.</summary>
public static class PlateCalculation
{
    /// <summary>What the definition says of the assay, as the method of calibration.</summary>
    public static CalibrationMethod MethodOf(Assay assay) => assay.Curve switch
    {
        CurveModel.FourParameterLogisticOnLevelMeans =>
            new CalibrationMethod(new Response(assay.WavelengthNm, assay.ReferenceWavelengthNm)),
        _ => throw new InvalidOperationException($"Assay {assay.Code} has the unknown curve model {assay.Curve}."),
    };

    public static PlateResult Of(Plate plate, Assay assay) =>
        PlateResult.Of(Content(plate, assay), Layout(plate), MethodOf(assay), assay.Acceptance);

    /// <summary>The reportable results of a calculation, one an aliquot.</summary>
    public static ImmutableArray<ReportableResult> Reportable(PlateResult calculated) =>
    [
        .. from aliquot in calculated.Aliquots
           let wells = calculated.Wells.Where(well =>
               well.Layout.Aliquot == aliquot.Aliquot && well.Layout.DilutionFactor == aliquot.DilutionFactor)
           select new ReportableResult(
               new(aliquot.Aliquot), aliquot.MeanConcentration, aliquot.Confidence?.Lower, aliquot.Confidence?.Upper,
               aliquot.ConcentrationCvPercent,
               [.. wells.Select(well => well.Well.ToString())],
               [.. aliquot.Flags.Where(flag => flag != WellFlag.InRange).Distinct().Select(flag => flag.ToString())]),
    ];

    static PlateContent Content(Plate plate, Assay assay)
    {
        ImmutableArray<PlateRead> reads = [Read(assay.WavelengthNm, well => well.Signal)];
        if (assay.ReferenceWavelengthNm is { } referenceNm)
            reads = reads.Add(Read(referenceNm, well => well.Reference));
        return new PlateContent(plate.Source.PlateName, WellCount: 96, reads, Groups: []);

        PlateRead Read(int wavelengthNm, Func<PlateWell, double?> number) => new(
            Label: null, wavelengthNm,
            plate.Wells.Where(well => number(well) is not null)
                .ToImmutableSortedDictionary(well => Well.Parse(well.Well), well => number(well)!.Value),
            plate.Wells.Where(well => number(well) is null && well.Flag is not null)
                .ToImmutableSortedDictionary(well => Well.Parse(well.Well), well => well.Flag!));
    }

    static PlateLayout Layout(Plate plate) => new(plate.Source.PlateName,
    [
        .. plate.Wells.Select(well => new LayoutWell(Well.Parse(well.Well), well.Role)
        {
            Level = well.Level,
            NominalConcentration = well.Nominal,
            Aliquot = well.Aliquot?.Value,
            DilutionFactor = well.Dilution ?? 1,
            Masked = well.Masked ?? false,
        }),
    ]);
}
