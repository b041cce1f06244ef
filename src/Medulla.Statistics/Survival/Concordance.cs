using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>How often, of two participants whose order is known, the one with the event first has the higher marker.</summary>
/// <param name="Estimate">Ties in the marker count one half. Null when no pair can be compared.</param>
/// <param name="StandardError">Infinitesimal jackknife; null with <paramref name="Estimate"/>.</param>
/// <param name="Concordant">Weight of pairs whose event came first in the one with the higher marker.</param>
/// <param name="Discordant">Weight of pairs whose event came first in the one with the lower marker.</param>
/// <param name="TiedMarker">Weight of pairs with equal markers and different times.</param>
/// <param name="TiedTime">Weight of pairs with events at one time and different markers.</param>
/// <param name="TiedBoth">Weight of pairs with events at one time and equal markers.</param>
/// <remarks>
/// Harrell's C, or one of its weighted kin. A censored time counts as later than an event at that time; strata are compared
/// within. R: <c>concordance(coxph, timewt = )</c>. Sources: Harrell, Lee &amp; Mark 1996; standard error, Therneau &amp;
/// Watson 2015.
/// </remarks>
public sealed record Concordance(
    double? Estimate, double? StandardError,
    double Concordant, double Discordant, double TiedMarker, double TiedTime, double TiedBoth)
{
    /// <summary>How much pairs counted by time.</summary>
    public ConcordanceTimeWeight TimeWeight { get; init; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => TimeWeight switch
    {
        ConcordanceTimeWeight.EveryPair => "Harrell's C, tied markers one half, infinitesimal jackknife; R: concordance(fit)",
        ConcordanceTimeWeight.Survival =>
            "C weighted by survival, infinitesimal jackknife; R: concordance(fit, timewt = \"S\")",
        ConcordanceTimeWeight.SurvivalOverCensoring =>
            "C weighted by survival over the curve of censoring, infinitesimal jackknife; "
                + "R: concordance(fit, timewt = \"S/G\")",
        ConcordanceTimeWeight.InverseCensoring =>
            "Uno's C, events before censored at one time, infinitesimal jackknife; R: concordance(fit, timewt = \"n/G2\")",
        _ => "C with equal events, infinitesimal jackknife; R: concordance(fit, timewt = \"I\")",
    };

    /// <param name="followUps">One per participant.</param>
    /// <param name="markers">One per participant; higher means an earlier event.</param>
    /// <param name="caseWeights">One per participant, or null for 1 each.</param>
    /// <param name="strata">One per participant, or null for one stratum.</param>
    /// <param name="clusters">One per participant: rows of one label may depend on one another. Null when none do.</param>
    /// <param name="timeWeight">Harrell's C unless said otherwise.</param>
    /// <param name="until">Events after this time open no pair; R: <c>ymax</c>.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a weight by censoring is asked for with entry times.</exception>
    public static Concordance Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers,
        IReadOnlyList<double>? caseWeights = null, IReadOnlyList<string>? strata = null,
        IReadOnlyList<string>? clusters = null,
        ConcordanceTimeWeight timeWeight = ConcordanceTimeWeight.EveryPair, double until = double.PositiveInfinity)
    {
        var pairs = Pairs(followUps, markers, caseWeights, strata, timeWeight, until);
        if (pairs.Estimate is not { } estimate)
            return new Concordance(null, null, 0, 0, 0, pairs.TiedTime, pairs.TiedBoth) { TimeWeight = timeWeight };

        var influences = pairs.Influences(caseWeights);
        return new Concordance(
            estimate, Math.Sqrt(Product(influences, influences, clusters)), pairs.Concordant, pairs.Discordant,
            pairs.TiedMarker, pairs.TiedTime, pairs.TiedBoth) { TimeWeight = timeWeight };
    }

    /// <summary>Null where there is no standard error; cut at 0 and 1.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        Estimate is { } estimate && StandardError is { } error
            ? new Interval(
                Math.Max(0, estimate - ConfidenceLevel.NormalQuantile(confidenceLevel) * error),
                Math.Min(1, estimate + ConfidenceLevel.NormalQuantile(confidenceLevel) * error))
            : null;

    internal static ConcordancePairs Pairs(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers, IReadOnlyList<double>? caseWeights,
        IReadOnlyList<string>? strata, ConcordanceTimeWeight timeWeight, double until)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        if (markers.Count != followUps.Count)
            throw new ArgumentException(
                $"Found {markers.Count} markers. Expected {followUps.Count}, one per participant.", nameof(markers));
        for (var row = 0; row < markers.Count; row++)
            if (double.IsNaN(markers[row]))
                throw new ArgumentException($"Found no number as marker at index {row}. Expected one.", nameof(markers));
        if (timeWeight is ConcordanceTimeWeight.InverseCensoring or ConcordanceTimeWeight.SurvivalOverCensoring
            && followUps.Any(followUp => followUp.EntryTime is not null))
            throw new ArgumentException(
                "Found entry times with weights by censoring. Expected none: "
                    + "the curve of censoring needs follow-up from time 0.",
                nameof(followUps));
        return ConcordancePairs.Of(TiedTimes.Merge(followUps), followUps, markers, caseWeights, strata, timeWeight, until);
    }

    /// <summary>Covariance of two concordances from the influences of the same participants.</summary>
    internal static double Product(double[] influences, double[] others, IReadOnlyList<string>? clusters)
    {
        var sum = 0.0;
        if (clusters is null)
        {
            for (var row = 0; row < influences.Length; row++)
                sum += influences[row] * others[row];
            return sum;
        }

        foreach (var cluster in Enumerable.Range(0, influences.Length).GroupBy(row => clusters[row], StringComparer.Ordinal))
            sum += cluster.Sum(row => influences[row]) * cluster.Sum(row => others[row]);
        return sum;
    }
}
