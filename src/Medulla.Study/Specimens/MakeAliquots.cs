using System.Collections.Immutable;
using System.Globalization;
using Medulla.Study.Journal;

namespace Medulla.Study.Specimens;

/// <summary>A processed specimen was divided into tubes and frozen.</summary>
public sealed record AliquotsMade(
    SpecimenId Specimen, ImmutableArray<AliquotId> Aliquots, double VolumeMillilitres,
    DateTimeOffset FrozenAt, string Place) : Fact
{
    public override StudyState ApplyTo(StudyState study)
    {
        foreach (var aliquot in Aliquots)
            study = study.With(new Aliquot(aliquot, Specimen, VolumeMillilitres, FrozenAt, Place, ThawCount: 0));
        return study.With(study.Specimens[Specimen] with { Aliquots = Aliquots });
    }
}

/// <summary>Divide a processed specimen into tubes of equal volume. Volume cannot come from nowhere.</summary>
public sealed record MakeAliquots(
    SpecimenId Specimen, int Count, double VolumeMillilitres, DateTimeOffset FrozenAt, string Place) : IDataCommand
{
    public Decision Decide(StudyState study) => study.Specimens.Find(Specimen) is { } specimen
        ? Decision.Unless(Refusals(specimen), () =>
            [new AliquotsMade(Specimen, Numbers(), VolumeMillilitres, FrozenAt, Place)])
        : Decision.Refuse(SpecimenReading.Unknown(Specimen));

    ImmutableArray<AliquotId> Numbers() =>
        [.. Enumerable.Range(1, Count).Select(number => new AliquotId(string.Create(CultureInfo.InvariantCulture, $"{Specimen}-A{number}")))];

    IEnumerable<Refusal> Refusals(Specimen specimen)
    {
        if (!specimen.Aliquots.IsEmpty)
            yield return new("already-divided",
                $"{specimen.Id} was divided into {specimen.Aliquots.Length} aliquots.", $"{specimen.Id} 已分装为 {specimen.Aliquots.Length} 份。");
        if (specimen.Spin is not { } spin)
            yield return new("not-processed", $"{specimen.Id} has not been centrifuged. Record that first.", $"{specimen.Id} 尚未离心，先记录离心。");
        else if (FrozenAt < spin.SpunAt)
            yield return new("frozen-before-spun",
                $"Found {FrozenAt:yyyy-MM-dd HH:mm} as the time of freezing. Expected no earlier than centrifugation at {spin.SpunAt:yyyy-MM-dd HH:mm}.",
                $"冻存时间 {FrozenAt:yyyy-MM-dd HH:mm} 早于离心时间 {spin.SpunAt:yyyy-MM-dd HH:mm}。");
        if (Count < 1 || VolumeMillilitres <= 0)
            yield return new("aliquots-implausible",
                $"Found {Count} aliquots of {VolumeMillilitres} mL. Expected at least one, with some volume.",
                $"分装 {Count} 份、每份 {VolumeMillilitres} mL，至少一份且体积大于 0。");
        else if (Count * VolumeMillilitres > specimen.VolumeMillilitres)
            yield return new("volume-exceeded",
                $"Found {Count} × {VolumeMillilitres} mL. Expected at most the {specimen.VolumeMillilitres} mL collected.",
                $"分装 {Count} × {VolumeMillilitres} mL，超过采集的 {specimen.VolumeMillilitres} mL。");
    }
}
