using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Journal;
using Medulla.Study.Participants;
using Medulla.Study.Results;
using Medulla.Study.Specimens;

namespace Medulla.Cli.Words;

/// <summary>Whom a fact is about.</summary>
static class FactSubjects
{
    /// <param name="study">Knows whose specimens and aliquots are named.</param>
    public static bool IsAbout(Fact fact, ParticipantId participant, StudyState study)
    {
        return fact switch
        {
            ParticipantScreened screened => screened.Participant == participant,
            ConsentSigned signed => signed.Participant == participant,
            CriteriaAnswered answered => answered.Participant == participant,
            EligibilityJudged judged => judged.Participant == participant,
            ParticipantEnrolled enrolled => enrolled.Participant == participant,
            ParticipantWithdrawn withdrawn => withdrawn.Participant == participant,
            VisitOpened opened => opened.Participant == participant,
            FormSaved saved => saved.Participant == participant,
            QueryRaised raised => raised.Participant == participant,
            QueryClosed closed => closed.Participant == participant,
            SpecimenCollected collected => collected.Participant == participant,
            SpecimenProcessed processed => IsOf(processed.Specimen),
            AliquotsMade made => IsOf(made.Specimen),
            PlateImported imported => imported.Wells.Any(well => well.Aliquot is { } aliquot && Holds(aliquot)),
            PlateAccepted accepted => accepted.Results.Any(result => Holds(result.Aliquot)),
            PlateRejected rejected => study.Results.Find(rejected.Plate) is { } plate && plate.Aliquots.Any(Holds),
            _ => false,
        };

        bool IsOf(SpecimenId specimen) => study.Specimens.Find(specimen)?.Participant == participant;

        bool Holds(AliquotId aliquot) => study.Aliquots.Find(aliquot) is { } tube && IsOf(tube.Specimen);
    }
}
