using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>One column at a time against the same follow-up: thousands of markers, times ordered once.</summary>
/// <remarks>
/// R: <c>for (j in ...) coxph(Surv(time, event) ~ x[, j])</c>. Adjust the probabilities for their number.
/// Sources: Cox 1972.
/// </remarks>
public sealed class CoxScan
{
    CoxScan(ImmutableArray<CoxScanResult> columns, CoxOptions options)
    {
        Columns = columns;
        Convention = string.Create(CultureInfo.InvariantCulture,
            $"Univariate Cox regressions, {options.Ties} ties; ")
            + $"R: coxph(..., ties = \"{options.Ties.ToString().ToLowerInvariant()}\")";
    }

    /// <summary>One per column, in their order.</summary>
    public ImmutableArray<CoxScanResult> Columns { get; }

    /// <summary>The convention in words.</summary>
    public string Convention { get; }

    /// <param name="followUps">One per participant.</param>
    /// <param name="columns">At least one, in the order of the participants.</param>
    /// <param name="options">Strata, weights and offset are the same for all. No exact ties, no robust variance.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, negative or not finite.</exception>
    /// <exception cref="NotEstimableException">Nobody has the event.</exception>
    public static CoxScan Run(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> columns, CoxOptions? options = null)
    {
        options ??= new CoxOptions();
        CoxRegression.RequireUsable(followUps, columns, options);
        if (options.Ties == CoxTies.Exact || options.RobustVariance || options.Clusters is not null)
            throw new ArgumentException(
                "Found exact ties or robust variance. Expected Efron's or Breslow's ties and the model's variance.",
                nameof(options));

        var riskSets = new CoxDesign(followUps, [columns[0]], options).RiskSets;
        var likelihood = new CoxLikelihood(riskSets, options.Ties);
        var maximum = new CoxMaximum(likelihood);
        var results = ImmutableArray.CreateBuilder<CoxScanResult>(columns.Count);
        foreach (var column in columns)
            results.Add(One(column, riskSets, likelihood, maximum));
        return new CoxScan(results.MoveToImmutable(), options);
    }

    static CoxScanResult One(Covariate column, CoxRiskSets riskSets, CoxLikelihood likelihood, CoxMaximum maximum)
    {
        var (_, scale) = CoxDesign.Standardise(riskSets, 0, CoxDesign.Numbers(column.Values));
        riskSets.SumEvents();
        maximum.Coefficients[0] = 0;
        _ = likelihood.Evaluate(maximum.Coefficients);
        var nullLogLikelihood = likelihood.LogLikelihood;
        var score = likelihood.Score[0] * likelihood.Score[0] / likelihood.Information[0];
        if (maximum.Climb(evaluated: true) is { } cause)
            return new CoxScanResult(column.Name, null, null, null, null, null, null, cause);

        var estimate = maximum.Coefficients[0] / scale;
        var standardError = 1 / maximum.Factor[0] / scale;
        var z = estimate / standardError;
        return new CoxScanResult(column.Name, estimate, standardError, z, StandardNormal.TwoSided(z),
            2 * (likelihood.LogLikelihood - nullLogLikelihood), score, null);
    }
}

/// <summary>One column of a <see cref="CoxScan"/>. All numbers are null where the coefficient does not exist.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log hazard ratio per unit.</param>
/// <param name="StandardError">From the observed information.</param>
/// <param name="Z">Wald statistic.</param>
/// <param name="Probability">Two-sided, of <paramref name="Z"/>.</param>
/// <param name="LikelihoodRatio">Chi-square with 1 degree of freedom.</param>
/// <param name="Score">Chi-square with 1 degree of freedom.</param>
/// <param name="Cause">Why it does not exist; null when it does.</param>
public sealed record CoxScanResult(
    string Name, double? Estimate, double? StandardError, double? Z, double? Probability, double? LikelihoodRatio,
    double? Score, NotEstimableCause? Cause);
