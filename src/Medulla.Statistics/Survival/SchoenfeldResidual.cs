using System.Collections.Immutable;

namespace Medulla.Statistics.Survival;

/// <summary>How the columns of a participant with the event differ from what the risk set made likely.</summary>
/// <param name="Participant">Place in the cohort.</param>
/// <param name="Time">Of the event.</param>
/// <param name="Values">Column minus its mean in the risk set, tied events in turn (Efron).</param>
/// <param name="Scaled">About the coefficient at that time: a smooth curve through these shows how it drifts.</param>
/// <remarks>
/// R: <c>residuals(coxph, type = "schoenfeld" | "scaledsch")</c>. Sources: Schoenfeld 1982; Grambsch &amp; Therneau 1994.
/// </remarks>
public sealed record SchoenfeldResidual(
    int Participant, double Time, ImmutableArray<double> Values, ImmutableArray<double> Scaled);
