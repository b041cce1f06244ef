using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>Kaplan–Meier curves of two groups and their log-rank test, again and again without allocating.</summary>
/// <remarks>
/// For simulated trials and resampling: make one per thread, then for each data set call <see cref="Read"/> once and ask. The
/// numbers are those of <see cref="LogRank.Compare"/> and <see cref="KaplanMeier.Estimate(IReadOnlyList{FollowUp}, KaplanMeierOptions)"/>.
/// <code>
/// var trial = new TwoGroupSurvival(capacity: 86);
/// foreach (var (times, events, treated) in trials)
/// {
///     trial.Read(times, events, treated);
///     use(trial.ChiSquare, trial.MedianOf(second: true));
/// }
/// </code>
/// R: <c>survdiff(Surv(time, event) ~ second)</c> and <c>survfit(Surv(time, event) ~ second)</c>.
/// </remarks>
public sealed class TwoGroupSurvival(int capacity)
{
    static readonly LogRankWeight Equal = new LogRankWeight.Equal();

    readonly double[] times = new double[capacity];
    readonly int[] labels = new int[capacity];
    readonly LogRankSums sums = new(2);
    readonly Curve first = new(capacity);
    readonly Curve second = new(capacity);

    /// <summary>Events in the first group (Second false).</summary>
    public double Observed => sums.Observed[0];

    /// <summary>Events in the first group if both shared one curve.</summary>
    public double Expected => sums.Expected[0];

    /// <summary>Of <see cref="Observed"/> less <see cref="Expected"/>, hypergeometric at ties.</summary>
    public double Variance => sums.Covariance[0];

    /// <summary>Null when the groups were never at risk of an event together.</summary>
    public double? ChiSquare => Variance > 0 ? (Observed - Expected) * (Observed - Expected) / Variance : null;

    /// <summary>Above 0 when the first group has more events than expected; null with <see cref="ChiSquare"/>.</summary>
    public double? Z => Variance > 0 ? (Observed - Expected) / Math.Sqrt(Variance) : null;

    /// <summary>Two-sided p-value of the log-rank test; null with <see cref="ChiSquare"/>.</summary>
    public double? Probability => Z is { } z ? StandardNormal.TwoSided(z) : null;

    /// <summary>Takes a data set in, and does the whole work: sorting, the test, both curves.</summary>
    /// <param name="followUpTimes">0 or more, and finite; at most as many as the capacity.</param>
    /// <param name="events">One per time: whether the event ended follow-up.</param>
    /// <param name="inSecondGroup">One per time.</param>
    /// <exception cref="ArgumentException">The lengths differ, exceed the capacity, or a time cannot be.</exception>
    public void Read(ReadOnlySpan<double> followUpTimes, ReadOnlySpan<bool> events, ReadOnlySpan<bool> inSecondGroup)
    {
        var participants = followUpTimes.Length;
        if (participants > times.Length || events.Length != participants || inSecondGroup.Length != participants)
            throw new ArgumentException(
                $"Found {participants} times, {events.Length} events and {inSecondGroup.Length} groups. "
                    + $"Expected one of each per participant, at most {times.Length}.", nameof(followUpTimes));
        for (var place = 0; place < participants; place++)
        {
            if (followUpTimes[place] is not (>= 0 and < double.PositiveInfinity))
                throw new ArgumentException(
                    $"Found a time at index {place} that is negative or not finite. Expected 0 or more.", nameof(followUpTimes));
            times[place] = followUpTimes[place];
            labels[place] = (inSecondGroup[place] ? 2 : 0) + (events[place] ? 1 : 0);
        }

        var sortedTimes = times.AsSpan(0, participants);
        var sortedLabels = labels.AsSpan(0, participants);
        AscendingOrder.Sort(sortedTimes, sortedLabels);
        NearTies.Merge(sortedTimes);
        sums.Clear();
        sums.AddStratum(sortedTimes, sortedLabels, Equal);
        first.Estimate(sortedTimes, sortedLabels, group: 0);
        second.Estimate(sortedTimes, sortedLabels, group: 1);
    }

    /// <summary>Times at which follow-up ended in a group, earliest first.</summary>
    public ReadOnlySpan<double> TimesOf(bool second) => Of(second).Times;

    /// <summary>Probability of being event-free after each of <see cref="TimesOf"/>.</summary>
    public ReadOnlySpan<double> SurvivalOf(bool second) => Of(second).Survival;

    /// <summary>Greenwood's variance of log survival after each of <see cref="TimesOf"/>; infinite once survival is 0.</summary>
    public ReadOnlySpan<double> LogVarianceOf(bool second) => Of(second).LogVariance;

    /// <summary>When a group's curve reaches one half; null when it never does.</summary>
    public double? MedianOf(bool second)
    {
        var curve = Of(second);
        var crossing = new CurveCrossing(0.5);
        for (var row = 0; row < curve.Survival.Length; row++)
            crossing.Meet(row, curve.Survival[row]);
        return crossing.Time(curve.Times);
    }

    Curve Of(bool inSecondGroup) => inSecondGroup ? second : first;

    sealed class Curve(int capacity)
    {
        readonly double[] times = new double[capacity];
        readonly double[] survival = new double[capacity];
        readonly double[] logVariance = new double[capacity];
        int rows;

        public ReadOnlySpan<double> Times => times.AsSpan(0, rows);

        public ReadOnlySpan<double> Survival => survival.AsSpan(0, rows);

        public ReadOnlySpan<double> LogVariance => logVariance.AsSpan(0, rows);

        public void Estimate(ReadOnlySpan<double> sorted, ReadOnlySpan<int> labels, int group)
        {
            var atRisk = 0;
            foreach (var label in labels)
                atRisk += label >> 1 == group ? 1 : 0;
            rows = 0;
            double surviving = 1, greenwood = 0;
            for (int start = 0, end; start < sorted.Length; start = end)
            {
                int events = 0, leaving = 0;
                for (end = start; end < sorted.Length && sorted[end] == sorted[start]; end++)
                    if (labels[end] >> 1 == group)
                    {
                        events += labels[end] & 1;
                        leaving++;
                    }

                if (leaving == 0)
                    continue;
                if (events > 0)
                {
                    double left = atRisk - events;
                    surviving *= left / atRisk;
                    greenwood += events / (atRisk * left);
                }

                (times[rows], survival[rows], logVariance[rows]) = (sorted[start], surviving, greenwood);
                rows++;
                atRisk -= leaving;
            }
        }
    }
}
