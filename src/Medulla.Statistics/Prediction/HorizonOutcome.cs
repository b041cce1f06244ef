using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Who had the event by a time, who did not, and who stands for those censored before.</summary>
/// <remarks>
/// Participants whose status at the horizon is known weigh 1 / G(T−) if they left before, 1 / G(t) if they are still followed;
/// the censored weigh nothing. Sources: Graf, Schmoor, Sauerbrei &amp; Schumacher 1999; competing risks, Blanche, Dartigues
/// &amp; Jacqmin-Gadda 2013.
/// </remarks>
sealed class HorizonOutcome
{
    HorizonOutcome(int participants, double time, CensoringCurve censoring) =>
        (CaseWeights, SurvivorWeights, OtherWeights, Time, Censoring) =
        (new double[participants], new double[participants], new double[participants], time, censoring);

    public double Time { get; }

    public CensoringCurve Censoring { get; }

    /// <summary>Of those with the event of interest by the time; else 0.</summary>
    public double[] CaseWeights { get; }

    /// <summary>Of those followed beyond; else 0.</summary>
    public double[] SurvivorWeights { get; }

    /// <summary>Of those with another event by the time; else 0.</summary>
    public double[] OtherWeights { get; }

    public int Cases { get; private set; }

    public int Survivors { get; private set; }

    /// <summary>Weight of whoever's status is known; 0 else.</summary>
    public double Weight(int row) => CaseWeights[row] + SurvivorWeights[row] + OtherWeights[row];

    /// <param name="followUps">Event: of any cause.</param>
    /// <param name="causes">Code of each event, or null where all events are of interest.</param>
    /// <param name="cause">The code of interest.</param>
    /// <param name="time">The horizon.</param>
    /// <param name="ties">Of events and censoring.</param>
    /// <param name="through">Whether events at the horizon itself count.</param>
    public static HorizonOutcome At(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<int>? causes, int cause, double time, CensoringTies ties,
        bool through = true, CensoringCurve? censoring = null)
    {
        if (causes is not null && causes.Count != followUps.Count)
            throw new ArgumentException(
                $"Found {causes.Count} causes. Expected {followUps.Count}, one per participant.", nameof(causes));
        if (time is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(time), time, "Expected above 0, and finite.");

        censoring ??= CensoringCurve.Of(followUps, ties);
        var outcome = new HorizonOutcome(followUps.Count, time, censoring);
        var beyond = 1 / censoring.At(time);
        for (var row = 0; row < followUps.Count; row++)
        {
            if (censoring.Times[row] > time)
            {
                outcome.SurvivorWeights[row] = beyond;
                outcome.Survivors++;
            }
            else if (followUps[row].EventObserved && (through || censoring.Times[row] < time))
            {
                var ofInterest = causes is null || causes[row] == cause;
                (ofInterest ? outcome.CaseWeights : outcome.OtherWeights)[row] = 1 / (ties == CensoringTies.TogetherAtEvent
                    ? censoring.At(censoring.Times[row])
                    : censoring.Before(row));
                outcome.Cases += ofInterest ? 1 : 0;
            }
        }

        return outcome;
    }
}
