using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>One row of a <see cref="RidgeCox"/>'s table. No test and no interval: the estimate is drawn towards 0 on purpose,
/// and what is normal about it is not centred on the truth.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log hazard ratio per unit of the column, shrunk.</param>
/// <param name="StandardError">From the curvature of the penalised likelihood: wide, as if the penalty were a prior.</param>
/// <param name="SamplingStandardError">Of the shrunken estimate from cohort to cohort: narrow, its bias not counted.</param>
public sealed record RidgeCoefficient(string Name, double Estimate, double StandardError, double SamplingStandardError)
{
    /// <summary>Shrunk, per unit of the column.</summary>
    public double HazardRatio => Math.Exp(Estimate);
}

/// <summary>Cox regression that pays for large coefficients: log-likelihood − θ/2 Σ β².</summary>
/// <remarks>
/// R: <c>coxph(Surv(time, event) ~ ridge(..., theta = , scale = FALSE))</c>, its <c>var</c>, <c>var2</c> and <c>df</c>.
/// Sources: Verweij &amp; Van Houwelingen 1994; Gray 1992.
/// </remarks>
public sealed class RidgeCox
{
    const double Converged = 1e-13;
    const double RoundingFloor = 1e-7;
    const double LikelihoodRounding = 1e-13;
    const int MaximumIterations = 100;
    const int MaximumHalvings = 40;

    readonly int columns;
    readonly double[] covariance;
    readonly double[] samplingCovariance;

    RidgeCox(CoxDerivatives likelihood, double[] standardised, double[] penalties, double nullLogLikelihood, double theta)
    {
        columns = likelihood.Columns;
        (Theta, NullLogLikelihood, LogLikelihood) = (theta, nullLogLikelihood, likelihood.LogLikelihood);
        Penalty = Penalised(standardised, penalties);
        var inverse = Curvature(likelihood, penalties);
        Cholesky.TryFactor(inverse, columns);
        covariance = new double[columns * columns];
        Cholesky.Invert(inverse, columns, covariance);

        // H⁻¹ I H⁻¹, and the trace of I H⁻¹.
        var half = Product(covariance, likelihood.Information);
        DegreesOfFreedom = Enumerable.Range(0, columns).Sum(column => half[column * columns + column]);
        samplingCovariance = Product(half, covariance);
        for (var row = 0; row < columns; row++)
            for (var column = 0; column < columns; column++)
            {
                covariance[row * columns + column] /= likelihood.Scales[row] * likelihood.Scales[column];
                samplingCovariance[row * columns + column] /= likelihood.Scales[row] * likelihood.Scales[column];
            }

        Coefficients = [.. likelihood.Names.Select((name, column) => new RidgeCoefficient(
            name, standardised[column] / likelihood.Scales[column],
            Math.Sqrt(Covariance(column, column)), Math.Sqrt(SamplingCovariance(column, column))))];
    }

    /// <summary>In the order of the columns.</summary>
    public ImmutableArray<RidgeCoefficient> Coefficients { get; }

    /// <summary>Weight of the penalty.</summary>
    public double Theta { get; }

    /// <summary>With all coefficients at zero.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Of the partial likelihood without the penalty, at the estimate.</summary>
    public double LogLikelihood { get; }

    /// <summary>θ/2 Σ β² at the estimate.</summary>
    public double Penalty { get; }

    /// <summary>Effective number of coefficients: less than the columns, the less the stronger the penalty.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Ridge Cox regression, theta {Theta}, no tests or intervals; "
            + $"R: coxph(Surv(time, event) ~ ridge(..., theta = {Theta}))");

    /// <summary>Inverse curvature of the penalised likelihood. R: <c>coxph()$var</c>.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * columns + otherColumn];

    /// <summary>Covariance of the estimates from cohort to cohort. R: <c>coxph()$var2</c>.</summary>
    public double SamplingCovariance(int column, int otherColumn) => samplingCovariance[column * columns + otherColumn];

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column.</param>
    /// <param name="theta">0 or more.</param>
    /// <param name="perStandardDeviation">Whether coefficients per standard deviation (divisor n − 1) are penalised, as by R's
    /// default <c>scale = TRUE</c>; otherwise those per unit, and the unit matters.</param>
    /// <param name="options">Ties, strata, weights and offset.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is missing or not finite, or theta is negative.</exception>
    /// <exception cref="NotEstimableException">No events, or no maximum.</exception>
    public static RidgeCox Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, double theta,
        bool perStandardDeviation = true, CoxOptions? options = null)
    {
        if (theta is not (>= 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(theta), theta, "Expected 0 or more, and finite.");
        var likelihood = new CoxDerivatives(followUps, covariates, options ?? new CoxOptions());
        if (theta == 0)
            likelihood.RequireInformation();
        double[] penalties = [.. likelihood.Scales.Select(scale => perStandardDeviation
            ? theta * followUps.Count / (followUps.Count - 1.0) : theta / (scale * scale))];

        var coefficients = new double[likelihood.Columns];
        likelihood.Evaluate(coefficients);
        var nullLogLikelihood = likelihood.LogLikelihood;
        var previousDecrement = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var curvature = Curvature(likelihood, penalties);
            double[] slopes = [.. likelihood.Score.Select((slope, column) => slope - penalties[column] * coefficients[column])];
            var step = (double[])slopes.Clone();
            if (!Cholesky.TryFactor(curvature, likelihood.Columns))
                break;
            Cholesky.Solve(curvature, likelihood.Columns, step);
            var decrement = Math.Sqrt(Math.Max(0, step.Zip(slopes, (part, slope) => part * slope).Sum()));
            if (decrement <= Converged || (decrement < RoundingFloor && decrement > previousDecrement / 2))
                return new RidgeCox(likelihood, coefficients, penalties, nullLogLikelihood, theta);
            previousDecrement = decrement;

            var reached = likelihood.LogLikelihood - Penalised(coefficients, penalties);
            var atLeast = reached - Math.Abs(reached) * LikelihoodRounding;
            var previous = coefficients;
            var share = 1.0;
            for (var halving = 0; halving <= MaximumHalvings; halving++, share /= 2)
            {
                coefficients = [.. previous.Select((coefficient, column) => coefficient + share * step[column])];
                likelihood.Evaluate(coefficients);
                if (likelihood.LogLikelihood - Penalised(coefficients, penalties) >= atLeast)
                    break;
            }
        }

        throw new NotEstimableException(NotEstimableCause.NotConverged, [.. likelihood.Names],
            "Found no maximum of the penalised likelihood. Expected a larger theta or fewer columns: leave columns out.");
    }

    static double Penalised(double[] coefficients, double[] penalties) =>
        coefficients.Select((coefficient, column) => penalties[column] * coefficient * coefficient).Sum() / 2;

    static double[] Curvature(CoxDerivatives likelihood, double[] penalties)
    {
        var curvature = (double[])likelihood.Information.Clone();
        for (var column = 0; column < penalties.Length; column++)
            curvature[column * penalties.Length + column] += penalties[column];
        return curvature;
    }

    double[] Product(double[] left, double[] right)
    {
        var product = new double[columns * columns];
        for (var row = 0; row < columns; row++)
            for (var inner = 0; inner < columns; inner++)
                for (var column = 0; column < columns; column++)
                    product[row * columns + column] += left[row * columns + inner] * right[inner * columns + column];
        return product;
    }
}
