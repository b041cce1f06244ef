using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Discrimination;

/// <summary>The area under the ROC curve in resampled cohorts.</summary>
/// <remarks>
/// The marker is sorted once; a replicate is how often each value came, counted in whole numbers.
/// R: <c>pROC::ci.auc(method = "bootstrap", boot.stratified = TRUE)</c>. Sources: Efron 1979.
/// </remarks>
public sealed class AucBootstrap
{
    readonly double[] sorted;

    AucBootstrap(ImmutableArray<double?> areas)
    {
        Areas = areas;
        var present = new double[areas.Length];
        var count = 0;
        double sum = 0, squares = 0;
        foreach (var area in areas)
            if (area is { } value)
            {
                present[count++] = value;
                sum += value;
            }

        sorted = present.AsSpan(0, count).ToArray();
        Array.Sort(sorted);
        Mean = count > 0 ? sum / count : null;
        foreach (var area in sorted)
            squares += (area - sum / count) * (area - sum / count);
        StandardDeviation = count > 1 ? Math.Sqrt(squares / (count - 1)) : null;
    }

    /// <summary>One per replicate; null where it holds no case or no control.</summary>
    public ImmutableArray<double?> Areas { get; }

    /// <summary>Null when no replicate has an area.</summary>
    public double? Mean { get; }

    /// <summary>On replicates − 1: the bootstrap's standard error; null for fewer than two areas.</summary>
    public double? StandardDeviation { get; }

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Percentile interval of bootstrap AUCs; R: pROC::ci.auc(method = \"bootstrap\"), quantile(type = 7)";

    /// <summary>Percentile interval; null when no replicate has an area.</summary>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <param name="type">R's default unless said otherwise.</param>
    public Interval? Percentiles(
        double confidenceLevel = ConfidenceLevel.Usual, QuantileType type = QuantileType.Linear)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        return sorted.Length == 0 ? null : new Interval(
            Quantiles.OfSorted(sorted, tail, type), Quantiles.OfSorted(sorted, 1 - tail, type));
    }

    /// <summary>Cases and controls drawn apart, so that each replicate has as many of either as the cohort.</summary>
    /// <param name="curve">Of the cohort.</param>
    /// <param name="replicates">At least 1.</param>
    /// <param name="seed">The same seed gives the same areas, on any machine and thread.</param>
    public static AucBootstrap Stratified(RocCurve curve, int replicates = 2_000, ulong seed = 1)
    {
        var (cases, controls) = (curve.Ranked.SortedCases, curve.Ranked.SortedControls);
        var (caseStep, controlStep) = (new int[cases.Length], new int[controls.Length]);
        int steps = 0, atCase = 0, atControl = 0;
        while (atCase < cases.Length || atControl < controls.Length)
        {
            var value = atControl == controls.Length || (atCase < cases.Length && cases[atCase] <= controls[atControl])
                ? cases[atCase]
                : controls[atControl];
            while (atCase < cases.Length && cases[atCase] == value)
                caseStep[atCase++] = 2 * steps;
            while (atControl < controls.Length && controls[atControl] == value)
                controlStep[atControl++] = 2 * steps + 1;
            steps++;
        }

        var resamples = BootstrapIndices.Drawn([caseStep, controlStep], replicates, seed);
        var counts = new int[2 * steps];
        var areas = new double?[replicates];
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            resamples.FillCounts(replicate, counts);
            areas[replicate] = Area(counts);
        }

        return new AucBootstrap([.. areas]);
    }

    /// <summary>From replicates of any kind, given or drawn.</summary>
    /// <param name="marker">One finite value per participant.</param>
    /// <param name="isCase">One per participant.</param>
    /// <param name="resamples">Of the same participants.</param>
    /// <param name="direction">Stated before the data are seen.</param>
    /// <exception cref="ArgumentException">As <see cref="RocCurve.Of"/>; or the replicates are of another cohort.</exception>
    public static AucBootstrap Of(
        IReadOnlyList<double> marker, IReadOnlyList<bool> isCase, BootstrapIndices resamples, MarkerDirection direction)
    {
        _ = RocCurve.Of(marker, isCase, direction);
        if (resamples.Participants != marker.Count)
            throw new ArgumentException(
                $"Found replicates of {resamples.Participants} participants and {marker.Count} marker values. "
                    + "Expected one cohort.",
                nameof(resamples));

        var sign = direction == MarkerDirection.HigherInCases ? 1.0 : -1.0;
        double[] oriented = [.. marker.Select(value => sign * value)];
        var order = RadixSort.Order(oriented);
        var step = new int[order.Length];
        var steps = 0;
        for (var place = 0; place < order.Length; place++)
        {
            if (place > 0 && oriented[order[place]] != oriented[order[place - 1]])
                steps++;
            step[order[place]] = 2 * steps + (isCase[order[place]] ? 0 : 1);
        }

        var (byPerson, byStep) = (new int[order.Length], new int[2 * (steps + 1)]);
        var areas = new double?[resamples.Replicates];
        for (var replicate = 0; replicate < areas.Length; replicate++)
        {
            resamples.FillCounts(replicate, byPerson);
            Array.Clear(byStep);
            for (var person = 0; person < byPerson.Length; person++)
                byStep[step[person]] += byPerson[person];
            areas[replicate] = Area(byStep);
        }

        return new AucBootstrap([.. areas]);
    }

    // Cases and controls at each distinct value in turn, lowest first.
    static double? Area(ReadOnlySpan<int> counts)
    {
        long won = 0;
        int controls = 0, cases = 0;
        unchecked
        {
            for (var at = 0; at + 1 < counts.Length; at += 2)
            {
                won += (long)counts[at] * (2 * controls + counts[at + 1]);
                cases += counts[at];
                controls += counts[at + 1];
            }
        }

        return cases > 0 && controls > 0 ? won / (2.0 * cases * controls) : null;
    }
}
