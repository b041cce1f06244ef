using System.Collections.Immutable;
using Medulla.Study.Capture;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Study.Reporting;

/// <summary>Whom and what a journal entry is about.</summary>
public static class EntrySubject
{
    /// <summary>The participants of a fact; several for a plate, none for a fact about the study.</summary>
    /// <param name="study">Knows whose specimens and aliquots are named.</param>
    public static ImmutableArray<ParticipantId> Participants(StudyState study, Fact fact) => fact switch
    {
        ParticipantScreened screened => [screened.Participant],
        ConsentSigned signed => [signed.Participant],
        CriteriaAnswered answered => [answered.Participant],
        EligibilityJudged judged => [judged.Participant],
        ParticipantEnrolled enrolled => [enrolled.Participant],
        ParticipantWithdrawn withdrawn => [withdrawn.Participant],
        VisitOpened visit => [visit.Participant],
        FormSaved saved => [saved.Participant],
        QueryRaised query => [query.Participant],
        QueryClosed query => [query.Participant],
        SpecimenCollected collected => [collected.Participant],
        SpecimenProcessed processed => OfSpecimen(study, processed.Specimen),
        AliquotsMade made => OfSpecimen(study, made.Specimen),
        _ => Plate(fact) is { } plate ? OfPlate(study, plate) : [],
    };

    /// <summary>The plate of a fact; null when it is about none.</summary>
    public static PlateId? Plate(Fact fact) => fact switch
    {
        PlateImported imported => imported.Plate,
        PlateAccepted accepted => accepted.Plate,
        PlateRejected rejected => rejected.Plate,
        _ => null,
    };

    static ImmutableArray<ParticipantId> OfSpecimen(StudyState study, SpecimenId id) =>
        study.Specimens.Find(id) is { } specimen ? [specimen.Participant] : [];

    static ImmutableArray<ParticipantId> OfPlate(StudyState study, PlateId id) =>
    [
        .. (study.Results.Find(id)?.Aliquots ?? [])
            .Select(study.Aliquots.Find).OfType<Aliquot>()
            .SelectMany(aliquot => OfSpecimen(study, aliquot.Specimen)).Distinct(),
    ];
}
