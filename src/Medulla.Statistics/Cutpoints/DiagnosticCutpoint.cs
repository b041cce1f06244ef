using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Discrimination;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Cutpoints;

/// <summary>How cuts chosen in resampled cohorts did in the participants these left out.</summary>
/// <param name="Sensitivity">Mean over replicates.</param>
/// <param name="Specificity">Mean over replicates.</param>
/// <param name="Replicates">How many left out a case and a control.</param>
/// <remarks>R: <c>cutpointr(boot_runs = )</c>, members ending in <c>_oob</c>. Sources: Efron &amp; Tibshirani 1997.</remarks>
public sealed record OutOfBagAccuracy(double Sensitivity, double Specificity, int Replicates)
{
    public double YoudenIndex => Sensitivity + Specificity - 1;
}

/// <summary>
/// The cut of a marker that tells cases from controls best, with what the choice made look better than it is.
/// </summary>
/// <remarks>
/// The cut is an observed value and a test is positive at it or beyond, as in R's cutpointr; pROC's threshold lies halfway
/// to the next value (<see cref="Threshold"/>). It never comes without the probability corrected for the search, the
/// shrunken odds ratio and the bootstrap's interval and out-of-bag performance.
/// R: <c>cutpointr(data, marker, outcome, direction = "&gt;=", use_midpoints = FALSE, boot_runs = )</c>.
/// Sources: corrected probability, Miller &amp; Siegmund 1982; shrinkage as of <see cref="ShrunkenEffect"/>.
/// </remarks>
public sealed class DiagnosticCutpoint
{
    DiagnosticCutpoint(CutpointCriterion criterion, RocCurve curve, RocPoint best, MaximallySelectedStatistic test) =>
        (Criterion, Direction, Auc, Cut, Threshold, Apparent, Test) =
            (criterion, curve.Direction, curve.Auc, best.PositiveFrom!.Value, best.Threshold, best.Accuracy, test);

    public CutpointCriterion Criterion { get; }

    public MarkerDirection Direction { get; }

    /// <summary>Of the marker, whatever the cut.</summary>
    public double Auc { get; }

    /// <summary>A test is positive at it or beyond, in the stated direction. The middle of several equally good.</summary>
    public double Cut { get; }

    /// <summary>Halfway to the next negative value, as in R's pROC; infinite where every test is positive.</summary>
    public double Threshold { get; }

    /// <summary>All equally good cuts, ascending.</summary>
    public required ImmutableArray<double> EquallyGood { get; init; }

    /// <summary>In the participants who chose the cut: too good.</summary>
    public DiagnosticAccuracy Apparent { get; }

    /// <summary>In participants who did not choose it; null where no replicate left out a case and a control.</summary>
    public required OutOfBagAccuracy? OutOfBag { get; init; }

    /// <summary>The best division of cases and controls by any cut, for further corrected probabilities.</summary>
    public MaximallySelectedStatistic Test { get; }

    /// <summary>Share of shuffled cohorts in which the best of all cuts divides as well as the best does here.</summary>
    public required double CorrectedProbability { get; init; }

    /// <summary>Odds ratio of a positive test at the cut; null where a count is 0.</summary>
    public required ShrunkenEffect? OddsRatio { get; init; }

    /// <summary>The cut of each bootstrap replicate that has one, ascending.</summary>
    public required ImmutableArray<double> ResampledCuts { get; init; }

    /// <summary>Percentile interval of <see cref="ResampledCuts"/>.</summary>
    public required Interval CutConfidence { get; init; }

    /// <summary>The conventions in words.</summary>
    public string Convention =>
        $"Cut by {Criterion.Name}, positive at or {(Direction == MarkerDirection.HigherInCases ? "above" : "below")} it; "
        + $"p-value by permutation of the best of all cuts, odds ratio shrunken ({ShrunkenEffect.Convention}), stratified "
        + "percentile bootstrap; "
        + "R: cutpointr(use_midpoints = FALSE)";

    public bool IsPositive(double value) => Direction == MarkerDirection.HigherInCases ? value >= Cut : value <= Cut;

    /// <param name="marker">One finite value per participant.</param>
    /// <param name="isCase">One per participant.</param>
    /// <param name="direction">Stated before the data are seen.</param>
    /// <param name="criterion">Youden's index unless said otherwise.</param>
    /// <param name="options">A tenth to nine tenths, 9,999 permutations, 1,000 replicates unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a number is unusable, there is no case or no control, or no cut lies in the range.
    /// </exception>
    /// <exception cref="NotEstimableException">No cut meets the criterion.</exception>
    public static DiagnosticCutpoint Find(
        IReadOnlyList<double> marker, IReadOnlyList<bool> isCase, MarkerDirection direction,
        CutpointCriterion? criterion = null, CutpointOptions? options = null)
    {
        options ??= new CutpointOptions();
        options.RequireUsable(nameof(options));
        criterion ??= new CutpointCriterion.Youden();
        var curve = RocCurve.Of(marker, isCase, direction);
        var test = MaximallySelectedStatistic.OfOutcome(marker, [.. isCase.Select(one => one ? 1.0 : 0.0)], options.Range);
        var probability = test.PermutationProbability(options.Permutations, options.Seed);

        var resampling = new DiagnosticCutBootstrap(curve.Ranked, criterion);
        var best = resampling.BestOfCohort();
        if (best.Length == 0)
            throw new NotEstimableException(NotEstimableCause.Constant, ["marker"],
                $"Found no cut with the {criterion.Name}. Expected one: ask for less.");
        var (steps, outOfBag) = resampling.Resample(options.Replicates, options.Seed);
        var sign = direction == MarkerDirection.HigherInCases ? 1.0 : -1.0;
        double[] cuts = [.. steps.Select(step => sign * resampling.Values[step] + 0.0).Order()];
        var tail = (1 - options.ConfidenceLevel) / 2;
        var point = curve.Points[DiagnosticCutBootstrap.Middle(best)];
        return new DiagnosticCutpoint(criterion, curve, point, test)
        {
            EquallyGood = [.. best.Select(step => curve.Points[step].PositiveFrom!.Value).Order()],
            OutOfBag = outOfBag,
            CorrectedProbability = probability,
            OddsRatio = point.Accuracy.DiagnosticOddsRatio() is { } ratio
                ? ShrunkenEffect.Of(ratio.Estimate, probability, options.ConfidenceLevel)
                : null,
            ResampledCuts = [.. cuts],
            CutConfidence = new Interval(Quantiles.OfSorted(cuts, tail), Quantiles.OfSorted(cuts, 1 - tail)),
        };
    }
}
