using System.Collections.Immutable;
using System.Globalization;
using Medulla.Assays;
using Medulla.Assays.PlateFiles;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Specimens;

namespace Medulla.Study.Results;

/// <summary>A plate was read into the study. Its aliquots were thawed for it.</summary>
/// <param name="Notes">Free text of the raw file, such as that its readings are simulated.</param>
public sealed record PlateImported(
    PlateId Plate, string Assay, RawPlate Source, ImmutableArray<PlateWell> Wells, ImmutableArray<string> Notes) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        var plate = new Plate(Plate, Assay, Source, Wells, study.Position);
        foreach (var aliquot in plate.Aliquots.Select(id => study.Aliquots[id]))
            study = study.With(aliquot with { ThawCount = aliquot.ThawCount + 1 });
        return study.With(plate);
    }
}

/// <summary>Read one plate of a reader's file into the study.</summary>
/// <param name="Content">As the file was read.</param>
/// <param name="Layout">What stood in its wells.</param>
public sealed record ImportPlate(
    string Assay, RawPlate Source, PlateContent Content, PlateLayout Layout, ImmutableArray<string> Notes) : IDataCommand
{
    public Decision Decide(StudyState study) => study.Definition.FindAssay(Assay) is { } assay
        ? Decision.Unless(Refusals(study, assay), () =>
            [new PlateImported(NextNumber(study), Assay, Source, Wells(assay), Notes)])
        : Decision.Refuse(new Refusal("assay-unknown",
            $"Found assay '{Assay}'. Expected one of: {string.Join(", ", study.Definition.Assays.Select(known => known.Code))}.",
            $"检测项目“{Assay}”不在定义中，应为：{string.Join("、", study.Definition.Assays.Select(known => known.Code))}。"));

    static PlateId NextNumber(StudyState study) =>
        new(string.Create(CultureInfo.InvariantCulture, $"PL-{study.Results.Count + 1:0000}"));

    ImmutableArray<PlateWell> Wells(Assay assay)
    {
        var signal = Content.ReadAt(assay.WavelengthNm)!;
        var reference = assay.ReferenceWavelengthNm is { } referenceNm ? Content.ReadAt(referenceNm) : null;
        return
        [
            .. Layout.Wells.Select(layout => new PlateWell(
                layout.Well.ToString(), layout.Role, layout.Level, layout.NominalConcentration,
                layout.Aliquot is { } aliquot ? new AliquotId(aliquot) : null,
                layout.DilutionFactor == 1 ? null : layout.DilutionFactor, layout.Masked ? true : null,
                Number(signal, layout.Well), reference is null ? null : Number(reference, layout.Well),
                signal.Flags.GetValueOrDefault(layout.Well) ?? reference?.Flags.GetValueOrDefault(layout.Well))),
        ];
    }

    static double? Number(PlateRead read, Well well) => read.Values.TryGetValue(well, out var number) ? number : null;

    IEnumerable<Refusal> Refusals(StudyState study, Assay assay) =>
    [
        .. TwiceRefusals(study),
        .. ReadRefusals(assay),
        .. AliquotRefusals(study, assay),
    ];

    IEnumerable<Refusal> TwiceRefusals(StudyState study)
    {
        foreach (var plate in study.Results.Values.Where(plate => plate.Status != PlateStatus.Rejected
                     && plate.Source.Sha256 == Source.Sha256 && plate.Source.PlateInFile == Source.PlateInFile))
            yield return new("plate-imported-twice",
                $"Plate {Source.PlateInFile} of {Source.FileName} is already here as {plate.Id} (entry {plate.ImportedAt}). Reject {plate.Id} before importing it again.",
                $"{Source.FileName} 的第 {Source.PlateInFile} 块板已导入为 {plate.Id}（第 {plate.ImportedAt} 条），重新导入前先拒绝 {plate.Id}。");
    }

    IEnumerable<Refusal> ReadRefusals(Assay assay)
    {
        int?[] wanted = [assay.WavelengthNm, assay.ReferenceWavelengthNm];
        foreach (var wavelengthNm in wanted.OfType<int>().Where(wavelengthNm => Content.ReadAt(wavelengthNm) is null))
            yield return new("wavelength-missing",
                $"Found reads at {string.Join(", ", Content.Reads.Select(read => $"{read.WavelengthNm} nm"))} in {Source.FileName}. Expected one at {wavelengthNm} nm, as assay {assay.Code} is defined.",
                $"{Source.FileName} 的读数波长为 {string.Join("、", Content.Reads.Select(read => $"{read.WavelengthNm} nm"))}，检测项目 {assay.Code} 要求 {wavelengthNm} nm。");
        if (Layout.Wells.All(well => well.Role != WellRole.Calibrator))
            yield return new("calibrators-missing",
                $"Found no calibrator in the layout of {Source.FileName}. Expected the levels of a curve.",
                $"{Source.FileName} 的布局中没有校准品，无法拟合曲线。");
    }

    IEnumerable<Refusal> AliquotRefusals(StudyState study, Assay assay)
    {
        foreach (var well in Layout.Wells.Where(well => well is { Role: WellRole.Unknown, Aliquot: null }))
            yield return new("aliquot-missing",
                $"Found no aliquot in well {well.Well}. Expected its identifier.", $"孔 {well.Well} 未注明分装样本编号。");

        var placed = Layout.Wells.Where(well => well.Aliquot is not null).GroupBy(well => well.Aliquot!);
        foreach (var wells in placed)
        {
            var where = string.Join(", ", wells.Select(well => well.Well));
            if (study.Aliquots.Find(new AliquotId(wells.Key)) is not { } aliquot)
            {
                yield return new("aliquot-unknown",
                    $"Found aliquot '{wells.Key}' in well {where}. Expected one that this study made.",
                    $"孔 {where} 的分装样本“{wells.Key}”不属于本研究。");
                continue;
            }

            var specimen = study.Specimens[aliquot.Specimen];
            var kind = study.Definition.FindSpecimenKind(specimen.Kind);
            if (!assay.SpecimenKinds.Contains(specimen.Kind))
                yield return new("specimen-kind-not-assayed",
                    $"Aliquot {aliquot.Id} in well {where} is of kind {specimen.Kind}. Assay {assay.Code} expects: {string.Join(", ", assay.SpecimenKinds)}.",
                    $"孔 {where} 的分装样本 {aliquot.Id} 类型为 {specimen.Kind}，检测项目 {assay.Code} 只接受：{string.Join("、", assay.SpecimenKinds)}。");
            if (aliquot.ThawCount >= kind?.MaximumThaws)
                yield return new("aliquot-thawed-too-often",
                    $"Aliquot {aliquot.Id} in well {where} has been thawed {aliquot.ThawCount} times. Expected fewer than {kind.MaximumThaws} before this plate.",
                    $"孔 {where} 的分装样本 {aliquot.Id} 已冻融 {aliquot.ThawCount} 次，上限为 {kind.MaximumThaws} 次。");
        }
    }
}
