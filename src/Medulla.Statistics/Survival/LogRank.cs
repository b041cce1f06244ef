using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Comparison;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>What one group contributed to a <see cref="LogRank"/> comparison.</summary>
/// <param name="Name">Of the group.</param>
/// <param name="Participants">Over all strata.</param>
/// <param name="Observed">Weighted events; plain counts in the log-rank test.</param>
/// <param name="Expected">Weighted events if all groups shared one survival curve.</param>
public sealed record LogRankGroup(string Name, int Participants, double Observed, double Expected);

/// <summary>Do these groups share one survival curve?</summary>
/// <remarks>
/// Hypergeometric variance at tied times. R: <c>survdiff(Surv(time, event) ~ group + strata(stratum))</c>.
/// Sources: Mantel 1966; family of weights, Harrington &amp; Fleming 1982; trend, Tarone 1975.
/// </remarks>
public sealed class LogRank
{
    readonly Matrix<double> covariances;

    LogRank(LogRankWeight weight, ImmutableArray<LogRankGroup> groups, Matrix<double> variance, bool stratified)
    {
        (Weight, Groups, Stratified, covariances) = (weight, groups, stratified, variance);

        // Groups that were never at risk of an event say nothing; the last of the others is fixed by the rest.
        var informative = Enumerable.Range(0, groups.Length).Where(group => groups[group].Expected > 0).ToArray();
        DegreesOfFreedom = Math.Max(0, informative.Length - 1);
        if (DegreesOfFreedom == 0)
            return;

        var differences = Vector<double>.Build.Dense(
            DegreesOfFreedom, row => groups[informative[row]].Observed - groups[informative[row]].Expected);
        var free = Matrix<double>.Build.Dense(
            DegreesOfFreedom, DegreesOfFreedom, (row, column) => variance[informative[row], informative[column]]);
        if (free.Determinant() is not > 0)
            return;
        ChiSquare = differences.DotProduct(free.Solve(differences));
        Probability = ChiSquared.UpperTail(ChiSquare.Value, DegreesOfFreedom);
    }

    public LogRankWeight Weight { get; }

    public bool Stratified { get; }

    /// <summary>In the order given.</summary>
    public ImmutableArray<LogRankGroup> Groups { get; }

    /// <summary>Null when no two groups were ever at risk together.</summary>
    public double? ChiSquare { get; }

    /// <summary>One less than the groups that were at risk of an event.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>Two-sided p-value; null with <see cref="ChiSquare"/>.</summary>
    public double? Probability { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention =>
        $"{(Stratified ? "Stratified " : "")}{Weight.Name} test, hypergeometric variance at ties; R: survdiff";

    /// <summary>Covariance of observed minus expected between two groups, by their places.</summary>
    public double Covariance(int group, int otherGroup) => covariances[group, otherGroup];

    /// <summary>Compares two or more groups.</summary>
    /// <param name="groups">At least one participant in all.</param>
    /// <param name="weight">Log-rank unless said otherwise.</param>
    /// <param name="mergeRounding">
    /// Whether times that differ by rounding alone are one time. R: <c>survdiff(..., timefix = )</c>.
    /// </param>
    /// <exception cref="ArgumentException">Fewer than two groups, or a time that is negative or not finite.</exception>
    public static LogRank Compare(
        IReadOnlyList<SurvivalGroup> groups, LogRankWeight? weight = null, bool mergeRounding = true) =>
        CompareWithin([groups], weight, mergeRounding);

    /// <summary>Compares groups within strata and adds the evidence up.</summary>
    /// <param name="strata">Each lists the same groups in the same order; a group may be empty in a stratum.</param>
    /// <param name="weight">Log-rank unless said otherwise.</param>
    /// <param name="mergeRounding">Whether times that differ by rounding alone are one time.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than two groups, strata that list other groups, or an unusable time.
    /// </exception>
    public static LogRank CompareWithin(
        IReadOnlyList<IReadOnlyList<SurvivalGroup>> strata, LogRankWeight? weight = null, bool mergeRounding = true)
    {
        RequireUsable(strata);
        weight ??= new LogRankWeight.Equal();
        var sums = Sum(strata, weight, mergeRounding);
        return new LogRank(weight,
            [.. strata[0].Select((first, group) => new LogRankGroup(
                first.Name, strata.Sum(groups => groups[group].FollowUps.Count), sums.Observed[group], sums.Expected[group]))],
            Matrix<double>.Build.DenseOfRowMajor(strata[0].Count, strata[0].Count, sums.Covariance), strata.Count > 1);
    }

    /// <summary>Compares every two of the groups, each on their own participants alone.</summary>
    /// <param name="groups">Two or more.</param>
    /// <param name="adjustment">For the number of pairs.</param>
    /// <param name="weight">Log-rank unless said otherwise.</param>
    /// <returns>First with second, first with third, …; as R's <c>survminer::pairwise_survdiff</c>.</returns>
    public static ImmutableArray<LogRankPair> ComparePairs(
        IReadOnlyList<SurvivalGroup> groups, Adjustment adjustment, LogRankWeight? weight = null)
    {
        RequireUsable([groups]);
        LogRank[] tests = [.. groups.SelectMany((first, place) => groups.Skip(place + 1), (first, second) =>
            Compare([first, second], weight))];
        var known = tests.Select(test => test.Probability).OfType<double>().ToArray();
        var adjusted = new Queue<double>(MultipleTesting.Adjust(known, adjustment));
        return [.. tests.Select(test => new LogRankPair(test, test.Probability is null ? null : adjusted.Dequeue()))];
    }

    /// <summary>Signed root of the statistic of two groups; above 0 when the first has more events than expected.</summary>
    /// <remarks>Null for more than two groups, and with <see cref="ChiSquare"/>.</remarks>
    public double? Z =>
        Groups.Length == 2 && ChiSquare is not null
            ? (Groups[0].Observed - Groups[0].Expected) / Math.Sqrt(covariances[0, 0])
            : null;

    /// <summary>Hazard ratios of the second of two groups to the first, as the log-rank test sees them.</summary>
    /// <exception cref="InvalidOperationException">There are more than two groups, or the events are weighted.</exception>
    public LogRankHazardRatio RatioOfSecondToFirst(double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (Groups.Length != 2 || Weight is not (LogRankWeight.Equal or LogRankWeight.FlemingHarrington(0, 0)))
            throw new InvalidOperationException(
                $"Found {Groups.Length} groups and the {Weight.Name} weight. Expected two groups and the log-rank weight.");

        var (first, second) = (Groups[0], Groups[1]);
        var logRatio = (second.Observed - second.Expected) / covariances[1, 1];
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) / Math.Sqrt(covariances[1, 1]);
        return new LogRankHazardRatio(
            second.Observed / second.Expected / (first.Observed / first.Expected),
            Math.Exp(logRatio),
            new Interval(Math.Exp(logRatio - halfWidth), Math.Exp(logRatio + halfWidth)));
    }

