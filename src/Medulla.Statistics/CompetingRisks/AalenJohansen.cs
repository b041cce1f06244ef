using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>Cumulative incidence of each of several competing events, and the probability of being free of all.</summary>
/// <remarks>
/// The cumulative incidences and the event-free probability sum to 1 at every time. A participant censored at the very time of
/// an
/// event still counts as at risk of it. R: <c>survfit(Surv(time, factor(cause)) ~ 1)</c>, or <c>cmprsk::cuminc</c> with the
/// Aalen variance.
/// Sources: estimate, Aalen &amp; Johansen 1978; variance, Aalen 1978 and Gray 1988; infinitesimal jackknife, Efron 1981.
/// </remarks>
public sealed class AalenJohansen
{
    readonly IncidenceRecursion recursion;
    readonly AalenJohansenOptions options;

    AalenJohansen(IncidenceRecursion recursion, AalenJohansenOptions options) =>
        (this.recursion, this.options) = (recursion, options);

    public int Participants => recursion.Participants;

    /// <summary>Rising.</summary>
    public ImmutableArray<int> Causes { get; private init; }

    /// <summary>Kaplan–Meier estimate with every cause an event.</summary>
    public required StateCurve EventFree { get; init; }

    /// <summary>In the order of <see cref="Causes"/>.</summary>
    public required ImmutableArray<StateCurve> Incidences { get; init; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Aalen–Johansen, {(options.Variance == IncidenceVariance.Aalen ? "Aalen" : "infinitesimal jackknife")} standard error, ")
        + string.Create(CultureInfo.InvariantCulture, $"{100 * options.ConfidenceLevel:0.##} % ")
        + $"{SurvivalInterval.Name(options.IntervalType)} interval; R: "
        + (options.Variance == IncidenceVariance.Aalen ? "cmprsk::cuminc" : "survfit(Surv(time, factor(cause)) ~ 1)");

    /// <param name="cohort">At least one participant.</param>
    /// <param name="options">Infinitesimal jackknife and 95 % log-log intervals unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// The cohort is empty, holds an unusable time, or a cause that is not among those named.
    /// </exception>
    public static AalenJohansen Estimate(IReadOnlyList<CompetingFollowUp> cohort, AalenJohansenOptions? options = null)
    {
        options ??= new AalenJohansenOptions();
        CompetingFollowUp.RequireUsable(cohort, nameof(cohort));
        var z = ConfidenceLevel.NormalQuantile(options.ConfidenceLevel);
        var causes = CausesOf(cohort, options.Causes);
        var walk = new IncidenceRecursion(cohort, causes);
        var curves = Enumerable.Range(0, causes.Length + 1)
            .Select(_ => ImmutableArray.CreateBuilder<StateStep>(walk.Points)).ToArray();
        walk.Run(options.Variance == IncidenceVariance.Aalen, point =>
        {
            curves[0].Add(Step(point, point.EventFree, point.EventFreeVariance, point.AllEvents, point.AllHazard));
            for (var cause = 0; cause < causes.Length; cause++)
                curves[cause + 1].Add(Step(point, point.Incidence[cause], point.Variance[cause], point.Events[cause],
                    point.Hazard[cause]));
        });
        return new AalenJohansen(walk, options)
        {
            Causes = [.. causes],
            EventFree = new StateCurve(cause: null, curves[0].MoveToImmutable()),
            Incidences = [.. causes.Select((cause, place) => new StateCurve(cause, curves[place + 1].MoveToImmutable()))],
        };

        StateStep Step(IncidencePoint point, double probability, double variance, int events, double hazard)
        {
            var standardError = Math.Sqrt(Math.Max(0, variance));
            return new StateStep(point.Time, point.AtRisk, events, probability, standardError,
                probability > 0
                    ? SurvivalInterval.Of(options.IntervalType, probability, standardError / probability, z)
                    : null,
                hazard);
        }
    }

    /// <summary>The curve of one cause.</summary>
    /// <exception cref="ArgumentException">There is no such cause.</exception>
    public StateCurve Incidence(int cause) => Incidences.FirstOrDefault(curve => curve.Cause == cause)
        ?? throw new ArgumentException($"Found the cause {cause}. Expected one of {string.Join(", ", Causes)}.", nameof(cause));

    /// <summary>Mean time lost to one cause up to a horizon: the area under its cumulative incidence.</summary>
    /// <remarks>
    /// Beyond the last follow-up the curves are carried on at their last value. The standard error is the infinitesimal
    /// jackknife,
    /// as survival 3.8 of R gives it. R: <c>summary(survfit(...), rmean = horizon)$table</c>.
    /// Sources: Andersen 2013.
    /// </remarks>
    /// <param name="cause">One of <see cref="Causes"/>.</param>
    /// <param name="horizon">Above 0, in the unit of the cohort.</param>
    public RestrictedTime TimeLost(int cause, double horizon) =>
        RestrictedTimes(horizon)[1 + Causes.IndexOf(Incidence(cause).Cause!.Value)];

    /// <summary>Mean event-free time up to a horizon; with the times lost to the causes it sums to the horizon.</summary>
    /// <param name="horizon">Above 0, in the unit of the cohort.</param>
    public RestrictedTime EventFreeTime(double horizon) => RestrictedTimes(horizon)[0];

    ImmutableArray<RestrictedTime> RestrictedTimes(double horizon) =>
        horizon is > 0 and < double.PositiveInfinity
            ? recursion.RestrictedTimes(horizon)
            : throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "Expected above 0, and finite.");

    internal static int[] CausesOf(IReadOnlyList<CompetingFollowUp> cohort, IReadOnlyList<int>? named)
    {
        var seen = new SortedSet<int>();
        for (var index = 0; index < cohort.Count; index++)
            if (cohort[index].Cause is { } cause && seen.Add(cause) && named?.Contains(cause) == false)
                throw new ArgumentException($"Found the cause {cause} at index {index}. Expected one of "
                    + $"{string.Join(", ", named)}, or null for censored.", nameof(cohort));
        return named is null ? [.. seen] : [.. named.Distinct().Order()];
    }
}
