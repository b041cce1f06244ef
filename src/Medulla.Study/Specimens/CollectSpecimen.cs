using System.Globalization;
using Medulla.Study.Capture;
using Medulla.Study.Definition;
using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Specimens;

/// <summary>A specimen was collected.</summary>
public sealed record SpecimenCollected(
    SpecimenId Specimen, ParticipantId Participant, string Kind, string Visit,
    DateTimeOffset CollectedAt, double VolumeMillilitres) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(new Specimen(
        Specimen, Participant, Kind, Visit, CollectedAt, VolumeMillilitres, Spin: null, Aliquots: []));
}

/// <summary>Record that a specimen was collected. The number is the next one free.</summary>
public sealed record CollectSpecimen(
    ParticipantId Participant, string Kind, string Visit, DateTimeOffset CollectedAt, double VolumeMillilitres) : IDataCommand
{
    const double LargestMillilitres = 50;

    public Decision Decide(StudyState study) => study.FindParticipant(Participant) is { } participant
        ? Decision.Unless(Refusals(study, participant), () =>
            [new SpecimenCollected(NextNumber(study), Participant, Kind, Visit, CollectedAt, VolumeMillilitres)])
        : Decision.Refuse(ParticipantReading.Unknown(Participant));

    static SpecimenId NextNumber(StudyState study) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SP-{study.Specimens.Count + 1:0000}"));

    IEnumerable<Refusal> Refusals(StudyState study, Participant participant)
    {
        var day = DateOnly.FromDateTime(CollectedAt.DateTime);
        foreach (var refusal in CaptureRules.Refusals(participant, day)
                     .Concat(DateRules.AfterCutoff(study.Definition, "collection", "采集", day)))
            yield return refusal;

        if (study.Definition.FindVisit(Visit) is null)
            yield return new("visit-unknown",
                $"Found visit '{Visit}'. Expected one of: {string.Join(", ", study.Definition.Visits.Select(visit => visit.Code))}.",
                $"访视“{Visit}”不在定义中，应为：{string.Join("、", study.Definition.Visits.Select(visit => visit.Code))}。");
        if (study.Definition.FindSpecimenKind(Kind) is not { } kind)
            yield return new("specimen-kind-unknown",
                $"Found specimen kind '{Kind}'. Expected one of: {string.Join(", ", study.Definition.Specimens.Select(known => known.Code))}.",
                $"标本类型“{Kind}”不在定义中，应为：{string.Join("、", study.Definition.Specimens.Select(known => known.Code))}。");
        else if (kind.ConsentScope is { } scope && participant.Consent is { } consent && !consent.Scopes.Contains(scope))
            yield return new("consent-not-for-specimens",
                $"{participant.Label} has not agreed to '{scope}'. A {kind.Name.En} is not collected.",
                $"{participant.Label} 未同意“{scope}”，不采集{kind.Name.Zh}。");
        if (VolumeMillilitres is not (> 0 and <= LargestMillilitres))
            yield return new("volume-implausible",
                $"Found {VolumeMillilitres} mL. Expected more than 0 and at most {LargestMillilitres} mL.",
                $"体积为 {VolumeMillilitres} mL，应大于 0 且不超过 {LargestMillilitres} mL。");
    }
}
