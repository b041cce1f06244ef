using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Participants of similar predicted risk.</summary>
/// <param name="Participants">In the group.</param>
/// <param name="MeanPredicted">Risk.</param>
/// <param name="Observed">Risk by Kaplan–Meier, or share of cases.</param>
/// <param name="Confidence">Of the observed; null where it does not exist (nobody, or all, with the event).</param>
public sealed record CalibrationGroup(int Participants, double MeanPredicted, double Observed, Interval? Confidence);

/// <summary>Whether as many have the event by a time as predicted, group by group and overall.</summary>
/// <param name="Horizon">In the unit of the cohort.</param>
/// <param name="Groups">Lowest risk first.</param>
/// <param name="Slope">
/// Coefficient of log(−log(1 − risk)) in a Cox model: 1 when spread right, below 1 when predictions are too extreme. Null
/// where it cannot be estimated. In the data the model was fitted to it is 1 by construction.
/// </param>
/// <param name="MeanPredicted">Of everybody.</param>
/// <param name="Observed">Kaplan–Meier risk of everybody.</param>
/// <remarks>
/// Groups are cut at quantiles (type 7) of the risk, the upper limit belonging to the lower group; equal quantiles make one
/// group. R: <c>cut(risk, quantile(risk, 0:g/g), include.lowest = TRUE)</c>, <c>survfit</c> within groups,
/// <c>coxph(Surv(time, event) ~ lp)</c>. Sources: Crowson, Atkinson &amp; Therneau 2016.
/// </remarks>
public sealed record SurvivalCalibration(
    double Horizon, ImmutableArray<CalibrationGroup> Groups, double? Slope, double MeanPredicted, double Observed)
{
    /// <summary>
    /// Observed over expected risk at the horizon: 1 when right in the large. Null where nothing was expected.
    /// </summary>
    public double? ObservedOverExpected => MeanPredicted > 0 ? Observed / MeanPredicted : null;

    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Groups at type-7 quantiles of risk, 1 − Kaplan–Meier against mean prediction; "
            + "R: survfit(..., conf.type = \"log-log\")";

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="risks">Predicted probability of the event by the horizon.</param>
    /// <param name="horizon">Above 0.</param>
    /// <param name="groups">At least 1; 5 or 10 by custom, each with some 20 events.</param>
    /// <param name="intervalType">Of the observed risk.</param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not a probability, or there are entry times.</exception>
    public static SurvivalCalibration Of(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> risks, double horizon, int groups = 5,
        SurvivalIntervalType intervalType = SurvivalIntervalType.LogLog, double confidenceLevel = ConfidenceLevel.Usual)
    {
        PredictionInput.Require(followUps, risks, nameof(risks));
        PredictionInput.RequireRisks(followUps.Count, risks, nameof(risks));
        var parts = RiskGroups.Of(risks, groups).Select(rows =>
        {
            var curve = KaplanMeier.Estimate([.. rows.Select(row => followUps[row])], intervalType, confidenceLevel);
            var step = curve.Steps.LastOrDefault(step => step.Time <= horizon);
            return new CalibrationGroup(
                rows.Length, rows.Average(row => risks[row]), 1 - (step?.Survival ?? 1),
                step?.Confidence is { } interval ? new Interval(1 - interval.Upper, 1 - interval.Lower) : null);
        });
        return new SurvivalCalibration(
            horizon, [.. parts], SlopeOf(followUps, risks), risks.Average(), 1 - SurvivalShare.At(followUps, horizon));
    }

    // Risks of 0 and 1 have no place on the scale of the model; then there is no slope.
    static double? SlopeOf(IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> risks)
    {
        if (risks.Any(risk => risk is <= 0 or >= 1))
            return null;
        try
        {
            return CoxRegression.Fit(
                followUps, [new Covariate("log cumulative hazard", [.. risks.Select(risk => Math.Log(-Math.Log(1 - risk)))])])
                .Coefficients[0].Estimate;
        }
        catch (NotEstimableException)
        {
            return null;
        }
    }
}
