using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Cox regression with one column as a restricted cubic spline: does its effect have a shape?</summary>
/// <remarks>
/// R: <c>coxph(Surv(time, event) ~ rcspline.eval(x, nk = 4, inclx = TRUE) + ...)</c>, <c>rms::cph(... rcs(x, 4))</c>.
/// Sources: Stone &amp; Koo 1985; Harrell 2015.
/// </remarks>
public sealed class CoxSpline
{
    CoxSpline(CoxRegression model, CoxRegression straight, RestrictedCubicSpline spline)
    {
        (Model, Spline) = (model, spline);
        Effect = new SplineEffect(
            spline, [.. model.Coefficients.Take(spline.Columns).Select(one => one.Estimate)], model.Covariance);
        NonLinearLikelihoodRatio = ChiSquareStatistic.Of(
            Math.Max(0, 2 * (model.LogLikelihood - straight.LogLikelihood)), spline.Columns - 1);
    }

    /// <summary>The spline's columns first, then the others.</summary>
    public CoxRegression Model { get; }

    public RestrictedCubicSpline Spline { get; }

    /// <summary>Hazard ratios along the column, and the Wald tests.</summary>
    public SplineEffect Effect { get; }

    /// <summary>Likelihood ratio against the model in which the column is a straight line.</summary>
    public ChiSquareStatistic NonLinearLikelihoodRatio { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => $"{Spline.Convention}; {Model.Convention}";

    /// <param name="followUps">One per participant.</param>
    /// <param name="column">That becomes the spline.</param>
    /// <param name="spline">With knots from quantiles of the column, or by hand.</param>
    /// <param name="others">To adjust for; perhaps none.</param>
    /// <param name="options">Of the Cox regression.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">No events, a constant or collinear column, or separation.</exception>
    public static CoxSpline Fit(
        IReadOnlyList<FollowUp> followUps, Covariate column, RestrictedCubicSpline spline,
        IReadOnlyList<Covariate>? others = null, CoxOptions? options = null)
    {
        Covariate[] adjusted = [.. others ?? []];
        return new CoxSpline(
            CoxRegression.Fit(followUps, [.. spline.Expand(column), .. adjusted], options),
            CoxRegression.Fit(followUps, [column, .. adjusted], options), spline);
    }
}
