using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>How participants with and without the event move when a new model replaces an old one.</summary>
/// <param name="UpInCases">Share of cases that move up.</param>
/// <param name="DownInCases">Share of cases that move down.</param>
/// <param name="UpInControls">Share of controls that move up.</param>
/// <param name="DownInControls">Share of controls that move down.</param>
/// <remarks>
/// Without categories any rise of the risk is a move (continuous NRI). It rises even with noise as the new marker: use it
/// beside a likelihood ratio test and net benefit, never in their place.
/// Sources: Pencina, D'Agostino, D'Agostino &amp; Vasan 2008; Pencina, D'Agostino &amp; Steyerberg 2011; warnings, Hilden &amp;
/// Gerds 2014.
/// </remarks>
public sealed record Reclassification(double UpInCases, double DownInCases, double UpInControls, double DownInControls)
{
    /// <summary>Net move up of cases; from −1 to 1.</summary>
    public double InCases => UpInCases - DownInCases;

    /// <summary>Net move down of controls; from −1 to 1.</summary>
    public double InControls => DownInControls - UpInControls;

    /// <summary>Net reclassification improvement; from −2 to 2, so never a percentage of people.</summary>
    public double Improvement => InCases + InControls;

    /// <summary>Not under the null hypothesis; null with weights.</summary>
    public double? StandardError { get; init; }

    /// <summary>The conventions in words.</summary>
    public string Convention { get; private init; } = "";

    /// <summary>Of a yes-or-no outcome.</summary>
    /// <param name="outcomes">True for a case.</param>
    /// <param name="newRisks">One per participant.</param>
    /// <param name="oldRisks">Likewise.</param>
    /// <param name="cuts">
    /// Rising limits of risk categories, the limit itself belonging to the higher; null for the continuous NRI.
    /// </param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not a probability, or one outcome is missing.</exception>
    public static Reclassification Of(
        IReadOnlyList<bool> outcomes, IReadOnlyList<double> newRisks, IReadOnlyList<double> oldRisks,
        IReadOnlyList<double>? cuts = null)
    {
        var (cases, controls) = PredictionInput.RequireOutcomes(outcomes, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(outcomes.Count, oldRisks, nameof(oldRisks));
        var moved = Weighted(row => outcomes[row] ? 1 : 0, row => outcomes[row] ? 0 : 1, newRisks, oldRisks, cuts);
        return moved with
        {
            StandardError = Math.Sqrt(
                (moved.UpInCases + moved.DownInCases - moved.InCases * moved.InCases) / cases
                    + (moved.UpInControls + moved.DownInControls - moved.InControls * moved.InControls) / controls),
            Convention = Words(cuts, "of a yes-or-no outcome, variance not under the null hypothesis"),
        };
    }

    /// <summary>Of the event by a time, the censored weighed for by those still followed.</summary>
    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="newRisks">Of the event by the horizon.</param>
    /// <param name="oldRisks">Likewise.</param>
    /// <param name="horizon">Above 0.</param>
    /// <param name="cuts">Rising limits of risk categories; null for the continuous NRI.</param>
    /// <param name="ties">Of the curve of censoring.</param>
    /// <remarks>R: <c>nricens(point.method = "ipw")</c> for <see cref="CensoringTies.TogetherAtEvent"/>.</remarks>
    /// <returns>Null when nobody has the event by the horizon, or nobody is followed beyond.</returns>
    public static Reclassification? AtHorizon(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> newRisks, IReadOnlyList<double> oldRisks, double horizon,
        IReadOnlyList<double>? cuts = null, CensoringTies ties = CensoringTies.Together)
    {
        PredictionInput.Require(followUps, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, oldRisks, nameof(oldRisks));
        var outcome = HorizonOutcome.At(followUps, null, 0, horizon, ties);
        return outcome.Cases == 0 || outcome.Survivors == 0
            ? null
            : Weighted(row => outcome.CaseWeights[row], row => outcome.SurvivorWeights[row], newRisks, oldRisks, cuts) with
            {
                Convention = Words(cuts, "at a horizon, censoring weights; R: nricens(point.method = \"ipw\")"),
            };
    }

    /// <summary>Of the event by a time, from Kaplan–Meier curves of those who move.</summary>
    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="newRisks">Of the event by the horizon.</param>
    /// <param name="oldRisks">Likewise.</param>
    /// <param name="horizon">Above 0.</param>
    /// <param name="cuts">Rising limits of risk categories; null for the continuous NRI.</param>
    /// <remarks>R: <c>nricens(point.method = "km")</c>.</remarks>
    /// <returns>Null when the curve of everybody is 0 or 1 at the horizon.</returns>
    public static Reclassification? ByKaplanMeier(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> newRisks, IReadOnlyList<double> oldRisks, double horizon,
        IReadOnlyList<double>? cuts = null)
    {
        PredictionInput.Require(followUps, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, oldRisks, nameof(oldRisks));
        var all = SurvivalShare.At(followUps, horizon);
        if (!(all is > 0 and < 1))
            return null;

        var (up, upSurvival) = Moving(1);
        var (down, downSurvival) = Moving(-1);
        return new Reclassification(
            (1 - upSurvival) * up / (1 - all), (1 - downSurvival) * down / (1 - all), upSurvival * up / all,
            downSurvival * down / all)
        {
            Convention = Words(cuts, "at a horizon, Kaplan–Meier; R: nricens(point.method = \"km\")"),
        };

        (double Share, double Survival) Moving(int direction)
        {
            FollowUp[] moving = [.. followUps.Where((_, row) => Move(newRisks[row], oldRisks[row], cuts) == direction)];
            return moving.Length == 0 ? (0, 1) : ((double)moving.Length / followUps.Count, SurvivalShare.At(moving, horizon));
        }
    }

    static Reclassification Weighted(
        Func<int, double> caseWeight, Func<int, double> controlWeight, IReadOnlyList<double> newRisks,
        IReadOnlyList<double> oldRisks, IReadOnlyList<double>? cuts)
    {
        PredictionInput.RequireRising(cuts ?? [], nameof(cuts));
        double cases = 0, controls = 0, upCases = 0, downCases = 0, upControls = 0, downControls = 0;
        for (var row = 0; row < newRisks.Count; row++)
        {
            var (ofCase, ofControl) = (caseWeight(row), controlWeight(row));
            (cases, controls) = (cases + ofCase, controls + ofControl);
            var move = Move(newRisks[row], oldRisks[row], cuts);
            if (move > 0)
                (upCases, upControls) = (upCases + ofCase, upControls + ofControl);
            else if (move < 0)
                (downCases, downControls) = (downCases + ofCase, downControls + ofControl);
        }

        return new Reclassification(upCases / cases, downCases / cases, upControls / controls, downControls / controls);
    }

    static int Move(double newRisk, double oldRisk, IReadOnlyList<double>? cuts) => cuts is null
        ? newRisk.CompareTo(oldRisk)
        : cuts.Count(cut => cut <= newRisk).CompareTo(cuts.Count(cut => cut <= oldRisk));

    static string Words(IReadOnlyList<double>? cuts, string how) => cuts is null
        ? $"Continuous net reclassification, {how}"
        : $"Net reclassification at {string.Join(", ", cuts.Select(cut => cut.ToString(CultureInfo.InvariantCulture)))}, {how}";
}
