using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>Time-dependent AUC from Kaplan–Meier curves of those above each cut of a marker.</summary>
/// <param name="Time">In the unit of the cohort.</param>
/// <param name="Estimate">Null where nobody, or everybody, has the event by the time.</param>
/// <remarks>
/// Sensitivity (1 − S(t | above)) P(above) / (1 − S(t)); the curve need not rise, and the AUC may then be misleading: prefer
/// <see cref="TimeDependentAuc"/>. R: <c>survivalROC(method = "KM")</c>. Sources: Heagerty, Lumley &amp; Pepe 2000.
/// </remarks>
public sealed record HeagertyAuc(double Time, double? Estimate)
{
    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Heagerty's AUC at t, Kaplan–Meier above each cut, trapezia; R: survivalROC(method = \"KM\")";

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="markers">One per participant; higher means an earlier event.</param>
    /// <param name="time">Above 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or there are entry times.</exception>
    public static HeagertyAuc Of(IReadOnlyList<FollowUp> followUps, IReadOnlyList<double> markers, double time)
    {
        PredictionInput.Require(followUps, markers, nameof(markers));
        var all = SurvivalShare.At(followUps, time);
        if (!(all is > 0 and < 1))
            return new HeagertyAuc(time, null);

        double area = 0, sensitivityBefore = 1, falsePositivesBefore = 1;
        foreach (var cut in markers.Distinct().Order())
        {
            FollowUp[] above = [.. followUps.Where((_, row) => markers[row] > cut)];
            var share = (double)above.Length / followUps.Count;
            var survival = above.Length == 0 ? 1 : SurvivalShare.At(above, time);
            var sensitivity = (1 - survival) * share / (1 - all);
            var falsePositives = survival * share / all;
            area += (falsePositivesBefore - falsePositives) * (sensitivityBefore + sensitivity) / 2;
            (sensitivityBefore, falsePositivesBefore) = (sensitivity, falsePositives);
        }

        return new HeagertyAuc(time, area);
    }
}
