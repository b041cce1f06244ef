using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>Product-limit estimate of the survival function from right-censored, perhaps left-truncated, follow-up.</summary>
/// <remarks>
/// A participant censored at the very time of an event still counts as at risk of it. Times that differ by rounding
/// alone are one time. R: <c>survfit(Surv(time, event) ~ 1)</c>.
/// Sources: estimate, Kaplan &amp; Meier 1958; standard error, Greenwood 1926; cumulative hazard, Aalen 1978;
/// intervals, Borgan &amp; Liestøl 1990; interval of the median, Brookmeyer &amp; Crowley 1982.
/// </remarks>
public sealed class KaplanMeier
{
    // 23/24 × 22/23 × … × 12/13 is one half, but comes out as 0.5000000000000001.
    const double RoundingTolerance = 1.4901161193847656e-8;

    KaplanMeier(ImmutableArray<KaplanMeierStep> steps, SurvivalIntervalType intervalType, double confidenceLevel) =>
        (Steps, IntervalType, Level) = (steps, intervalType, confidenceLevel);

    /// <summary>Earliest first. Never empty.</summary>
    public ImmutableArray<KaplanMeierStep> Steps { get; }

    public SurvivalIntervalType IntervalType { get; }

    /// <summary>Of every interval here, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Kaplan–Meier, Greenwood standard error, {100 * Level:0.##} % {SurvivalInterval.Describe(IntervalType)}");

