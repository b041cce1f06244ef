using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Specimens;

namespace Medulla.Study.Results;

/// <summary>Reading plates and results out of the study.</summary>
public static class PlateReading
{
    extension(StudyState study)
    {
        public StudyState With(Plate plate) => study with { Results = study.Results.With(plate.Id, plate) };

        public IEnumerable<Plate> WaitingPlates => study.Results.Values.Where(plate => plate.Status == PlateStatus.Waiting);

        /// <summary>The result that counts for a participant: the one accepted last. Null when there is none.</summary>
        /// <remarks>A later accepted plate replaces an earlier one; both stay in the journal.</remarks>
        public (Plate Plate, ReportableResult Result)? ResultOf(
            ParticipantId participant, string assay, string specimenKind, string visit) =>
            (from plate in study.Results.Values
             where plate.Assay == assay && plate.Accepted is not null
             from result in plate.Accepted!.Results
             let specimen = study.Specimens[study.Aliquots[result.Aliquot].Specimen]
             where specimen.Participant == participant && specimen.Kind == specimenKind && specimen.Visit == visit
             orderby plate.Accepted!.AcceptedAt descending
             select ((Plate, ReportableResult)?)(plate, result)).FirstOrDefault();
    }

    public static Refusal Unknown(PlateId id) => new("plate-unknown",
        $"Found no plate {id}. Expected one that has been imported.", $"没有检测板 {id}，须先导入。");

    public static Refusal AlreadyDecided(Plate plate) => new("plate-already-decided",
        $"Plate {plate.Id} is {plate.Status}. It is decided once.", $"检测板 {plate.Id} 已处理，不再更改。");
}
