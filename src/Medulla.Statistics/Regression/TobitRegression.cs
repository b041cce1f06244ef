using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>One row of a <see cref="TobitRegression"/>'s table.</summary>
/// <param name="Name">Of the column; "(Intercept)" for the first.</param>
/// <param name="Estimate">Change of the measurement, censored or not, per unit of the column.</param>
/// <param name="StandardError">From the observed information.</param>
/// <param name="Confidence">Wald interval.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record TobitCoefficient(
    string Name, double Estimate, double StandardError, Interval Confidence, double Z, double Probability);

/// <summary>Linear regression of measurements some of which lie below a limit of detection or above an upper limit.</summary>
/// <remarks>
/// Normal errors of one variance; a censored value adds the probability of lying beyond its limit. Putting half the limit
/// in its place instead biases slope and variance. Concentrations belong in as logarithms. R:
/// <c>survreg(Surv(value, detected, type = "left") ~ ..., dist = "gaussian")</c>. Sources: Tobin 1958; Olsen 1978.
/// </remarks>
public sealed class TobitRegression
{
    readonly int order;
    readonly double[] covariance;
    readonly double confidenceLevel;

    TobitRegression(
        RegressionDesign design, LocationScaleKernel kernel, IReadOnlyList<CensoredValue> outcomes,
        double nullLogLikelihood, double confidenceLevel)
    {
        this.confidenceLevel = confidenceLevel;
        order = design.Columns + 1;
        covariance = kernel.Covariance();
        Participants = outcomes.Count;
        Below = outcomes.Count(outcome => outcome.Censoring == ValueCensoring.Below);
        Above = outcomes.Count(outcome => outcome.Censoring == ValueCensoring.Above);
        (LogLikelihood, NullLogLikelihood) = (kernel.LogLikelihood, nullLogLikelihood);
        (Sigma, NewtonDecrement) = (kernel.Scale, kernel.NewtonDecrement);
        var z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        Coefficients = [.. kernel.Coefficients().Select((estimate, column) =>
        {
            var standardError = Math.Sqrt(Covariance(column, column));
            return new TobitCoefficient(design.Names[column], estimate, standardError,
                new Interval(estimate - z * standardError, estimate + z * standardError),
                estimate / standardError, StandardNormal.TwoSided(estimate / standardError));
        })];
        LikelihoodRatio = ChiSquareStatistic.Of(Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood)), design.Columns - 1);
    }

    public int Participants { get; }

    /// <summary>Known only to lie below their limit.</summary>
    public int Below { get; }

    /// <summary>Known only to lie above their limit.</summary>
    public int Above { get; }

    /// <summary>The intercept, then the columns in their order.</summary>
    public ImmutableArray<TobitCoefficient> Coefficients { get; }

    /// <summary>Standard deviation of the errors, by maximum likelihood.</summary>
    public double Sigma { get; }

    public double LogLikelihood { get; }

    /// <summary>With the intercept alone.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>That all columns together add nothing.</summary>
    public ChiSquareStatistic LikelihoodRatio { get; }

    /// <summary>Distance of the estimate from the maximum in standard errors.</summary>
    public double NewtonDecrement { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Tobit regression, normal errors, {100 * confidenceLevel:0.##} % Wald interval from the observed information; "
            + $"R: survreg(Surv(value, detected, type = \"left\") ~ ..., dist = \"gaussian\")");

    /// <summary>Covariance of two parameters, by their places: intercept, columns, logarithm of sigma.</summary>
    public double Covariance(int place, int otherPlace) => covariance[place * order + otherPlace];

    /// <param name="outcomes">One per participant.</param>
    /// <param name="covariates">In the order of the participants; without any, mean and spread are fitted.</param>
    /// <param name="confidenceLevel">Of the intervals.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">Too few values within the limits, or a constant or collinear column.</exception>
    public static TobitRegression Fit(
        IReadOnlyList<CensoredValue> outcomes, IReadOnlyList<Covariate> covariates,
        double confidenceLevel = Distributions.ConfidenceLevel.Usual)
    {
        Distributions.ConfidenceLevel.Require(confidenceLevel);
        new Covariate("outcome", [.. outcomes.Select(outcome => outcome.Value)])
            .RequireUsable(outcomes.Count, nameof(outcomes));
        foreach (var covariate in covariates)
            covariate.RequireUsable(outcomes.Count, nameof(covariates));
        var measured = outcomes.Where(outcome => outcome.Censoring == ValueCensoring.None).Select(outcome => outcome.Value);
        if (measured.Distinct().Take(2).Count() < 2)
            throw new NotEstimableException(NotEstimableCause.Constant, [],
                $"Found fewer than two different values within the limits among {outcomes.Count} participants. "
                    + "Expected at least two: report the share beyond the limit.");

        var design = new RegressionDesign(outcomes.Count, covariates);
        RegressionEstimability.Require(design);
        var kernel = new LocationScaleKernel(design, outcomes, ErrorDistribution.Normal, scaleKnown: false);
        kernel.Fit();
        var alone = new LocationScaleKernel(
            new RegressionDesign(outcomes.Count, []), outcomes, ErrorDistribution.Normal, scaleKnown: false);
        alone.Fit();
        return new TobitRegression(design, kernel, outcomes, alone.LogLikelihood, confidenceLevel);
    }
}