    /// <summary>Do the curves fall in the order of the groups?</summary>
    /// <param name="scores">One per group; 1, 2, 3 … unless said otherwise.</param>
    public LogRankTrend Trend(IReadOnlyList<double>? scores = null)
    {
        scores ??= [.. Enumerable.Range(1, Groups.Length).Select(place => (double)place)];
        if (scores.Count != Groups.Length)
            throw new ArgumentException(
                $"Found {scores.Count} scores for {Groups.Length} groups. Expected one per group.", nameof(scores));

        var score = Vector<double>.Build.DenseOfEnumerable(scores);
        var z = Groups.Select((group, place) => scores[place] * (group.Observed - group.Expected)).Sum()
            / Math.Sqrt(score.DotProduct(covariances * score));
        return new LogRankTrend([.. scores], z, z * z, StandardNormal.TwoSided(z));
    }

    // All strata are sorted at once, then dealt out: near ties are those of the whole cohort, as in R.
    static LogRankSums Sum(IReadOnlyList<IReadOnlyList<SurvivalGroup>> strata, LogRankWeight weight, bool mergeRounding)
    {
        var groups = strata[0].Count;
        var participants = strata.Sum(stratum => stratum.Sum(group => group.FollowUps.Count));
        var times = new double[participants];
        var labels = new int[participants];
        var place = 0;
        for (var stratum = 0; stratum < strata.Count; stratum++)
            for (var group = 0; group < groups; group++)
                foreach (ref readonly var followUp in FollowUp.Span(strata[stratum][group].FollowUps))
                {
                    times[place] = followUp.Time;
                    labels[place++] = 2 * (stratum * groups + group) + (followUp.EventObserved ? 1 : 0);
                }

        AscendingOrder.Sort(times, labels);
        if (mergeRounding)
            NearTies.Merge(times);

        var sums = new LogRankSums(groups);
        if (strata.Count == 1)
        {
            sums.AddStratum(times, labels, weight);
            return sums;
        }

        var starts = new int[strata.Count + 1];
        foreach (var label in labels)
            starts[label / (2 * groups) + 1]++;
        for (var stratum = 1; stratum <= strata.Count; stratum++)
            starts[stratum] += starts[stratum - 1];
        var next = starts.ToArray();
        var (stratumTimes, stratumLabels) = (new double[participants], new int[participants]);
        for (place = 0; place < participants; place++)
        {
            var target = next[labels[place] / (2 * groups)]++;
            (stratumTimes[target], stratumLabels[target]) = (times[place], labels[place] % (2 * groups));
        }

        for (var stratum = 0; stratum < strata.Count; stratum++)
            sums.AddStratum(
                stratumTimes.AsSpan()[starts[stratum]..starts[stratum + 1]],
                stratumLabels.AsSpan()[starts[stratum]..starts[stratum + 1]], weight);
        return sums;
    }

    /// <summary>The checks of every comparison of groups.</summary>
    internal static void RequireUsable(IReadOnlyList<IReadOnlyList<SurvivalGroup>> strata)
    {
        if (strata.Count == 0 || strata[0].Count < 2)
            throw new ArgumentException("Found fewer than two groups. Expected at least two to compare.", nameof(strata));

        var names = strata[0].Select(group => group.Name).ToList();
        for (var index = 0; index < strata.Count; index++)
        {
            if (!names.SequenceEqual(strata[index].Select(group => group.Name)))
                throw new ArgumentException(
                    $"Found other groups in the stratum at index {index}. Expected {string.Join(", ", names)}, in this order.",
                    nameof(strata));
            foreach (var group in strata[index].Where(group => group.FollowUps.Count > 0))
            {
                FollowUp.RequireUsable(group.FollowUps, nameof(strata));
                foreach (ref readonly var followUp in FollowUp.Span(group.FollowUps))
                    if (followUp.EntryTime is not null)
                        throw new ArgumentException(
                            $"Found entry times in the group {group.Name}. Expected none: use the score test of a Cox regression.",
                            nameof(strata));
            }
        }
    }
}
