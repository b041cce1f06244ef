using System.Globalization;
using Medulla.Qualification.Statistics;
using Medulla.Statistics.Distributions;

namespace Medulla.Qualification;

/// <summary>Limits of the profile penalised likelihood at which R's <c>logistf</c> stopped before it was there.</summary>
/// <remarks>
/// A limit is defined: twice the fall of the profile from its maximum is the chi-square quantile. Of two numbers that
/// differ, the one that meets it is right; the other is proved wrong by the same equation.
/// </remarks>
static class FirthLimits
{
    const double Met = 1e-9;
    const double Missed = 1e-4;

    public static bool StoppedEarlyInR(string method, string pointer, double? expected, double? found, CaseInput input)
    {
        if (method != "logistic/firth_logistic" || pointer.Split('/') is not ["", "ci_lower" or "ci_upper", var place]
            || expected is not { } reference || found is not { } limit)
            return false;

        var column = int.Parse(place, CultureInfo.InvariantCulture);
        var model = LogisticAndLinearTopic.FirthModel(input);
        var quantile = ChiSquared.Quantile(input.Number("level", 0.95), 1);
        return Math.Abs(Fall(limit) - quantile) < Met && Math.Abs(Fall(reference) - quantile) > Missed;

        double Fall(double value) => 2 * (model.LogLikelihood - model.ProfileLogLikelihood(column, value));
    }
}
