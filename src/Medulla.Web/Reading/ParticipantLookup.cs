using Medulla.Study.Participants;
using Medulla.Web.Doors;

namespace Medulla.Web.Reading;

/// <summary>Finds the participant of an address.</summary>
public static class ParticipantLookup
{
    /// <summary>By screening or enrolment number; null makes the page answer "not found".</summary>
    public static Participant? FindParticipant(this PageScope here, string label)
    {
        var found = here.Study.FindParticipant(label);
        if (found is null)
            here.NotFound();
        return found;
    }
}
