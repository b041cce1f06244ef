using Medulla.Study.Journal;

namespace Medulla.Study.Specimens;

/// <summary>A specimen was centrifuged.</summary>
public sealed record SpecimenProcessed(SpecimenId Specimen, Spin Spin) : Fact
{
    public override StudyState ApplyTo(StudyState study) =>
        study.With(study.Specimens[Specimen] with { Spin = Spin });
}

/// <summary>Record how a specimen was centrifuged. Too late is recorded, not refused: it is a deviation.</summary>
public sealed record ProcessSpecimen(SpecimenId Specimen, Spin Spin) : IDataCommand
{
    public Decision Decide(StudyState study) => study.Specimens.Find(Specimen) is { } specimen
        ? Decision.Unless(Refusals(specimen), () => [new SpecimenProcessed(Specimen, Spin)])
        : Decision.Refuse(SpecimenReading.Unknown(Specimen));

    IEnumerable<Refusal> Refusals(Specimen specimen)
    {
        if (specimen.Spin is { } earlier)
            yield return new("already-processed",
                $"{specimen.Id} was centrifuged at {earlier.SpunAt:yyyy-MM-dd HH:mm}.",
                $"{specimen.Id} 已于 {earlier.SpunAt:yyyy-MM-dd HH:mm} 离心。");
        if (Spin.SpunAt < specimen.CollectedAt)
            yield return new("spun-before-collected",
                $"Found {Spin.SpunAt:yyyy-MM-dd HH:mm} as the time of centrifugation. Expected no earlier than collection at {specimen.CollectedAt:yyyy-MM-dd HH:mm}.",
                $"离心时间 {Spin.SpunAt:yyyy-MM-dd HH:mm} 早于采集时间 {specimen.CollectedAt:yyyy-MM-dd HH:mm}。");
        if (Spin is not { RelativeForce: > 0, Minutes: > 0 })
            yield return new("spin-implausible",
                $"Found {Spin.RelativeForce} g for {Spin.Minutes} min. Expected both above 0; the force in g, not revolutions.",
                $"离心为 {Spin.RelativeForce} g、{Spin.Minutes} 分钟，均应大于 0（单位 g，不是转速）。");
    }
}
