using System.Collections.Immutable;
using Medulla.Statistics.Association;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Cutpoints;

/// <summary>The standardised statistic of one cut.</summary>
/// <param name="Cut">The lower group has values at or below it.</param>
/// <param name="AtOrBelow">Participants of the lower group.</param>
/// <param name="Standardised">Absolute distance of its scores' sum from what chance expects, in standard deviations.</param>
public sealed record CutStatistic(double Cut, int AtOrBelow, double Standardised);

/// <summary>
/// Does any cut of a marker divide the participants better than chance, all cuts of a range having been tried?
/// </summary>
/// <remarks>
/// Every probability here allows for the search; that of a single cut is not to be had. Expectation and variance are those of
/// drawing without replacement. R: <c>maxstat::maxstat.test(y ~ x, minprop, maxprop)</c>.
/// Sources: Lausen &amp; Schumacher 1992; Hothorn &amp; Lausen 2003; Miller &amp; Siegmund 1982; Worsley 1982.
/// </remarks>
public sealed class MaximallySelectedStatistic
{
    readonly double[] scores;
    readonly int[] ends;
    readonly Lazy<double> gaussian;
    readonly Lazy<(double Bound, double InR)?> exact;

    MaximallySelectedStatistic(
        MarkerCuts cuts, double[] scores, Func<int[]> wholeNumbers, CutpointRange range, string scoreName)
    {
        (this.scores, Range, ScoreName) = (scores, range, scoreName);
        ends = [.. cuts.Ends];
        Profile = ProfileOf(cuts, scores);
        var best = Profile[0];
        foreach (var cut in Profile)
            if (cut.Standardised > best.Standardised * (1 + 1e-12))
                best = cut;
        (Statistic, Cut) = (best.Standardised, best.Cut);
        gaussian = new(() => GaussianMaximum.Beyond(Statistic, ends, Participants));
        exact = new(Exact);

        (double, double)? Exact()
        {
            var whole = wholeNumbers();
            if (HothornLausenBound.Of(whole) is not { } bound)
                return null;
            double largest = 0, sum = 0;
            var drawn = 0;
            foreach (var end in ends)
            {
                for (; drawn < end; drawn++)
                    sum += whole[cuts.Order[drawn]];
                var (expected, deviation) = HothornLausenBound.Moments(end, whole);
                largest = Math.Max(largest, Math.Abs((sum - expected) / deviation));
            }

            return (bound.Above(largest, ends, asInR: false), bound.Above(largest, ends, asInR: true));
        }
    }

    public int Participants => scores.Length;

    public CutpointRange Range { get; }

    /// <summary>"log-rank" or "Wilcoxon".</summary>
    public string ScoreName { get; }

    /// <summary>Largest of <see cref="Profile"/>.</summary>
    public double Statistic { get; }

    /// <summary>The cut with the largest statistic, the lowest of several; at or below it against above.</summary>
    public double Cut { get; }

    /// <summary>Every cut of the range, ascending.</summary>
    public ImmutableArray<CutStatistic> Profile { get; }

    /// <summary>One per participant, in the order given.</summary>
    public ImmutableArray<double> Scores => [.. scores];

    /// <summary>The conventions in words.</summary>
    public string Convention =>
        $"Maximally selected {ScoreName} statistic, groups at or below against above the cut, permutation variance; "
        + "R: maxstat::maxstat.test";

    /// <summary>For many participants and a continuous marker. R: <c>pmethod = "Lau92"</c>.</summary>
    /// <remarks>Sources: Miller &amp; Siegmund 1982; Lausen &amp; Schumacher 1992.</remarks>
    public double AsymptoticProbability
    {
        get
        {
            if (Statistic < 1)
                return 1;
            var (least, most) = (Range.LeastShare, Range.MostShare);
            if (least <= 0 || most >= 1)
                return 1;
            var density = StandardNormal.Density(Statistic);
            var probability = 4 * density / Statistic
                + density * (Statistic - 1 / Statistic) * Math.Log(most * (1 - least) / ((1 - most) * least));
            return Math.Clamp(probability, 0, 1);
        }
    }

    /// <summary><see cref="BonferroniBound"/>, at most 1.</summary>
    public double BonferroniProbability => Math.Min(1, BonferroniBound);

    /// <summary>
    /// Improved Bonferroni bound for the cuts there are, from normal statistics of neighbouring cuts; may exceed 1.
    /// R: <c>pmethod = "Lau94"</c>.
    /// </summary>
    /// <remarks>Sources: Worsley 1982; Lausen, Sauerbrei &amp; Schumacher 1994.</remarks>
    public double BonferroniBound
    {
        get
        {
            var sum = 0.0;
            for (var cut = 1; cut < ends.Length; cut++)
            {
                var (lower, upper) = ((double)ends[cut - 1], (double)ends[cut]);
                var angle = Math.Sqrt(1 - lower * (Participants - upper) / ((Participants - lower) * upper));
                sum += angle - (Statistic * Statistic / 4 - 1) * angle * angle * angle / 6;
            }

            return StandardNormal.TwoSided(Statistic) + Math.Exp(-Statistic * Statistic / 2) / Math.PI * sum;
        }
    }

    /// <summary>
    /// Bound from the exact permutation distribution at each cut, of scores made whole numbers; at most 1. Null from some 400
    /// participants on.
    /// </summary>
    /// <remarks>
    /// Reaching the statistic counts. The R package's number (<see cref="ExactBoundInR"/>) leaves that out and is smaller,
    /// by more than an upper bound may be where the marker has ties. Sources: Hothorn &amp; Lausen 2003.
    /// </remarks>
    public double? ExactBound => exact.Value is { } value ? Math.Min(1, value.Bound) : null;

