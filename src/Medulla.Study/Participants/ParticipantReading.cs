using Medulla.Study.Journal;

namespace Medulla.Study.Participants;

/// <summary>Reading participants out of the study.</summary>
public static class ParticipantReading
{
    extension(StudyState study)
    {
        /// <summary>By screening number; null when nobody has it.</summary>
        public Participant? FindParticipant(ParticipantId id) => study.Participants.Find(id);

        /// <summary>By enrolment or screening number, as people type it; null when nobody has it.</summary>
        public Participant? FindParticipant(string label) =>
            study.Participants.Find(new ParticipantId(label))
            ?? study.Participants.Values.FirstOrDefault(participant => participant.EnrolmentNumber == label);

        public IEnumerable<Participant> EnrolledParticipants =>
            study.Participants.Values.Where(participant => participant.EnrolmentNumber is not null);

        public StudyState With(Participant participant) =>
            study with { Participants = study.Participants.With(participant.Id, participant) };
    }

    public static Refusal Unknown(ParticipantId id) => new("participant-unknown",
        $"Found no participant {id}. Expected one that has been screened.", $"没有受试者 {id}，须先登记筛选。");
}