    /// <param name="cohort">At least one participant; times 0 or more, one unit.</param>
    /// <param name="intervalType">
    /// Log-log unless said otherwise; R's own default is <see cref="SurvivalIntervalType.Log"/>.
    /// </param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    public static KaplanMeier Estimate(
        IReadOnlyList<FollowUp> cohort,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog,
        double confidenceLevel = ConfidenceLevel.Usual)
    {
        FollowUp.RequireUsable(cohort, nameof(cohort));
        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        var tied = TiedTimes.Merge(cohort);
        var entries = tied.Entries.Order().ToArray();
        int entered = 0, left = 0;
        double survival = 1, greenwoodSum = 0, hazard = 0, hazardVariance = 0;
        var steps = ImmutableArray.CreateBuilder<KaplanMeierStep>();

        var byTime = Enumerable.Range(0, cohort.Count).GroupBy(index => tied.Times[index]).OrderBy(group => group.Key);
        foreach (var sameTime in byTime)
        {
            while (entered < entries.Length && entries[entered] < sameTime.Key)
                entered++;
            var atRisk = entered - left;
            var leaving = sameTime.Count();
            var events = sameTime.Count(index => cohort[index].EventObserved);
            double surviving = atRisk - events;

            survival *= surviving / atRisk;
            hazard += (double)events / atRisk;
            hazardVariance += events / ((double)atRisk * atRisk);
            if (events > 0)
                greenwoodSum += events / (atRisk * surviving); // Infinite once nobody survives; not reported then.

            var logStandardError = Math.Sqrt(greenwoodSum);
            steps.Add(new KaplanMeierStep(
                sameTime.Key, atRisk, events, Censored: leaving - events, survival,
                LogStandardError: survival > 0 ? logStandardError : null,
                Confidence: SurvivalInterval.Of(intervalType, survival, logStandardError, z),
                hazard, Math.Sqrt(hazardVariance)));
            left += leaving;
        }

        return new KaplanMeier(steps.ToImmutable(), intervalType, confidenceLevel);
    }

    /// <summary>How long follow-up itself lasted: events are censored, and what was censored is the event.</summary>
    /// <remarks>
    /// Its median is the median potential follow-up. Sources: Schemper &amp; Smith 1996.
    /// R: <c>survfit(Surv(time, 1 - event) ~ 1)</c>.
    /// </remarks>
    public static KaplanMeier OfFollowUp(
        IReadOnlyList<FollowUp> cohort,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog,
        double confidenceLevel = ConfidenceLevel.Usual) =>
        Estimate([.. cohort.Select(one => one with { EventObserved = !one.EventObserved })], intervalType, confidenceLevel);

    /// <summary>Estimated probability of being event-free after this time; null beyond the last follow-up.</summary>
    public double? SurvivalAt(double time) => time > Steps[^1].Time ? null : LastStepAt(time)?.Survival ?? 1;

    /// <summary>When the curve first falls below one half, with its interval; its time is null when it never does.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>The time by which this share of participants has had the event.</summary>
    /// <remarks>A stretch of the curve at exactly 1 − share gives the middle of that stretch, as R and SAS report it.</remarks>
    /// <param name="probability">Share with the event, between 0 and 1: 0.25 is the lower quartile of the times.</param>
    public SurvivalQuantile Quantile(double probability)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");

        return new SurvivalQuantile(probability,
            Crossing(probability, step => step.Survival),
            Crossing(probability, step => step.Confidence?.Lower),
            Crossing(probability, step => step.Confidence?.Upper));
    }

    /// <summary>The curve and the numbers at risk, with events and censored, at times of the reader's choice.</summary>
    /// <param name="times">Rising.</param>
    /// <exception cref="ArgumentException">The times do not rise.</exception>
    public ImmutableArray<SurvivalAtTime> At(params ReadOnlySpan<double> times)
    {
        var rows = ImmutableArray.CreateBuilder<SurvivalAtTime>(times.Length);
        var previous = double.NegativeInfinity;
        foreach (var time in times)
        {
            if (!(time > previous))
                throw new ArgumentException(
                    "Found times that do not rise. Expected each later than the one before.", nameof(times));

            var since = Steps.Where(step => step.Time > previous && step.Time <= time).ToList();
            var step = LastStepAt(time);
            var known = time <= Steps[^1].Time;
            rows.Add(new SurvivalAtTime(
                time,
                known ? step?.Survival ?? 1 : null,
                known ? step is null ? 0 : step.StandardError : null,
                known && step is not null ? step.Confidence : null,
                AtRisk: Steps.FirstOrDefault(later => later.Time >= time)?.AtRisk ?? 0,
                since.Sum(passed => passed.Events),
                since.Sum(passed => passed.Censored)));
            previous = time;
        }

        return rows.MoveToImmutable();
    }

    /// <summary>Mean event-free time up to a horizon.</summary>
    /// <remarks>
    /// Beyond the last follow-up the curve is carried on at its last value. R: <c>print(survfit, rmean = horizon)</c>.
    /// Sources: Irwin 1949; Royston &amp; Parmar 2013.
    /// </remarks>
    /// <param name="horizon">Above 0, in the unit of the cohort.</param>
    public RestrictedMean RestrictedMeanUpTo(double horizon)
    {
        if (horizon is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "Expected above 0, and finite.");

        // From the right, so that each event meets the area still to come after it.
        double area = 0, variance = 0, end = horizon;
        for (var index = Steps.Length - 1; index >= 0; index--)
        {
            var step = Steps[index];
            if (step.Time >= horizon)
                continue;

            area += step.Survival * (end - step.Time);
            end = step.Time;
            double surviving = step.AtRisk - step.Events;
            if (step.Events > 0 && surviving > 0)
                variance += area * area * step.Events / (step.AtRisk * surviving);
        }

        return new RestrictedMean(horizon, area + end, Math.Sqrt(variance));
    }

    KaplanMeierStep? LastStepAt(double time) => Steps.LastOrDefault(step => step.Time <= time);

    // A confidence curve can rise again where few are left at risk. As in R, the step that counts is then the one
    // whose value lies next below the level, not the first below it.
    double? Crossing(double probability, Func<KaplanMeierStep, double?> curve)
    {
        var level = 1 - probability;
        if (NextBelow(level + RoundingTolerance) is not { } reached)
            return null;
        if (curve(reached) < level - RoundingTolerance)
            return reached.Time;
        return (reached.Time + (NextBelow(level - RoundingTolerance) ?? Steps[^1]).Time) / 2;

        KaplanMeierStep? NextBelow(double limit) => Steps.Where(step => curve(step) <= limit).MaxBy(curve);
    }
}
