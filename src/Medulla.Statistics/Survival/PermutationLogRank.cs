using System.Collections.Immutable;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Survival;

/// <summary>How <see cref="PermutationLogRank"/> scores participants with the event at one time.</summary>
public enum LogRankTies
{
    /// <summary>All are at risk together: d / n. R: <c>ties.method = "mid-ranks"</c>.</summary>
    AtOnce,

    /// <summary>d / n with n the number followed beyond the time, plus 1 (Hothorn &amp; Lausen 2003).</summary>
    HothornLausen,

    /// <summary>They leave in turn, and share the mean of the scores of their turns. R: <c>"average-scores"</c>.</summary>
    AverageScores,
}

/// <summary>
/// The log-rank test as a permutation test: would the groups differ so much had their labels been dealt out at random?
/// </summary>
/// <remarks>
/// Each participant has the score Λ(t) − w · event, with Λ the weighted cumulative hazard of all groups together. The test
/// compares sums of scores with their mean and variance over all permutations of the labels, so that the variance is
/// conditional on the scores, where <see cref="LogRank"/> takes the hypergeometric one. Times are as given: near ties are
/// not merged. R: <c>coin::logrank_test</c>; its Peto–Peto is Fleming–Harrington (1, 0) here.
/// Sources: scores, Hothorn &amp; Lausen 2003; conditional variance, Strasser &amp; Weber 1999.
/// </remarks>
public sealed class PermutationLogRank
{
    PermutationLogRank(
        LogRankWeight weight, LogRankTies ties, ImmutableArray<double> scores, ImmutableArray<double> scoreSums,
        double? statistic, double? probability) =>
        (Weight, Ties, Scores, ScoreSums, Statistic, Probability) = (weight, ties, scores, scoreSums, statistic, probability);

    public LogRankWeight Weight { get; }

    public LogRankTies Ties { get; }

    /// <summary>One per participant, group after group; below 0 for early events.</summary>
    public ImmutableArray<double> Scores { get; }

    /// <summary>One per group: expected less observed events.</summary>
    public ImmutableArray<double> ScoreSums { get; }

    /// <summary>
    /// Two groups: z of the first, below 0 when it has more events than expected. More: chi-square. Null where all scores are equal.
    /// </summary>
    public double? Statistic { get; }

    /// <summary>Of chi-square; 1 for two groups.</summary>
    public int DegreesOfFreedom => ScoreSums.Length - 1;

    /// <summary>Two-sided p-value on the normal or chi-square approximation; null with <see cref="Statistic"/>.</summary>
    public double? Probability { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention =>
        $"{Weight.Name} scores, permutation variance, ties {Describe(Ties)}; R: coin::logrank_test(..., ties.method = \"{CodeOfR(Ties)}\")";

    /// <summary>Compares two or more groups.</summary>
    /// <param name="groups">None of them empty.</param>
    /// <param name="weight">Log-rank unless said otherwise.</param>
    /// <param name="ties">All at once unless said otherwise.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, an empty one, or an unusable time.</exception>
    public static PermutationLogRank Compare(
        IReadOnlyList<SurvivalGroup> groups, LogRankWeight? weight = null, LogRankTies ties = LogRankTies.AtOnce)
    {
        LogRank.RequireUsable([groups]);
        if (groups.FirstOrDefault(group => group.FollowUps.Count == 0) is { } empty)
            throw new ArgumentException(
                $"Found nobody in the group {empty.Name}. Expected at least one participant in each.", nameof(groups));
        weight ??= new LogRankWeight.Equal();

        FollowUp[] cohort = [.. groups.SelectMany(group => group.FollowUps)];
        var scores = LogRankScores.Of(cohort, weight, ties);
        var mean = scores.Average();
        var spread = scores.Sum(score => (score - mean) * (score - mean)) / (scores.Length - 1);
        var sums = new double[groups.Count];
        double chiSquare = 0;
        for (int group = 0, start = 0; group < groups.Count; start += groups[group].FollowUps.Count, group++)
        {
            var members = groups[group].FollowUps.Count;
            sums[group] = scores.Skip(start).Take(members).Sum();
            var difference = sums[group] - members * mean;
            chiSquare += difference * difference / (members * spread);
        }

        double? statistic = !(spread > 0) ? null
            : groups.Count > 2 ? chiSquare
            : (sums[0] - groups[0].FollowUps.Count * mean)
                / Math.Sqrt(spread * groups[0].FollowUps.Count * groups[1].FollowUps.Count / cohort.Length);
        return new PermutationLogRank(weight, ties, [.. scores], [.. sums], statistic,
            statistic is not { } found ? null
                : groups.Count > 2 ? ChiSquared.UpperTail(found, groups.Count - 1)
                : StandardNormal.TwoSided(found));
    }

    static string Describe(LogRankTies ties) => ties switch
    {
        LogRankTies.AtOnce => "at once",
        LogRankTies.HothornLausen => "at the risk set after them (Hothorn and Lausen)",
        _ => "in turn, scores averaged",
    };

    static string CodeOfR(LogRankTies ties) => ties switch
    {
        LogRankTies.AtOnce => "mid-ranks",
        LogRankTies.HothornLausen => "Hothorn-Lausen",
        _ => "average-scores",
    };
}
