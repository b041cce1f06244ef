using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Discrimination;

/// <summary>How well a marker tells cases from controls, at every threshold.</summary>
/// <remarks>
/// R: <c>pROC::roc(levels = c(control, case), direction = "&lt;")</c>; the direction is given, never chosen by the data.
/// Sources: area and its variance, DeLong et al. 1988; Hanley &amp; McNeil 1982; best point, Youden 1950;
/// standardised partial area, McClish 1989.
/// </remarks>
public sealed class RocCurve
{
    readonly Lazy<ImmutableArray<RocPoint>> points;
    readonly Lazy<Placements> placements;

    RocCurve(RankedMarker ranked, MarkerDirection direction)
    {
        (Ranked, Direction) = (ranked, direction);
        points = new(() => RocCoordinates.Of(ranked, direction));
        placements = new(() => Placements.Of(ranked));
    }

    /// <summary>From every test positive (sensitivity 1) to none (specificity 1); made when first asked for.</summary>
    public ImmutableArray<RocPoint> Points => points.Value;

    public MarkerDirection Direction { get; }

    internal RankedMarker Ranked { get; }

    internal Placements Placements => placements.Value;

    public int Cases => Ranked.Cases.Length;

    public int Controls => Ranked.Controls.Length;

    /// <summary>Probability that a case exceeds a control in the stated direction; ties count one half.</summary>
    public double Auc => Ranked.Area;

    /// <summary>DeLong's variance of <see cref="Auc"/>; null for fewer than two cases or two controls.</summary>
    public double? AucVariance => Ranked.Variance;

    public double? AucStandardError => AucVariance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>
    /// Two-sided probability of such an AUC if the marker told nothing (0.5); null where the variance is 0 or null.
    /// </summary>
    public double? ProbabilityAgainstHalf =>
        AucStandardError is > 0 and var error ? StandardNormal.TwoSided((Auc - 0.5) / error) : null;

    /// <summary>Pairs in which the case has the higher value, ties one half, whatever the direction.</summary>
    public double MannWhitney => (Direction == MarkerDirection.HigherInCases ? Auc : 1 - Auc) * Cases * Controls;

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention =>
        $"Empirical ROC curve, cases {(Direction == MarkerDirection.HigherInCases ? "higher" : "lower")}, DeLong interval "
            + "of the AUC; "
        + $"R: pROC::roc(direction = \"{(Direction == MarkerDirection.HigherInCases ? "<" : ">")}\"), ci.auc()";

    /// <summary>The standard error of Hanley &amp; McNeil 1982, as planned studies assume it.</summary>
    public double HanleyMcNeilStandardError
    {
        get
        {
            var bothCases = Auc / (2 - Auc) - Auc * Auc;
            var bothControls = 2 * Auc * Auc / (1 + Auc) - Auc * Auc;
            var sum = Auc * (1 - Auc) + (Cases - 1) * bothCases + (Controls - 1) * bothControls;
            return Math.Sqrt(sum / ((double)Cases * Controls));
        }
    }

    /// <summary>The points with the largest Youden index; more than one when several tie.</summary>
    public ImmutableArray<RocPoint> YoudenPoints => Best(point =>
        (Int128)point.Accuracy.TruePositives * Controls + (Int128)point.Accuracy.TrueNegatives * Cases);

    /// <summary>The points nearest to sensitivity 1 and specificity 1.</summary>
    public ImmutableArray<RocPoint> ClosestToTopLeft => Best(point =>
    {
        var missed = (Int128)point.Accuracy.FalseNegatives * Controls;
        var alarmed = (Int128)point.Accuracy.FalsePositives * Cases;
        return -(missed * missed + alarmed * alarmed);
    });

