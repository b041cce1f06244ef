using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.CompetingRisks;

/// <summary>One row of a <see cref="FineGray"/> regression's table.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log subdistribution hazard ratio per unit of the column.</param>
/// <param name="StandardError">From the sandwich of the convention.</param>
/// <param name="HazardRatio">Of the subdistribution, per unit of the column.</param>
/// <param name="Confidence">Wald interval of <paramref name="HazardRatio"/>.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record FineGrayCoefficient(
    string Name, double Estimate, double StandardError, double HazardRatio, Interval Confidence, double Z, double Probability);

/// <summary>Regression of the cumulative incidence of one cause: proportional hazards of its subdistribution.</summary>
/// <remarks>
/// A hazard ratio above 1 says that the cumulative incidence is higher, not that the cause acts faster: it mixes the effects
/// on all
/// causes. R: <c>cmprsk::crr(time, cause, covariates, failcode, cencode)</c>, iterated to convergence.
/// Sources: Fine &amp; Gray 1999.
/// </remarks>
public sealed class FineGray
{
    // The decrement is how far, in standard errors, the estimate is from the maximum.
    const double Converged = 1e-13;
    const double RoundingFloor = 1e-6;
    const double LikelihoodRounding = 1e-13;
    const int MaximumIterations = 100;
    const int MaximumHalvings = 30;
    const int FirstLookForSeparation = 5;

    readonly FineGrayDesign design;
    readonly FineGrayOptions options;
    readonly double[] information;
    readonly double[] inverse;
    readonly double[] covariance;

    FineGray(FineGrayDesign design, FineGrayLikelihood fitted, double[] standardised, FineGrayOptions options)
    {
        (this.design, this.options) = (design, options);
        var columns = design.Columns;
        information = [.. fitted.Information];
        inverse = new double[columns * columns];
        Cholesky.Invert(Factor(fitted.Information, columns)!, columns, inverse);
        var middle = FineGraySandwich.Middle(design, fitted, options.Convention == FineGrayConvention.Original);
        covariance = Sandwich(inverse, middle, columns);
        LogLikelihood = fitted.LogLikelihood;

        var z = ConfidenceLevel.NormalQuantile(options.ConfidenceLevel);
        Coefficients = [.. Enumerable.Range(0, columns).Select(column =>
            Coefficient(column, standardised[column] / design.Scales[column], z))];
        var shift = fitted.Largest;
        for (var column = 0; column < columns; column++)
            shift += Coefficients[column].Estimate * design.Means[column];
        var baseline = Math.Exp(-shift);
        EventTimes = [.. design.EventTimes.Select(point => design.Times[point])];
        BaselineIncrements = [.. fitted.Hazards.Select(hazard => hazard * baseline)];
        Residuals = [.. Enumerable.Range(0, EventTimes.Length).Select(place => Enumerable.Range(0, columns)
            .Select(column => fitted.Residuals[place * columns + column] * design.Scales[column]).ToImmutableArray())];
    }

    public required int Cause { get; init; }

    public int Participants => design.Rows;

    /// <summary>Of the cause.</summary>
    public int Events => design.EventTimes.Sum(design.EventCount);

    /// <summary>In the order of the columns.</summary>
    public ImmutableArray<FineGrayCoefficient> Coefficients { get; }

    /// <summary>Weighted partial log likelihood with all coefficients at zero.</summary>
    public required double NullLogLikelihood { get; init; }

    public double LogLikelihood { get; }

    /// <summary>Distance of the estimate from the maximum in standard errors: 1e-13, or what rounding leaves.</summary>
    public required double NewtonDecrement { get; init; }

    /// <summary>Distinct times of the cause, rising. R: <c>uftime</c>.</summary>
    public ImmutableArray<double> EventTimes { get; }

    /// <summary>Increase of the subdistribution hazard at each event time when all columns are 0. R: <c>bfitj</c>.</summary>
    public ImmutableArray<double> BaselineIncrements { get; }

