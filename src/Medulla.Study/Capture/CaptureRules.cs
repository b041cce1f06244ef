using Medulla.Study.Journal;
using Medulla.Study.Participants;

namespace Medulla.Study.Capture;

/// <summary>What holds for everything captured about a participant.</summary>
public static class CaptureRules
{
    /// <summary>No data without consent in force on the day they are about.</summary>
    public static IEnumerable<Refusal> Refusals(Participant participant, DateOnly day)
    {
        if (participant.Consent is not { } consent)
            yield return new("consent-missing",
                $"{participant.Label} has not signed informed consent. No data are captured before.",
                $"{participant.Label} 尚未签署知情同意书，签署前不采集数据。");
        else if (!consent.IsInForceOn(day))
            yield return new("consent-not-in-force",
                $"Consent of {participant.Label} is not in force on {day:yyyy-MM-dd}. Expected a day from {consent.SignedOn:yyyy-MM-dd}"
                + (consent.WithdrawnOn is { } withdrawn ? $" and before {withdrawn:yyyy-MM-dd}, when it was withdrawn." : "."),
                $"{participant.Label} 的知情同意在 {day:yyyy-MM-dd} 无效，自 {consent.SignedOn:yyyy-MM-dd} 起有效"
                + (consent.WithdrawnOn is { } until ? $"，{until:yyyy-MM-dd} 撤回。" : "。"));
        if (participant.Status == ParticipantStatus.ScreenFailed)
            yield return new("screen-failed",
                $"{participant.Label} failed screening ({participant.ScreenFailureReason}). No data are captured.",
                $"{participant.Label} 筛选失败（{participant.ScreenFailureReason}），不采集数据。");
    }
}
