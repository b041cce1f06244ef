using System.Globalization;

namespace Medulla.Statistics.Survival;

/// <summary>The conventions of a curve in words and as the R call.</summary>
static class KaplanMeierConvention
{
    public static string Of(KaplanMeierOptions options)
    {
        var estimate = options.Estimator == SurvivalEstimator.ProductLimit
            ? "Kaplan–Meier, Greenwood standard error"
            : "exponential of the cumulative hazard, standard error of the hazard";
        var hazard = options.CumulativeHazard == CumulativeHazardEstimator.FlemingHarrington
            ? ", Fleming–Harrington hazard at ties" : "";
        var lower = options.LowerLimit switch
        {
            SurvivalLowerLimit.Peto => ", Peto's lower limit",
            SurvivalLowerLimit.Modified => ", Dorey and Korn's lower limit",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture,
            $"{estimate}{hazard}{(options.CaseWeights is null ? "" : ", case weights")}, {100 * options.ConfidenceLevel:0.##} % ")
            + $"{SurvivalInterval.Name(options.IntervalType)} interval{lower}"
            + $"{(options.MergeRounding ? "" : ", near ties kept apart")}; R: survfit({Call(options)})";
    }

    static string Call(KaplanMeierOptions options) => string.Concat(
        "...",
        options.CaseWeights is null ? "" : ", weights = , robust = FALSE",
        options.Estimator == SurvivalEstimator.ProductLimit ? "" : ", stype = 2",
        options.CumulativeHazard == CumulativeHazardEstimator.NelsonAalen ? "" : ", ctype = 2",
        $", conf.type = \"{SurvivalInterval.CodeOfR(options.IntervalType)}\"",
        options.LowerLimit switch
        {
            SurvivalLowerLimit.Peto => ", conf.lower = \"peto\"",
            SurvivalLowerLimit.Modified => ", conf.lower = \"modified\"",
            _ => "",
        },
        options.MergeRounding ? "" : ", timefix = FALSE");
}
