using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Medulla.Qualification.Statistics;
using Medulla.Statistics.Distributions;

namespace Medulla.Qualification;

/// <summary>Numbers of regression models where R's package stopped or failed, each accepted on a proof.</summary>
static class AlsoRightModels
{
    const double Met = 1e-9;
    const double Missed = 1e-4;
    const double MachineEpsilon = 2.220446049250313e-16;

    public static bool Accepts(
        string method, string pointer, ReferenceCase reference, double? expected, double? found, CaseInput input) =>
        (method, pointer.Split('/')) switch
        {
            ("logistic/firth_logistic", ["", "ci_lower" or "ci_upper", var place]) =>
                expected is { } one && found is { } other && LimitStoppedEarly(Place(place), one, other, input),
            ("cox_extended/firth_cox", ["", "p_pl", var place]) =>
                expected is null && found is { } probability && AgreesWithInterval(Place(place), probability, reference, input),
            ("cox_extended/cox_rcs", ["", "var", var row, var column]) =>
                expected is { } one && found is { } other
                && Math.Abs(one - other) <= Rounding(Place(row), Place(column), input),
            ("cox_extended/cox_rcs", ["", "wald_overall" or "wald_nonlinear", "chisq"]
                or ["", "loghr_vs_median", "se" or "lower" or "upper", _]) =>
                expected is { } one && found is { } other && Math.Abs(one - other) <= Rounding(null, null, input) * one,
            _ => false,
        };

    // A limit is defined: twice the fall of the profile from its maximum is the chi-square quantile. Of two numbers that
    // differ, the one that meets it is right; the other is proved wrong by the same equation. logistf stops early.
    static bool LimitStoppedEarly(int column, double expected, double found, CaseInput input)
    {
        var model = LogisticAndLinearTopic.FirthModel(input);
        var quantile = ChiSquared.Quantile(input.Number("level", 0.95), 1);
        return Math.Abs(Fall(found) - quantile) < Met && Math.Abs(Fall(expected) - quantile) > Missed;

        double Fall(double value) => 2 * (model.LogLikelihood - model.ProfileLogLikelihood(column, value));
    }

    // coxphf gives no p-value where its restricted fit did not end. Its interval for the same coefficient decides on which
    // side of the level the p-value lies, and another 1 − p of interval would end at a hazard ratio of 1.
    static bool AgreesWithInterval(int column, double probability, ReferenceCase reference, CaseInput input)
    {
        double Limit(string side) => reference.Result.GetProperty(side)[column].GetDouble();
        var excludesOne = Limit("ci_pl_lower") > 1 || Limit("ci_pl_upper") < 1;
        var limits = CoxExtendedTopic.FirthModel(input, 1 - probability).Coefficients[column].LogConfidence;
        return excludesOne == probability < 1 - input.Number("level", 0.95)
            && Math.Min(Math.Abs(limits.Lower), Math.Abs(limits.Upper)) < 1e-6;
    }

    // An inverse of the information of these columns carries rounding of its condition number times epsilon, whoever computes
    // it in double precision. For well-conditioned columns this is far below every tolerance.
    static double Rounding(int? row, int? column, CaseInput input)
    {
        var fit = CoxExtendedTopic.SplineFit(input);
        var order = fit.Coefficients.Length;
        double Deviation(int place) => Math.Sqrt(fit.Covariance(place, place));
        var correlations = Matrix<double>.Build.Dense(order, order,
            (one, other) => fit.Covariance(one, other) / Deviation(one) / Deviation(other));
        return MachineEpsilon * correlations.ConditionNumber()
            * (row is { } here ? Deviation(here) : 1) * (column is { } there ? Deviation(there) : 1);
    }

    static int Place(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
