using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Proportional hazards regression of right-censored, perhaps left-truncated, follow-up.</summary>
/// <remarks>
/// R: <c>coxph(Surv(time, event) ~ ..., ties = "efron")</c>, iterated to convergence: R's default stops when the
/// likelihood changes by less than 1e-9 of itself, which leaves coefficients off by up to 1e-6.
/// Sources: Cox 1972; Efron 1977; Breslow 1974.
/// </remarks>
public sealed partial class CoxRegression
{
    readonly CoxDesign cohort;
    readonly double[] standardised;
    readonly double[] covariance;
    readonly double[] modelCovariance;
    readonly CoxOptions options;
    readonly IReadOnlyList<FollowUp> followUps;
    Concordance? concordance;
    CoxIncrements? increments;

    CoxRegression(
        IReadOnlyList<FollowUp> followUps, CoxDesign design, CoxMaximum maximum, double nullLogLikelihood, double score)
    {
        (this.followUps, options, cohort) = (followUps, design.Options, design);
        (standardised, NewtonDecrement) = (maximum.Coefficients, maximum.Decrement);
        (Participants, Events) = (design.Participants, design.Events.AsSpan().Count(true));
        (NullLogLikelihood, LogLikelihood) = (nullLogLikelihood, maximum.Likelihood.LogLikelihood);

        modelCovariance = new double[design.Columns * design.Columns];
        Cholesky.Invert(maximum.Factor, design.Columns, modelCovariance);
        covariance = modelCovariance;
        if (Robust)
        {
            var (_, spreadAtEstimate) = new CoxResiduals(design, Increments).ByCluster(options.Clusters);
            covariance = Sandwich(modelCovariance, spreadAtEstimate, design.Columns);
            var atZero = new CoxIncrements(design.RiskSets, new double[design.Columns], options.Ties);
            var (sum, spread) = new CoxResiduals(design, atZero).ByCluster(options.Clusters);
            RobustScore = Test(CoxTest.Quadratic(spread, sum));
        }

        var z = Distributions.ConfidenceLevel.NormalQuantile(options.ConfidenceLevel);
        Coefficients = [.. design.Names.Select((name, column) => CoxCoefficient.Of(
            name, standardised[column] / design.Scales[column], Math.Sqrt(Covariance(column, column)), z))];
        LikelihoodRatio = Test(2 * (LogLikelihood - nullLogLikelihood));
        Wald = Test(CoxTest.Quadratic(covariance, standardised));
        Score = Test(score);
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

    /// <summary>
    /// In standard errors, before the last step: at most 1e-9, or 1e-10 × √event times, or what rounding leaves.
    /// </summary>
    public double NewtonDecrement { get; }

    /// <summary>−2 log likelihood + 2 per column.</summary>
    public double Akaike => -2 * LogLikelihood + 2 * cohort.Columns;

    /// <summary>−2 log likelihood + log(events) per column (Volinsky &amp; Raftery 2000). R: <c>BIC(coxph)</c>.</summary>
    public double Bayesian => -2 * LogLikelihood + Math.Log(Events) * cohort.Columns;

    /// <summary>How well the linear predictor orders the times.</summary>
    public Concordance Concordance => concordance ??= Concordance.Of(
        followUps, cohort.LinearPredictors(standardised), options.CaseWeights, options.Strata, options.Clusters);

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Cox regression{(options.Strata is null ? "" : ", stratified")}, {options.Ties} ties, ")
        + string.Create(CultureInfo.InvariantCulture, $"{100 * options.ConfidenceLevel:0.##} % Wald interval")
        + $"{(Robust ? ", robust variance" : "")}; "
        + $"R: coxph(..., ties = \"{options.Ties.ToString().ToLowerInvariant()}\")";

    /// <summary>Covariance of two coefficients, by their places, from the observed information whether robust or not.</summary>
    public double ModelCovariance(int column, int otherColumn) =>
        modelCovariance[column * cohort.Columns + otherColumn] / cohort.Scales[column] / cohort.Scales[otherColumn];

    /// <summary>Covariance of two coefficients, by their places; robust where that was asked for.</summary>
    public double Covariance(int column, int otherColumn) =>
        covariance[column * cohort.Columns + otherColumn] / cohort.Scales[column] / cohort.Scales[otherColumn];

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
        ICoxLikelihood likelihood = options.Ties == CoxTies.Exact
            ? new CoxExactLikelihood(design.RiskSets)
            : new CoxLikelihood(design.RiskSets, options.Ties);
        var maximum = new CoxMaximum(likelihood);
        if (!likelihood.Evaluate(maximum.Coefficients))
            throw CoxEstimability.Refuse(design.Names, maximum, NotEstimableCause.NotConverged);
        var nullLogLikelihood = likelihood.LogLikelihood;
        var score = CoxTest.Quadratic(likelihood.Information, likelihood.Score);
        return maximum.Climb(evaluated: true) is { } cause
            ? throw CoxEstimability.Refuse(design.Names, maximum, cause)
            : new CoxRegression(followUps, design, maximum, nullLogLikelihood, score);
    }

    internal static void RequireUsable(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        var rows = FollowUp.Span(followUps);
        FollowUp.RequireUsable(rows, nameof(followUps));
        if (covariates.Count == 0)
            throw new ArgumentException("Found no columns. Expected at least one.", nameof(covariates));
        foreach (var covariate in covariates)
            covariate.RequireUsable(followUps.Count, nameof(covariates));
        options.RequireUsable(followUps.Count, nameof(options));
        for (var row = 0; row < followUps.Count; row++)
            if (rows[row].EventObserved && options.CaseWeights?[row] is not 0)
                return;
        throw CoxEstimability.NoEvents(followUps.Count);
    }

    CoxIncrements Increments => increments ??= new CoxIncrements(cohort.RiskSets, standardised, options.Ties);

    CoxTest Test(double chiSquare) => CoxTest.Of(chiSquare, cohort.Columns);

    static double[] Sandwich(double[] bread, double[] filling, int order)
    {
        return Product(Product(bread, filling), bread);

        double[] Product(double[] left, double[] right)
        {
            var product = new double[order * order];
            for (var row = 0; row < order; row++)
                for (var inner = 0; inner < order; inner++)
                    for (var column = 0; column < order; column++)
                        product[row * order + column] += left[row * order + inner] * right[inner * order + column];
            return product;
        }
    }
}