    /// <summary>
    /// Schoenfeld residuals: for each event time, the columns of those with the event less their mean at risk, summed. R:
    /// <c>res</c>.
    /// </summary>
    public ImmutableArray<ImmutableArray<double>> Residuals { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => (options.Convention == FineGrayConvention.Original
            ? "Fine–Gray regression, variance with estimated censoring weights"
            : $"Fine–Gray regression as weighted Cox regression, {options.Ties} ties, robust variance")
        + string.Create(CultureInfo.InvariantCulture, $", {100 * options.ConfidenceLevel:0.##} % Wald interval; R: ")
        + (options.Convention == FineGrayConvention.Original ? "cmprsk::crr"
            : $"finegray, coxph(..., weights = fgwt, cluster = id, ties = \"{(options.Ties == CoxTies.Efron ? "efron" : "breslow")}\")");

    /// <summary>Covariance of two coefficients, by their places: the sandwich of the convention.</summary>
    public double Covariance(int column, int otherColumn) => Unscaled(covariance, column, otherColumn);

    /// <summary>Covariance of two coefficients if the weights were known and the participants' scores their own. R:
    /// <c>invinf</c>.</summary>
    public double ModelCovariance(int column, int otherColumn) => Unscaled(inverse, column, otherColumn);

    /// <summary>Minus the second derivative of the log likelihood. R: <c>inf</c>.</summary>
    public double Information(int column, int otherColumn) =>
        information[column * design.Columns + otherColumn] * design.Scales[column] * design.Scales[otherColumn];

    /// <summary>Predicted cumulative incidence after each of <see cref="EventTimes"/>.</summary>
    /// <remarks>R: <c>predict(crr, covariates)</c>.</remarks>
    /// <param name="covariates">One value per column, in the order of the columns.</param>
    /// <exception cref="ArgumentException">Another number of values, or one that is not finite.</exception>
    public ImmutableArray<double> CumulativeIncidence(params ReadOnlySpan<double> covariates)
    {
        if (covariates.Length != design.Columns)
            throw new ArgumentException(
                $"Found {covariates.Length} values. Expected {design.Columns}, one per column.", nameof(covariates));
        var predictor = 0.0;
        for (var column = 0; column < covariates.Length; column++)
            predictor += double.IsFinite(covariates[column])
                ? covariates[column] * Coefficients[column].Estimate
                : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found {covariates[column]} at index {column}. Expected a finite number."), nameof(covariates));

        var (ratio, hazard) = (Math.Exp(predictor), 0.0);
        var incidence = ImmutableArray.CreateBuilder<double>(EventTimes.Length);
        foreach (var increment in BaselineIncrements)
        {
            hazard += ratio * increment;
            incidence.Add(1 - Math.Exp(-hazard));
        }

        return incidence.MoveToImmutable();
    }

    /// <param name="cohort">One per participant, all observed from time 0.</param>
    /// <param name="cause">Whose cumulative incidence is modelled.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="options">The original convention and 95 % intervals unless said otherwise.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a number is missing, negative or not finite, somebody entered late, or Efron ties are asked of the
    /// original
    /// convention.
    /// </exception>
    /// <exception cref="NotEstimableException">No events, a constant or collinear column, or separation.</exception>
    public static FineGray Fit(
        IReadOnlyList<CompetingFollowUp> cohort, int cause, IReadOnlyList<Covariate> covariates,
            FineGrayOptions? options = null)
    {
        options ??= new FineGrayOptions();
        RequireUsable(cohort, cause, covariates, options);
        var rows = new FineGrayDesign(cohort, cause, covariates, options.Convention == FineGrayConvention.WeightedCox);
        var columns = rows.Columns;
        var (current, next) = (new FineGrayLikelihood(rows, options.Ties), new FineGrayLikelihood(rows, options.Ties));
        var (coefficients, trial, step) = (new double[columns], new double[columns], new double[columns]);
        current.At(coefficients);
        FineGrayEstimability.RequireInformation(rows, current.Information);
        var atZero = current.LogLikelihood;
        var previous = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var decrement = NewtonStep(current, step);
            if (decrement <= Converged || (decrement < RoundingFloor && decrement > previous / 2))
                return new FineGray(rows, current, coefficients, options)
                    { Cause = cause, NullLogLikelihood = atZero, NewtonDecrement = decrement };
            if (iteration >= FirstLookForSeparation)
                FineGrayEstimability.RequireOverlap(rows, step);

            var atLeast = current.LogLikelihood - Math.Abs(current.LogLikelihood) * LikelihoodRounding;
            var share = 1.0;
            for (var halving = 0; halving <= MaximumHalvings; halving++, share /= 2)
            {
                for (var column = 0; column < columns; column++)
                    trial[column] = coefficients[column] + share * step[column];
                next.At(trial);
                if (next.LogLikelihood >= atLeast)
                    break;
            }

            (coefficients, trial, current, next, previous) = (trial, coefficients, next, current, decrement);
        }

        throw new NotEstimableException(NotEstimableCause.NotConverged, [.. rows.Names],
            $"Found no maximum of the likelihood in {MaximumIterations} steps. Expected fewer columns or more events: leave "
                + "columns out.");
    }

