using Medulla.Study.Journal;

namespace Medulla.Study.Results;

/// <summary>A plate was rejected: none of its results count.</summary>
public sealed record PlateRejected(PlateId Plate, string Reason) : Fact
{
    public override StudyState ApplyTo(StudyState study) => study.With(study.Results[Plate] with
    {
        Status = PlateStatus.Rejected,
        RejectionReason = Reason,
    });
}

/// <summary>Reject a plate.</summary>
public sealed record RejectPlate(PlateId Plate, string Reason) : IDataCommand
{
    public Decision Decide(StudyState study)
    {
        if (study.Results.Find(Plate) is not { } plate)
            return Decision.Refuse(PlateReading.Unknown(Plate));
        if (plate.Status != PlateStatus.Waiting)
            return Decision.Refuse(PlateReading.AlreadyDecided(plate));
        if (string.IsNullOrWhiteSpace(Reason))
            return Decision.Refuse(new Refusal("reason-missing",
                $"Found no reason for rejecting {plate.Id}. Expected a few words.", $"拒绝 {plate.Id} 未填写原因。"));
        return Decision.Accept(new PlateRejected(Plate, Reason));
    }
}
