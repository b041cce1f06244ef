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
    readonly EventTable table;
    readonly SurvivalColumns columns;
    readonly double z;
    ImmutableArray<KaplanMeierStep> steps;

    KaplanMeier(EventTable table, KaplanMeierOptions options)
    {
        (this.table, Options, z) = (table, options, ConfidenceLevel.NormalQuantile(options.ConfidenceLevel));
        columns = SurvivalColumns.Of(table, options.Estimator, options.CumulativeHazard);
    }

    /// <summary>Earliest first. Never empty.</summary>
    public ImmutableArray<KaplanMeierStep> Steps =>
        steps.IsDefault ? steps = [.. Enumerable.Range(0, table.Rows).Select(Step)] : steps;

    public KaplanMeierOptions Options { get; }

    public SurvivalIntervalType IntervalType => Options.IntervalType;

    /// <summary>Of every interval here, such as 0.95.</summary>
    public double Level => Options.ConfidenceLevel;

    /// <summary>When the last follow-up ended, in the unit of the cohort.</summary>
    public double LastTime => table.Times[^1];

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => KaplanMeierConvention.Of(Options);

    /// <param name="cohort">At least one participant; times 0 or more, one unit.</param>
    /// <param name="intervalType">
    /// Log-log unless said otherwise; R's own default is <see cref="SurvivalIntervalType.Log"/>.
    /// </param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">The cohort is empty, or holds a time that is negative or not finite.</exception>
    public static KaplanMeier Estimate(
        IReadOnlyList<FollowUp> cohort,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog,
        double confidenceLevel = ConfidenceLevel.Usual) =>
        Estimate(cohort, new KaplanMeierOptions { IntervalType = intervalType, ConfidenceLevel = confidenceLevel });

    /// <summary>With case weights, another estimator of survival or hazard, or another lower limit.</summary>
    /// <param name="cohort">At least one participant; times 0 or more, one unit.</param>
    /// <param name="options">What to do otherwise than usual.</param>
    /// <exception cref="ArgumentException">
    /// The cohort is empty, or holds a time that is negative or not finite; or the case weights do not fit the cohort.
    /// </exception>
    public static KaplanMeier Estimate(IReadOnlyList<FollowUp> cohort, KaplanMeierOptions options)
    {
        FollowUp.RequireUsable(cohort, nameof(cohort));
        ConfidenceLevel.Require(options.ConfidenceLevel);
        if (options.CaseWeights is { } weights)
            RequireUsable(weights, cohort.Count);
        return new KaplanMeier(EventTable.Of(cohort, options.CaseWeights, options.MergeRounding), options);
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
    public double? SurvivalAt(double time) =>
        time > LastTime ? null
        : LastRowAt(time) is >= 0 and var row ? columns.Survival[row]
        : 1;

    /// <summary>When the curve first falls below one half, with its interval; its time is null when it never does.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>The time by which this share of participants has had the event.</summary>
    /// <remarks>A stretch of the curve at exactly 1 − share gives the middle of that stretch, as R and SAS report it.</remarks>
    /// <param name="probability">Share with the event, between 0 and 1: 0.25 is the lower quartile of the times.</param>
    public SurvivalQuantile Quantile(double probability)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected between 0 and 1.");

        var survival = new CurveCrossing(1 - probability);
        var lower = new CurveCrossing(1 - probability);
        var upper = new CurveCrossing(1 - probability);
        for (var row = 0; row < table.Rows; row++)
        {
            survival.Meet(row, columns.Survival[row]);

            // Without an event the limits stay where they were, unless they look at the numbers at risk.
            if ((row > 0 && table.Events[row] == 0 && Options.LowerLimit == SurvivalLowerLimit.Usual)
                || Confidence(row) is not { } interval)
                continue;
            lower.Meet(row, interval.Lower);
            upper.Meet(row, interval.Upper);
        }

        return new SurvivalQuantile(probability, survival.Time(table.Times), lower.Time(table.Times), upper.Time(table.Times));
    }

    /// <summary>The curve and the numbers at risk, with events and censored, at times of the reader's choice.</summary>
    /// <param name="times">Rising.</param>
    /// <exception cref="ArgumentException">The times do not rise.</exception>
    public ImmutableArray<SurvivalAtTime> At(params ReadOnlySpan<double> times)
    {
        var rows = ImmutableArray.CreateBuilder<SurvivalAtTime>(times.Length);
        var previous = double.NegativeInfinity;
        var next = 0;
        foreach (var time in times)
        {
            if (!(time > previous))
                throw new ArgumentException(
                    "Found times that do not rise. Expected each later than the one before.", nameof(times));

            int events = 0, censored = 0;
            double eventWeight = 0;
            for (; next < table.Rows && table.Times[next] <= time; next++)
            {
                events += table.Events[next];
                censored += table.Censored[next];
                eventWeight += table.EventWeight(next);
            }

            var known = time <= LastTime;
            var last = next - 1;
            var here = last >= 0 && table.Times[last] == time ? last : next; // Who is at risk of a step at this very time.
            rows.Add(new SurvivalAtTime(
                time,
                !known ? null : last < 0 ? 1 : columns.Survival[last],
                !known ? null : last < 0 ? 0 : columns.Survival[last] * LogStandardError(last),
                known && last >= 0 ? Confidence(last) : null,
                AtRisk: here < table.Rows ? table.AtRisk[here] : 0,
                events, censored)
            {
                AtRiskWeight = here < table.Rows ? table.AtRiskWeight(here) : 0,
                EventWeightSincePrevious = eventWeight,
            });
            previous = time;
        }

        return rows.MoveToImmutable();
    }

    /// <summary>As <see cref="At"/>, with the curve's last value beyond the last follow-up.</summary>
    /// <remarks>R: <c>summary(survfit, times = , extend = TRUE)</c>.</remarks>
    /// <param name="times">Rising.</param>
    /// <exception cref="ArgumentException">The times do not rise.</exception>
    public ImmutableArray<SurvivalAtTime> CarriedForwardAt(params ReadOnlySpan<double> times)
    {
        var last = table.Rows - 1;
        return [.. At(times).Select(row => row.Survival is not null ? row : row with
        {
            Survival = columns.Survival[last],
            StandardError = columns.Survival[last] * LogStandardError(last),
            Confidence = Confidence(last),
        })];
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
        for (var row = table.Rows - 1; row >= 0; row--)
        {
            if (table.Times[row] >= horizon)
                continue;

            area += columns.Survival[row] * (end - table.Times[row]);
            end = table.Times[row];
            var (atRisk, events) = (table.AtRiskWeight(row), table.EventWeight(row));
            if (table.Events[row] > 0 && table.Events[row] < table.AtRisk[row])
                variance += area * area * events / (atRisk * (atRisk - events));
        }

        return new RestrictedMean(horizon, area + end, Math.Sqrt(variance));
    }

    /// <summary>Rows after which the last step at or before a time is sought; −1 before the first.</summary>
    int LastRowAt(double time)
    {
        var found = Array.BinarySearch(table.Times, time);
        return found >= 0 ? found : ~found - 1;
    }

    double? LogStandardError(int row) => columns.Survival[row] > 0 ? Math.Sqrt(columns.LogVariance[row]) : null;

    Interval? Confidence(int row)
    {
        var logStandardError = Math.Sqrt(columns.LogVariance[row]);
        return SurvivalInterval.Of(Options.IntervalType, columns.Survival[row], Options.LowerLimit switch
        {
            SurvivalLowerLimit.Peto => Math.Sqrt((1 - columns.Survival[row]) / table.AtRiskWeight(row)),
            SurvivalLowerLimit.Modified => logStandardError * Math.Sqrt(AtRiskAtLastEvent(row) / table.AtRiskWeight(row)),
            _ => logStandardError,
        }, logStandardError, z);
    }

    double AtRiskAtLastEvent(int row)
    {
        while (row > 0 && table.Events[row] == 0)
            row--;
        return table.AtRiskWeight(row);
    }

    KaplanMeierStep Step(int row) => new(
        table.Times[row], table.AtRisk[row], table.Events[row], table.Censored[row],
        columns.Survival[row], LogStandardError(row), Confidence(row),
        columns.Hazard[row], Math.Sqrt(columns.HazardVariance[row]))
    {
        AtRiskWeight = table.AtRiskWeight(row),
        EventWeight = table.EventWeight(row),
        CensoredWeight = table.CensoredWeight(row),
    };

    static void RequireUsable(IReadOnlyList<double> weights, int participants)
    {
        if (weights.Count != participants)
            throw new ArgumentException(
                $"Found {weights.Count} case weights for {participants} participants. Expected one each.", nameof(weights));
        for (var index = 0; index < weights.Count; index++)
            if (weights[index] is not (> 0 and < double.PositiveInfinity))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the case weight {weights[index]} at index {index}. Expected above 0, and finite: ")
                    + "leave out who is not to count.", nameof(weights));
    }
}