    static double NewtonStep(FineGrayLikelihood current, double[] step)
    {
        current.Score.CopyTo(step, 0);
        if (Factor(current.Information, step.Length) is not { } factor)
            return double.PositiveInfinity;
        Cholesky.Solve(factor, step.Length, step);
        var squared = 0.0;
        for (var column = 0; column < step.Length; column++)
            squared += step[column] * current.Score[column];
        return Math.Sqrt(Math.Max(0, squared));
    }

    static double[]? Factor(double[] matrix, int order)
    {
        double[] factor = [.. matrix];
        return Cholesky.TryFactor(factor, order) ? factor : null;
    }

    static double[] Sandwich(double[] bread, double[] middle, int order)
    {
        var (left, whole) = (new double[order * order], new double[order * order]);
        Multiply(bread, middle, left);
        Multiply(left, bread, whole);
        return whole;

        void Multiply(double[] first, double[] second, double[] product)
        {
            for (var row = 0; row < order; row++)
                for (var column = 0; column < order; column++)
                    for (var inner = 0; inner < order; inner++)
                        product[row * order + column] += first[row * order + inner] * second[inner * order + column];
        }
    }

    double Unscaled(double[] matrix, int column, int otherColumn) =>
        matrix[column * design.Columns + otherColumn] / design.Scales[column] / design.Scales[otherColumn];

    FineGrayCoefficient Coefficient(int column, double estimate, double z)
    {
        var standardError = Math.Sqrt(Covariance(column, column));
        return new FineGrayCoefficient(design.Names[column], estimate, standardError, Math.Exp(estimate),
            new Interval(Math.Exp(estimate - z * standardError), Math.Exp(estimate + z * standardError)),
            estimate / standardError, StandardNormal.TwoSided(estimate / standardError));
    }

    static void RequireUsable(
        IReadOnlyList<CompetingFollowUp> cohort, int cause, IReadOnlyList<Covariate> covariates, FineGrayOptions options)
    {
        CompetingFollowUp.RequireUsable(cohort, nameof(cohort));
        CompetingFollowUp.RequireObservedFromStart(cohort, nameof(cohort));
        ConfidenceLevel.Require(options.ConfidenceLevel);
        if (covariates.Count == 0)
            throw new ArgumentException("Found no columns. Expected at least one.", nameof(covariates));
        foreach (var covariate in covariates)
            covariate.RequireUsable(cohort.Count, nameof(covariates));
        if (options is { Convention: FineGrayConvention.Original, Ties: not CoxTies.Breslow })
            throw new ArgumentException(
                "Found Efron ties and the original convention. Expected Breslow ties, or the weighted Cox convention.",
                    nameof(options));
        if (!cohort.Any(one => one.Cause == cause))
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found no events of cause {cause} in {cohort.Count} participants. Expected at least one: wait for events, or "
                    + "describe follow-up only.");
    }
}
