using System.Collections.Immutable;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Cox regression with one column as a restricted cubic spline: does its effect have a shape?</summary>
/// <remarks>
/// R: <c>coxph(Surv(time, event) ~ rcspline.eval(x, nk = 4, inclx = TRUE) + ...)</c>, <c>rms::cph(... rcs(x, 4))</c>.
/// Sources: Stone &amp; Koo 1985; Harrell 2015.
/// </remarks>
public sealed class CoxSpline
{
    readonly double[] covariance;

    CoxSpline(CoxRegression model, CoxRegression straight, OrthogonalColumns columns, RestrictedCubicSpline spline)
    {
        (OrthogonalModel, Spline) = (model, spline);
        var (count, others) = (columns.Count, columns.Count - spline.Columns);
        var estimates = columns.Coefficients([.. model.Coefficients.Select(one => one.Estimate)]);
        var between = columns.Covariance(model.Covariance);
        int Place(int column) => column < spline.Columns ? others + column : column - spline.Columns;
        Coefficients = [.. Enumerable.Range(0, count).Select(column => estimates[Place(column)])];
        covariance = new double[count * count];
        for (var row = 0; row < count; row++)
            for (var column = 0; column < count; column++)
                covariance[row * count + column] = between[Place(row) * count + Place(column)];

        // The spline's columns come last there: that they add nothing is the same hypothesis in both sets of columns.
        double[] uncorrelated = [.. model.Coefficients.Skip(others).Select(one => one.Estimate)];
        double Uncorrelated(int row, int column) => model.Covariance(others + row, others + column);
        Effect = new SplineEffect(spline, [.. Coefficients.Take(spline.Columns)], Covariance)
        {
            Overall = SplineEffect.Wald(uncorrelated, Uncorrelated, from: 0),
            NonLinear = SplineEffect.Wald(uncorrelated, Uncorrelated, from: 1),
        };
        NonLinearLikelihoodRatio = ChiSquareStatistic.Of(
            Math.Max(0, 2 * (model.LogLikelihood - straight.LogLikelihood)), spline.Columns - 1);
    }

    /// <summary>Log hazard ratios: of the spline's columns first, which mean little one by one, then of the others.</summary>
    public ImmutableArray<double> Coefficients { get; }

    /// <summary>The same model on columns made uncorrelated, the spline's last: its likelihood, tests, concordance and
    /// residuals are those of the model, its coefficients are not.</summary>
    public CoxRegression OrthogonalModel { get; }

    public RestrictedCubicSpline Spline { get; }

    /// <summary>Hazard ratios along the column, and the Wald tests.</summary>
    public SplineEffect Effect { get; }

    /// <summary>Likelihood ratio against the model in which the column is a straight line.</summary>
    public ChiSquareStatistic NonLinearLikelihoodRatio { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => $"{Spline.Convention}; {OrthogonalModel.Convention}";

    /// <summary>Covariance of two coefficients, by their places; robust where that was asked for.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * Coefficients.Length + otherColumn];

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
        column.RequireUsable(followUps.Count, nameof(column));
        foreach (var other in adjusted)
            other.RequireUsable(followUps.Count, nameof(others));

        // Columns of a spline are nearly dependent: made uncorrelated, they cost no digits.
        var columns = new OrthogonalColumns([.. adjusted, .. spline.Expand(column)]);
        return new CoxSpline(
            CoxRegression.Fit(followUps, columns.Covariates, options),
            CoxRegression.Fit(followUps, [column, .. adjusted], options), columns, spline);
    }
}
