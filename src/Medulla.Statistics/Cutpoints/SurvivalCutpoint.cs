using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Cutpoints;

/// <summary>
/// The cut of a marker that divides follow-up best, with all that a reader needs in order not to believe too much of it.
/// </summary>
/// <remarks>
/// The cut never comes without the probability corrected for the search, the shrunken hazard ratio and the bootstrap
/// interval of the cut itself; the uncorrected probability is not to be had.
/// R: <c>maxstat::maxstat.test(Surv(time, event) ~ marker, smethod = "LogRank", pmethod = "condMC")</c>; the groups are
/// those at or below and those above the cut.
/// Sources: Lausen &amp; Schumacher 1992; Altman, Lausen, Sauerbrei &amp; Schumacher 1994.
/// </remarks>
public sealed class SurvivalCutpoint
{
    // Altman's approximations were made for smallest probabilities in this range.
    const double SmallestForAltman = 0.0001;
    const double LargestForAltman = 0.1;

    SurvivalCutpoint(
        MaximallySelectedStatistic test, MarkerDirection direction, double correctedProbability,
        ShrunkenEffect? hazardRatio, ImmutableArray<double> resampledCuts, Interval cutConfidence)
    {
        (Test, Direction, CorrectedProbability) = (test, direction, correctedProbability);
        (HazardRatio, ResampledCuts, CutConfidence) = (hazardRatio, resampledCuts, cutConfidence);
    }

    /// <summary>An observed value; participants at or below it are one group, those above the other.</summary>
    public double Cut => Test.Cut;

    /// <summary>Which group is said to be at risk, by the caller and not by the data.</summary>
    public MarkerDirection Direction { get; }

    /// <summary>Every cut that was tried, and further corrected probabilities.</summary>
    public MaximallySelectedStatistic Test { get; }

    /// <summary>Share of shuffled cohorts in which the best of all cuts divides as well as here.</summary>
    public double CorrectedProbability { get; }

    /// <summary>
    /// Altman's quick correction of the smallest probability of all cuts, for 5 % or 10 % left out on either side.
    /// </summary>
    /// <remarks>
    /// Null for other ranges, and where the smallest probability is outside 0.0001 to 0.1, for which it was not made.
    /// Sources: Altman, Lausen, Sauerbrei &amp; Schumacher 1994.
    /// </remarks>
    public double? AltmanProbability
    {
        get
        {
            var smallest = StandardNormal.TwoSided(Test.Statistic);
            if (smallest is not (> SmallestForAltman and < LargestForAltman)
                || Test.Range.MostShare != 1 - Test.Range.LeastShare)
                return null;
            return Test.Range.LeastShare switch
            {
                0.05 => Math.Min(1, -3.13 * smallest * (1 + 1.65 * Math.Log(smallest))),
                0.1 => Math.Min(1, -1.63 * smallest * (1 + 2.35 * Math.Log(smallest))),
                _ => null,
            };
        }
    }

    /// <summary>
    /// Of the group at risk against the other; null where a group has no event and the ratio is 0 or infinite.
    /// </summary>
    public ShrunkenEffect? HazardRatio { get; }

    /// <summary>The best cut of each bootstrap replicate that has one, ascending: often far apart.</summary>
    public ImmutableArray<double> ResampledCuts { get; }

    /// <summary>Percentile interval of <see cref="ResampledCuts"/>.</summary>
    public Interval CutConfidence { get; }

    /// <summary>The conventions in words.</summary>
    public string Convention =>
        $"{Test.Convention}; p-value by permutation, hazard ratio shrunken ({ShrunkenEffect.Convention}), percentile bootstrap "
        + "interval of the cut";

    /// <summary>Whether a value lies on the side said to be at risk.</summary>
    public bool IsPositive(double value) => Direction == MarkerDirection.HigherInCases ? value > Cut : value <= Cut;

    /// <param name="marker">One finite value per participant.</param>
    /// <param name="followUps">One per participant, from time 0.</param>
    /// <param name="direction">
    /// <see cref="MarkerDirection.HigherInCases"/> if high values are said to bring the event sooner.
    /// </param>
    /// <param name="options">A tenth to nine tenths, 9,999 permutations, 1,000 replicates unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is unusable, or no cut lies in the range.</exception>
    /// <exception cref="NotEstimableException">Nobody had the event.</exception>
    public static SurvivalCutpoint Find(
        IReadOnlyList<double> marker, IReadOnlyList<FollowUp> followUps, MarkerDirection direction,
        CutpointOptions? options = null)
    {
        options ??= new CutpointOptions();
        options.RequireUsable(nameof(options));
        var test = MaximallySelectedStatistic.OfSurvival(marker, followUps, options.Range);
        var probability = test.PermutationProbability(options.Permutations, options.Seed);
        var cuts = SurvivalCutBootstrap.Cuts(marker, followUps, options);
        var tail = (1 - options.ConfidenceLevel) / 2;
        return new SurvivalCutpoint(
            test, direction, probability, Effect(marker, followUps, test.Cut, direction, probability, options.ConfidenceLevel),
            [.. cuts], new Interval(Quantiles.OfSorted(cuts, tail), Quantiles.OfSorted(cuts, 1 - tail)));
    }

    static ShrunkenEffect? Effect(
        IReadOnlyList<double> marker, IReadOnlyList<FollowUp> followUps, double cut, MarkerDirection direction,
        double probability, double confidenceLevel)
    {
        var atRisk = new Covariate("group at risk", [.. marker.Select(value =>
            value > cut == (direction == MarkerDirection.HigherInCases) ? 1.0 : 0.0)]);
        try
        {
            return ShrunkenEffect.Of(
                CoxRegression.Fit(followUps, [atRisk]).Coefficients[0].HazardRatio, probability, confidenceLevel);
        }
        catch (NotEstimableException absent) when (absent.Cause is NotEstimableCause.Separated or NotEstimableCause.Constant)
        {
            return null;
        }
    }
}
