using System.Collections.Immutable;
using Medulla.Study;
using Medulla.Study.Capture;
using Medulla.Study.Participants;

namespace Medulla.Web.Reading;

/// <summary>Which participants a number of the overview stands for: the list behind it uses the same name.</summary>
public static class ParticipantChoice
{
    public const string All = "all";
    public const string InScreening = "in-screening";
    public const string ScreenFailed = "screen-failed";
    public const string Consented = "consented";
    public const string Eligible = "eligible";
    public const string Enrolled = "enrolled";
    public const string Specimens = "specimens";
    public const string Queries = "queries";
    public const string Response = "response";
    public const string Died = "died";
    public const string Withdrawn = "withdrawn";

    /// <summary>Those whom the choice means; everybody for a choice that is not known.</summary>
    public static ImmutableArray<Participant> Of(StudyState study, string? choice) =>
        [.. study.Participants.Values.Where(participant => IsMeant(study, participant, choice))];

    static bool IsMeant(StudyState study, Participant participant, string? choice) => choice switch
    {
        InScreening => participant.Status == ParticipantStatus.InScreening,
        ScreenFailed => participant.Status == ParticipantStatus.ScreenFailed,
        Consented => participant.Consent is not null,
        Eligible => participant.Eligibility is { Verdict: EligibilityVerdict.Eligible },
        Enrolled => participant.EnrolmentNumber is not null,
        Specimens => study.Specimens.Values.Any(specimen => specimen.Participant == participant.Id),
        Queries => study.Capture.Of(participant.Id).OpenQueries.Any(),
        Response => study.Definition.Outcomes.Response is { } response
            && study.Capture.Of(participant.Id).Forms.Keys.Any(key => key.Form == response.Form),
        Died => OutcomeRules.DiedOn(study, participant) is not null,
        Withdrawn => participant.Status == ParticipantStatus.Withdrawn,
        _ => true,
    };
}
