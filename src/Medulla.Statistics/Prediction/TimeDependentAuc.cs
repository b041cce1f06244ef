using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Details in which two programs for the time-dependent AUC differ.</summary>
public enum TimeDependentAucConvention
{
    /// <summary>Cases have the event by and at the time; influence by times. R: <c>riskRegression::Score</c>.</summary>
    Score,

    /// <summary>
    /// Cases have the event before the time; the influence of censoring is summed row by row, so that the standard error
    /// depends (in the 6th digit) on the order of rows within tied times. R: <c>timeROC(weighting = "marginal", iid =
    /// TRUE)</c>.
    /// </summary>
    TimeRoc,
}

/// <summary>Probability that, of one with the event by a time and one without, the former has the higher marker.</summary>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="Estimate">Cumulative cases, dynamic controls; tied markers one half. Null without cases or controls.</param>
/// <param name="StandardError">From the influence functions, censoring weights included; null with the estimate.</param>
/// <param name="Cases">Participants seen with the event.</param>
/// <param name="Survivors">Participants followed beyond the time.</param>
/// <remarks>
/// Inverse probability of censoring weights from the Kaplan–Meier curve of censoring. With competing risks those with another
/// event are controls. n log n. Sources: Uno, Cai, Tian &amp; Wei 2007; standard error and competing risks, Blanche, Dartigues
/// &amp; Jacqmin-Gadda 2013.
/// </remarks>
public sealed record TimeDependentAuc(double Time, double? Estimate, double? StandardError, int Cases, int Survivors)
{
    /// <summary>Details of ties.</summary>
    public TimeDependentAucConvention Ties { get; init; }

    /// <summary>The conventions in words.</summary>
    public string Convention => Ties == TimeDependentAucConvention.Score
        ? "Cumulative/dynamic AUC, events through t, Kaplan–Meier censoring weights; "
            + "R: riskRegression::Score(metrics = \"auc\")"
        : "Cumulative/dynamic AUC, events before t, Kaplan–Meier censoring weights; R: timeROC(weighting = \"marginal\")";

    /// <summary>Null where there is no standard error; cut at 0 and 1.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) =>
        Estimate is { } estimate && StandardError is { } error
            ? new Interval(
                Math.Max(0, estimate - ConfidenceLevel.NormalQuantile(confidenceLevel) * error),
                Math.Min(1, estimate + ConfidenceLevel.NormalQuantile(confidenceLevel) * error))
            : null;

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="markers">One per participant; higher means an earlier event.</param>
    /// <param name="time">Above 0.</param>
    /// <param name="ties">As R's Score unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are entry times.</exception>
    public static TimeDependentAuc Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers, double time,
        TimeDependentAucConvention ties = TimeDependentAucConvention.Score) =>
        Of(followUps, null, 0, markers, time, ties);

    /// <summary>Of one cause among competing ones.</summary>
    /// <param name="followUps">An event is one of any cause.</param>
    /// <param name="causes">Code of the event; not read where censored.</param>
    /// <param name="cause">The code of interest.</param>
    /// <param name="markers">One per participant; higher means an earlier event of this cause.</param>
    /// <param name="time">Above 0.</param>
    /// <param name="ties">As R's Score unless said otherwise.</param>
    public static TimeDependentAuc OfCause(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<int> causes, int cause, IReadOnlyList<double> markers, double time,
        TimeDependentAucConvention ties = TimeDependentAucConvention.Score) =>
        Of(followUps, causes, cause, markers, time, ties);

    static TimeDependentAuc Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<int>? causes, int cause, IReadOnlyList<double> markers, double time,
        TimeDependentAucConvention ties)
    {
        PredictionInput.Require(followUps, markers, nameof(markers));
        return Of(HorizonOutcome.At(
            followUps, causes, cause, time, CensoringTies.EventsFirst, ties == TimeDependentAucConvention.Score), markers,
                ties);
    }

    internal static TimeDependentAuc Of(
        HorizonOutcome outcome, IReadOnlyList<double> markers,
            TimeDependentAucConvention ties = TimeDependentAucConvention.Score)
    {
        var auc = Influence(outcome, markers, ties, out var influences);
        double? error = null;
        if (auc is not null && influences.Length > 1)
        {
            var mean = influences.Average();
            error = Math.Sqrt(influences.Sum(one => (one - mean) * (one - mean)) / (influences.Length - 1) / influences.Length);
        }

        return new TimeDependentAuc(outcome.Time, auc, error, outcome.Cases, outcome.Survivors) { Ties = ties };
    }

    /// <summary>The AUC, and by how much each participant moves it (times the number of participants).</summary>
    internal static double? Influence(
        HorizonOutcome outcome, IReadOnlyList<double> markers, TimeDependentAucConvention ties, out double[] influences)
    {
        var count = markers.Count;
        var caseWeights = outcome.CaseWeights;
        var controlWeights = new double[count];
        for (var row = 0; row < count; row++)
            controlWeights[row] = outcome.SurvivorWeights[row] + outcome.OtherWeights[row];
        var (lower, higher) = Shares(markers, caseWeights, controlWeights);
        double cases = caseWeights.Sum() / count, controls = controlWeights.Sum() / count, pairs = 0;
        for (var row = 0; row < count; row++)
            pairs += caseWeights[row] * lower[row] / count;
        influences = [];
        if (!(cases > 0 && controls > 0))
            return null;

        var auc = pairs / (cases * controls);
        var shares = new double[count];
        for (var row = 0; row < count; row++)
            shares[row] = (caseWeights[row] * (lower[row] - auc * controls)
                + outcome.OtherWeights[row] * (higher[row] - auc * cases)) / count;
        var ofSurvivors = 0.0;
        for (var row = 0; row < count; row++)
            ofSurvivors += outcome.SurvivorWeights[row] * (higher[row] - auc * cases) / count;
        influences = ties == TimeDependentAucConvention.TimeRoc
            ? outcome.Censoring.InfluencesRowByRow(shares)
            : outcome.Censoring.Influences(shares, ofSurvivors, outcome.Time);
        for (var row = 0; row < count; row++)
            influences[row] = (influences[row] + caseWeights[row] * (lower[row] - auc * controls)
                + controlWeights[row] * (higher[row] - auc * cases)) / (cases * controls);
        return auc;
    }

    /// <summary>For each participant the mean weight of controls below, and of cases above; ties one half.</summary>
    static (double[] Lower, double[] Higher) Shares(
        IReadOnlyList<double> markers, double[] caseWeights, double[] controlWeights)
    {
        var count = markers.Count;
        double[] sorted = [.. markers];
        int[] order = [.. Enumerable.Range(0, count)];
        Array.Sort(sorted, order);
        var (lower, higher) = (new double[count], new double[count]);
        double below = 0, casesAbove = caseWeights.Sum();
        for (int start = 0, end = 0; start < count; start = end)
        {
            double controls = 0, cases = 0;
            for (; end < count && sorted[end] == sorted[start]; end++)
            {
                controls += controlWeights[order[end]];
                cases += caseWeights[order[end]];
            }

            casesAbove -= cases;
            for (var at = start; at < end; at++)
                (lower[order[at]], higher[order[at]]) = ((below + controls / 2) / count, (casesAbove + cases / 2) / count);
            below += controls;
        }

        return (lower, higher);
    }
}
