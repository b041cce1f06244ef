using Medulla.Statistics.Distributions;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>How much further apart a new model puts the mean risks of cases and controls.</summary>
/// <param name="InCases">Mean rise of risk in cases.</param>
/// <param name="InControls">Mean rise of risk in controls; good when negative.</param>
/// <param name="NewSlope">Mean risk in cases minus that in controls, new model: the discrimination slope (Tjur's R²).</param>
/// <param name="OldSlope">Likewise, old model.</param>
/// <remarks>
/// Not a proper score: a badly calibrated model can win. Its normal test is too liberal for nested models.
/// Sources: Pencina, D'Agostino, D'Agostino &amp; Vasan 2008; warnings, Hilden &amp; Gerds 2014.
/// </remarks>
public sealed record DiscriminationImprovement(double InCases, double InControls, double NewSlope, double OldSlope)
{
    /// <summary>Integrated discrimination improvement.</summary>
    public double Estimate => InCases - InControls;

    /// <summary>Of a yes-or-no outcome; null with censoring weights.</summary>
    public double? StandardError { get; init; }

    public double? Z => StandardError is > 0 and var error ? Estimate / error : null;

    /// <summary>Two-sided; null without a standard error.</summary>
    public double? Probability => Z is { } z ? StandardNormal.TwoSided(z) : null;

    /// <summary>The conventions in words.</summary>
    public string Convention => StandardError is null
        ? "IDI at a horizon, cases 1 / G(T−), controls 1 / G(t)"
        : "IDI of a yes-or-no outcome, separate variances of cases and controls";

    /// <param name="outcomes">True for a case.</param>
    /// <param name="newRisks">One per participant.</param>
    /// <param name="oldRisks">Likewise.</param>
    /// <exception cref="ArgumentException">Lengths differ, a risk is not a probability, or one outcome is missing.</exception>
    public static DiscriminationImprovement Of(
        IReadOnlyList<bool> outcomes, IReadOnlyList<double> newRisks, IReadOnlyList<double> oldRisks)
    {
        var (cases, controls) = PredictionInput.RequireOutcomes(outcomes, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(outcomes.Count, oldRisks, nameof(oldRisks));
        var change = Weighted(row => outcomes[row] ? 1 : 0, row => outcomes[row] ? 0 : 1, newRisks, oldRisks);
        double ofCases = 0, ofControls = 0;
        for (var row = 0; row < newRisks.Count; row++)
        {
            var difference = newRisks[row] - oldRisks[row];
            if (outcomes[row])
                ofCases += Math.Pow(difference - change.InCases, 2);
            else
                ofControls += Math.Pow(difference - change.InControls, 2);
        }

        return change with
        {
            StandardError = cases > 1 && controls > 1
                ? Math.Sqrt(ofCases / (cases - 1) / cases + ofControls / (controls - 1) / controls)
                : null,
        };
    }

    /// <summary>Of the event by a time.</summary>
    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="newRisks">Of the event by the horizon.</param>
    /// <param name="oldRisks">Likewise.</param>
    /// <param name="horizon">Above 0.</param>
    /// <param name="ties">Of the curve of censoring.</param>
    /// <returns>Null when nobody has the event by the horizon, or nobody is followed beyond.</returns>
    public static DiscriminationImprovement? AtHorizon(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> newRisks, IReadOnlyList<double> oldRisks, double horizon,
        CensoringTies ties = CensoringTies.Together)
    {
        PredictionInput.Require(followUps, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, newRisks, nameof(newRisks));
        PredictionInput.RequireRisks(followUps.Count, oldRisks, nameof(oldRisks));
        var outcome = HorizonOutcome.At(followUps, null, 0, horizon, ties);
        return outcome.Cases == 0 || outcome.Survivors == 0
            ? null
            : Weighted(row => outcome.CaseWeights[row], row => outcome.SurvivorWeights[row], newRisks, oldRisks);
    }

    static DiscriminationImprovement Weighted(
        Func<int, double> caseWeight, Func<int, double> controlWeight, IReadOnlyList<double> newRisks,
            IReadOnlyList<double> oldRisks)
    {
        double cases = 0, controls = 0, newCases = 0, oldCases = 0, newControls = 0, oldControls = 0;
        for (var row = 0; row < newRisks.Count; row++)
        {
            var (ofCase, ofControl) = (caseWeight(row), controlWeight(row));
            (cases, controls) = (cases + ofCase, controls + ofControl);
            (newCases, oldCases) = (newCases + ofCase * newRisks[row], oldCases + ofCase * oldRisks[row]);
            (newControls, oldControls) = (newControls + ofControl * newRisks[row], oldControls + ofControl * oldRisks[row]);
        }

        return new DiscriminationImprovement(
            (newCases - oldCases) / cases, (newControls - oldControls) / controls,
            newCases / cases - newControls / controls, oldCases / cases - oldControls / controls);
    }
}
