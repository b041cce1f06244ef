using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>One row of a <see cref="CoxRegression"/>'s table.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log hazard ratio per unit of the column.</param>
/// <param name="StandardError">From the observed information, or robust where asked for.</param>
/// <param name="HazardRatio">Per unit of the column.</param>
/// <param name="Confidence">Wald interval of <paramref name="HazardRatio"/>.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
public sealed record CoxCoefficient(
    string Name, double Estimate, double StandardError, double HazardRatio, Interval Confidence, double Z, double Probability);

/// <summary>A test that all coefficients are zero.</summary>
/// <param name="ChiSquare">Its statistic.</param>
/// <param name="DegreesOfFreedom">Number of columns.</param>
/// <param name="Probability">Upper tail of the chi-square distribution.</param>
public sealed record CoxTest(double ChiSquare, int DegreesOfFreedom, double Probability);

/// <summary>Proportional hazards regression of right-censored, perhaps left-truncated, follow-up.</summary>
/// <remarks>
/// R: <c>coxph(Surv(time, event) ~ ..., ties = "efron")</c>, iterated to convergence: R's default stops when the
/// likelihood changes by less than 1e-9 of itself, which leaves coefficients off by up to 1e-6.
/// Sources: Cox 1972; Efron 1977; Breslow 1974.
/// </remarks>
public sealed class CoxRegression
{
    // The decrement is how far, in standard errors, the estimate is from the maximum.
    const double Converged = 1e-13;
    const double RoundingFloor = 1e-6;
    const double LikelihoodRounding = 1e-13;
    const int MaximumIterations = 100;
    const int MaximumHalvings = 30;
    const int FirstLookForSeparation = 5;

    readonly CoxDesign cohort;
    readonly Vector<double> standardised;
    readonly Matrix<double> covariance;
    readonly Matrix<double> modelCovariance;
    readonly CoxOptions options;
    readonly IReadOnlyList<FollowUp> followUps;
    Concordance? concordance;

    CoxRegression(
        IReadOnlyList<FollowUp> followUps, CoxOptions options, CoxDesign design,
        CoxLikelihood atZero, CoxLikelihood fitted, Vector<double> standardised, double newtonDecrement)
    {
        (this.followUps, this.options, cohort, this.standardised) = (followUps, options, design, standardised);
        (Participants, Events, NewtonDecrement) = (followUps.Count, followUps.Count(one => one.EventObserved), newtonDecrement);
        (NullLogLikelihood, LogLikelihood) = (atZero.LogLikelihood, fitted.LogLikelihood);

        modelCovariance = fitted.Information.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(design.Columns));
        covariance = modelCovariance;
        if (Robust)
        {
            var (_, spreadAtEstimate) = CoxResiduals.Of(design, standardised).ByCluster(options.Clusters);
            covariance = modelCovariance * spreadAtEstimate * modelCovariance;
            var (sum, spread) = CoxResiduals.Of(design, 0 * standardised).ByCluster(options.Clusters);
            RobustScore = Test(sum.DotProduct(spread.Solve(sum)));
        }