    /// <param name="marker">One finite value per participant.</param>
    /// <param name="isCase">One per participant.</param>
    /// <param name="direction">Stated before the data are seen.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, or there is no case or no control.
    /// </exception>
    public static RocCurve Of(
        IReadOnlyList<double> marker, IReadOnlyList<bool> isCase, MarkerDirection direction = MarkerDirection.HigherInCases)
    {
        if (marker.Count != isCase.Count)
            throw new ArgumentException(
                $"Found {marker.Count} marker values and {isCase.Count} outcomes. Expected one of each per "
                    + "participant.", nameof(isCase));

        // Arrays are read without asking the interface for each element.
        var values = marker as double[] ?? [.. marker];
        var labels = isCase as bool[] ?? [.. isCase];
        var casesCount = 0;
        for (var index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the marker value {values[index]} at index {index}. Expected a finite number: leave out missing "
                        + $"values first."),
                    nameof(marker));
            casesCount += labels[index] ? 1 : 0;
        }

        if (casesCount == 0 || casesCount == values.Length)
            throw new ArgumentException(
                $"Found {casesCount} cases and {values.Length - casesCount} controls. Expected at least one of each.",
                nameof(isCase));

        var (cases, controls) = (new double[casesCount], new double[values.Length - casesCount]);
        var sign = direction == MarkerDirection.HigherInCases ? 1.0 : -1.0;
        int nextCase = 0, nextControl = 0;
        for (var index = 0; index < values.Length; index++)
            if (labels[index])
                cases[nextCase++] = sign * values[index];
            else
                controls[nextControl++] = sign * values[index];
        return new RocCurve(new RankedMarker(cases, controls), direction);
    }

    /// <summary>DeLong interval of <see cref="Auc"/>, cut at 0 and 1; null with <see cref="AucVariance"/>.</summary>
    public Interval? AucConfidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        AucStandardError is { } error
            ? new Interval(
                Math.Max(0, Auc - ConfidenceLevel.NormalQuantile(confidenceLevel) * error),
                Math.Min(1, Auc + ConfidenceLevel.NormalQuantile(confidenceLevel) * error))
            : null;

    /// <summary>DeLong interval on the logit scale, better near 1; null where the AUC is 0 or 1.</summary>
    public Interval? AucLogitConfidence(double confidenceLevel = ConfidenceLevel.Usual)
    {
        if (AucStandardError is not { } error || Auc is not (> 0 and < 1))
            return null;
        var centre = Math.Log(Auc / (1 - Auc));
        var halfWidth = ConfidenceLevel.NormalQuantile(confidenceLevel) * error / (Auc * (1 - Auc));
        return new Interval(1 / (1 + Math.Exp(halfWidth - centre)), 1 / (1 + Math.Exp(-halfWidth - centre)));
    }

    /// <summary>The counts when a test is positive beyond this threshold, or at it.</summary>
    public DiagnosticAccuracy At(double threshold) =>
        Points.First(point => point.PositiveFrom is not { } from
            || (Direction == MarkerDirection.HigherInCases ? from >= threshold : from <= threshold)).Accuracy;

    /// <summary>The highest sensitivity at this specificity, on straight lines between the points.</summary>
    public double SensitivityAt(double specificity) =>
        Interpolated(specificity, point => point.Specificity, point => point.Sensitivity);

    /// <summary>The highest specificity at this sensitivity, on straight lines between the points.</summary>
    public double SpecificityAt(double sensitivity) =>
        Interpolated(sensitivity, point => point.Sensitivity, point => point.Specificity);

    ImmutableArray<RocPoint> Best(Func<RocPoint, Int128> merit)
    {
        var best = Points.Max(merit);
        return [.. Points.Where(point => merit(point) == best)];
    }

    double Interpolated(double wanted, Func<RocPoint, double> given, Func<RocPoint, double> sought)
    {
        if (wanted is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(wanted), wanted, "Expected between 0 and 1.");

        var exact = Points.Where(point => given(point) == wanted).ToArray();
        if (exact.Length > 0)
            return exact.Max(sought);

        // The line leaves the nearest lower value at its foot and meets the nearest higher one at its top.
        var below = Points.Where(point => given(point) < wanted).Max(given);
        var above = Points.Where(point => given(point) > wanted).Min(given);
        var low = Points.Where(point => given(point) == below).Min(sought);
        var high = Points.Where(point => given(point) == above).Max(sought);
        return low + (high - low) * (wanted - below) / (above - below);
    }
}
