using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>1 − Kaplan–Meier with the competing causes censored: too high, kept only to show by how much.</summary>
/// <remarks>
/// It estimates the risk in a world where nobody has another event first, and that only if the causes are independent; the sum
/// over
/// causes can exceed 1. Report <see cref="AalenJohansen"/>. R: <c>1 - survfit(Surv(time, cause == k) ~ 1)$surv</c>.
/// Sources: Gooley et al. 1999.
/// </remarks>
public sealed class NaiveIncidence
{
    readonly KaplanMeier curve;

    NaiveIncidence(int cause, KaplanMeier curve) => (Cause, this.curve) = (cause, curve);

    public const string Convention = "1 − Kaplan–Meier with competing causes censored: overestimates the cumulative incidence; "
        + "R: 1 - survfit(Surv(time, cause == k) ~ 1)$surv";

    public int Cause { get; }

    /// <exception cref="ArgumentException">The cohort is empty, or holds an unusable time.</exception>
    public static NaiveIncidence Estimate(IReadOnlyList<CompetingFollowUp> cohort, int cause)
    {
        CompetingFollowUp.RequireUsable(cohort, nameof(cohort));
        return new NaiveIncidence(cause, KaplanMeier.Estimate(CauseSpecificHazards.FollowUpsOf(cohort, cause)));
    }

    /// <summary>Null beyond the last follow-up.</summary>
    public double? At(double time) => 1 - curve.SurvivalAt(time);
}