        var z = Distributions.ConfidenceLevel.NormalQuantile(options.ConfidenceLevel);
        Coefficients = [.. Enumerable.Range(0, design.Columns).Select(column => Coefficient(column, z))];
        LikelihoodRatio = Test(2 * (fitted.LogLikelihood - atZero.LogLikelihood));
        Wald = Test(standardised.DotProduct(covariance.Solve(standardised)));
        Score = Test(atZero.Score.DotProduct(atZero.Information.Cholesky().Solve(atZero.Score)));
    }

    public int Participants { get; }

    public int Events { get; }

    /// <summary>In the order of the columns.</summary>
    public ImmutableArray<CoxCoefficient> Coefficients { get; }

    /// <summary>With all coefficients at zero.</summary>
    public double NullLogLikelihood { get; }

    public double LogLikelihood { get; }

    public CoxTest LikelihoodRatio { get; }

    /// <summary>From the robust variance where that was asked for.</summary>
    public CoxTest Wald { get; }

    /// <summary>The score test with the spread of the clusters' scores; null without robust variance.</summary>
    public CoxTest? RobustScore { get; }

    public bool Robust => options.RobustVariance || options.Clusters is not null;

    /// <summary>Of one 0/1 column without ties, the log-rank test.</summary>
    public CoxTest Score { get; }

    /// <summary>Distance of the estimate from the maximum in standard errors: 1e-13, or what rounding leaves.</summary>
    public double NewtonDecrement { get; }

    /// <summary>−2 log likelihood + 2 per column.</summary>
    public double Akaike => -2 * LogLikelihood + 2 * cohort.Columns;

    /// <summary>−2 log likelihood + log(events) per column (Volinsky &amp; Raftery 2000). R: <c>BIC(coxph)</c>.</summary>
    public double Bayesian => -2 * LogLikelihood + Math.Log(Events) * cohort.Columns;

    /// <summary>How well the linear predictor orders the times.</summary>
    public Concordance Concordance => concordance ??= Concordance.Of(
        followUps, cohort.LinearPredictors(standardised), options.CaseWeights, options.Strata, options.Clusters);

    /// <summary>One per participant, in the order of the cohort. Computed on every call.</summary>
    public ImmutableArray<CoxResidual> Residuals()
    {
        var residuals = CoxResiduals.Of(cohort, standardised);
        return [.. residuals.Scores.Select((score, row) => Residual(
            residuals.Martingale[row], followUps[row].EventObserved, score, modelCovariance * score))];
    }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Cox regression{(options.Strata is null ? "" : ", stratified")}, {options.Ties} ties, ")
        + string.Create(CultureInfo.InvariantCulture, $"{100 * options.ConfidenceLevel:0.##} % Wald interval")
        + $"{(Robust ? ", robust variance" : "")}; "
        + $"R: coxph(..., ties = \"{(options.Ties == CoxTies.Efron ? "efron" : "breslow")}\")";

    /// <summary>Covariance of two coefficients, by their places, from the observed information whether robust or not.</summary>
    public double ModelCovariance(int column, int otherColumn) =>
        modelCovariance[column, otherColumn] / cohort.Scales[column] / cohort.Scales[otherColumn];

    /// <summary>Covariance of two coefficients, by their places; robust where that was asked for.</summary>
    public double Covariance(int column, int otherColumn) =>
        covariance[column, otherColumn] / cohort.Scales[column] / cohort.Scales[otherColumn];

    /// <summary>Do the hazard ratios stay the same over time?</summary>
    public ProportionalHazardsTest ProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier) =>
        ProportionalHazardsTest.Of(followUps, cohort, standardised, transform);

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="options">Efron ties, 95 % intervals unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, negative or not finite.</exception>
    /// <exception cref="NotEstimableException">No events, a constant or collinear column, or separation.</exception>
    public static CoxRegression Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions? options = null)
    {
        options ??= new CoxOptions();
        RequireUsable(followUps, covariates, options);
        var design = new CoxDesign(followUps, covariates, options);
        var coefficients = Vector<double>.Build.Dense(design.Columns);
        var atZero = CoxLikelihood.At(design, coefficients);
        CoxEstimability.RequireInformation(design, atZero.Information);

        var current = atZero;
        var previousDecrement = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var step = current.Information.Solve(current.Score);
            var decrement = Math.Sqrt(Math.Max(0, current.Score.DotProduct(step)));
            if (decrement <= Converged || (decrement < RoundingFloor && decrement > previousDecrement / 2))
                return new CoxRegression(followUps, options, design, atZero, current, coefficients, decrement);
            if (iteration >= FirstLookForSeparation)
                CoxEstimability.RequireOverlap(design, step);

            var next = CoxLikelihood.At(design, coefficients + step);
            var atLeast = current.LogLikelihood - Math.Abs(current.LogLikelihood) * LikelihoodRounding;
            for (var halving = 0; halving < MaximumHalvings && !(next.LogLikelihood >= atLeast); halving++)
            {
                step /= 2;
                next = CoxLikelihood.At(design, coefficients + step);
            }

            (coefficients, current, previousDecrement) = (coefficients + step, next, decrement);
        }

        throw new NotEstimableException(NotEstimableCause.NotConverged, [.. design.Names],
            $"Found no maximum of the likelihood in {MaximumIterations} steps. Expected fewer columns or more events: leave "
                + "columns out.");
    }

    CoxCoefficient Coefficient(int column, double z)
    {
        var estimate = standardised[column] / cohort.Scales[column];
        var standardError = Math.Sqrt(Covariance(column, column));
        return new CoxCoefficient(cohort.Names[column], estimate, standardError, Math.Exp(estimate),
            new Interval(Math.Exp(estimate - z * standardError), Math.Exp(estimate + z * standardError)),
            estimate / standardError, StandardNormal.TwoSided(estimate / standardError));
    }

    CoxResidual Residual(double martingale, bool eventObserved, Vector<double> score, Vector<double> change)
    {
        var surprise = martingale + (eventObserved ? Math.Log(1 - martingale) : 0);
        return new CoxResidual(
            martingale, Math.Sign(martingale) * Math.Sqrt(Math.Max(0, -2 * surprise)),
            [.. score.Select((part, column) => part * cohort.Scales[column])],
            [.. change.Select((part, column) => part / cohort.Scales[column])]);
    }

    CoxTest Test(double chiSquare) => new(chiSquare, cohort.Columns, ChiSquared.UpperTail(chiSquare, cohort.Columns));

    internal static void RequireUsable(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        FollowUp.RequireUsable(followUps, nameof(followUps));
        if (covariates.Count == 0)
            throw new ArgumentException("Found no columns. Expected at least one.", nameof(covariates));
        foreach (var covariate in covariates)
            covariate.RequireUsable(followUps.Count, nameof(covariates));
        options.RequireUsable(followUps.Count, nameof(options));
        if (!followUps.Any(followUp => followUp.EventObserved))
            throw new NotEstimableException(NotEstimableCause.NoEvents, [],
                $"Found no events in {followUps.Count} participants. Expected at least one: wait for events, or describe "
                    + "follow-up only.");
    }
}