    /// <summary>As <see cref="ExactBound"/>, counted as maxstat 0.7 counts. R: <c>pmethod = "HL"</c>.</summary>
    public double? ExactBoundInR => exact.Value is { } value ? Math.Clamp(value.InR, 0, 1) : null;

    /// <summary>If all cuts' statistics were normal, with their correlations. R: <c>pmethod = "exactGauss"</c>.</summary>
    public double GaussianProbability => gaussian.Value;

    /// <summary>
    /// Share of shuffled cohorts whose largest statistic reaches this one; the cohort itself counts as one of them.
    /// </summary>
    /// <remarks>
    /// (reached + 1) / (replicates + 1), which is never 0: a 0 would claim more than was drawn. Sources: Phipson &amp;
    /// Smyth 2010.
    /// </remarks>
    /// <param name="replicates">At least 1.</param>
    /// <param name="seed">The same seed gives the same number, on any machine and thread.</param>
    public double PermutationProbability(int replicates = 9_999, ulong seed = 1) =>
        (PermutationMaximum.Count(scores, ends, Statistic, RequireSome(replicates), seed) + 1.0) / (replicates + 1.0);

    /// <summary>Share of shuffled cohorts whose largest statistic exceeds this one. R: <c>pmethod = "condMC"</c>.</summary>
    /// <remarks>
    /// Too small wherever statistics tie, as those of few events or of a coarse marker do: with 4 cases among 10
    /// participants, 0.42 where the probability of reaching the statistic is 0.55. For comparison with R only.
    /// </remarks>
    /// <param name="replicates">At least 1.</param>
    /// <param name="seed">As of <see cref="PermutationProbability"/>.</param>
    public double PermutationProbabilityInR(int replicates = 9_999, ulong seed = 1) =>
        PermutationMaximum.Count(scores, ends, Statistic, RequireSome(replicates), seed, exceeded: true) / (double)replicates;

    /// <summary>Log-rank scores of follow-up.</summary>
    /// <param name="marker">One finite value per participant.</param>
    /// <param name="followUps">One per participant, from time 0.</param>
    /// <param name="range">A tenth to nine tenths unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is unusable, or no cut lies in the range.</exception>
    /// <exception cref="NotEstimableException">Nobody had the event.</exception>
    public static MaximallySelectedStatistic OfSurvival(
        IReadOnlyList<double> marker, IReadOnlyList<FollowUp> followUps, CutpointRange? range = null)
    {
        RequireSameLength(marker.Count, followUps.Count, nameof(followUps));
        var logRank = new LogRankScores(followUps, nameof(followUps));
        if (logRank.Events == 0)
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found no events in {followUps.Count} participants. Expected at least one: wait for events.");
        var each = RequireVaried(logRank.Each());
        return new(new MarkerCuts(marker, range ?? CutpointRange.Usual, nameof(marker)), each,
            () => WholeNumbers.Spread(each), range ?? CutpointRange.Usual, "log-rank");
    }

    /// <summary>Wilcoxon scores (midranks) of a number, or of an outcome coded 0 and 1.</summary>
    /// <param name="marker">One finite value per participant.</param>
    /// <param name="outcome">One finite value per participant.</param>
    /// <param name="range">A tenth to nine tenths unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is unusable, or no cut lies in the range.</exception>
    /// <exception cref="NotEstimableException">The outcome does not vary.</exception>
    public static MaximallySelectedStatistic OfOutcome(
        IReadOnlyList<double> marker, IReadOnlyList<double> outcome, CutpointRange? range = null)
    {
        RequireSameLength(marker.Count, outcome.Count, nameof(outcome));
        Description.FiniteValues.Require([.. outcome], nameof(outcome));
        var ranks = RequireVaried(Midranks.Of(outcome));
        return new(new MarkerCuts(marker, range ?? CutpointRange.Usual, nameof(marker)), ranks,
            () => WholeNumbers.OfMidranks(ranks), range ?? CutpointRange.Usual, "Wilcoxon");
    }

    static ImmutableArray<CutStatistic> ProfileOf(MarkerCuts cuts, double[] scores)
    {
        var centred = PermutationMaximum.Centred(scores);
        var profile = ImmutableArray.CreateBuilder<CutStatistic>(cuts.Ends.Length);
        var squares = PermutationMaximum.SumOfSquares(centred);
        double sum = 0;
        var drawn = 0;
        foreach (var end in cuts.Ends)
        {
            for (; drawn < end; drawn++)
                sum += centred[cuts.Order[drawn]];
            profile.Add(new(cuts.Cut(end), end, Math.Abs(sum) / PermutationMaximum.Deviation(squares, centred.Length, end)));
        }

        return profile.MoveToImmutable();
    }

    static double[] RequireVaried(double[] scores) =>
        scores.Any(score => score != scores[0])
            ? scores
            : throw new NotEstimableException(NotEstimableCause.Constant, ["outcome"],
                "Found the same outcome in every participant. Expected one that varies: there is nothing to divide.");

    static int RequireSome(int replicates) => replicates >= 1
        ? replicates
        : throw new ArgumentOutOfRangeException(nameof(replicates), replicates, "Expected at least 1.");

    static void RequireSameLength(int markers, int outcomes, string argument)
    {
        if (markers != outcomes)
            throw new ArgumentException(
                $"Found {markers} marker values and {outcomes} outcomes. Expected one of each per participant.", argument);
    }
}
