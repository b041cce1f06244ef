using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>What the optimism bootstrap of a Cox model needs for each resample, allocated once.</summary>
sealed class CoxOptimismWorkspace
{
    readonly CoxRefit refit;
    readonly ConcordanceKernel concordance;
    readonly CoxMaximum slope;
    readonly double[][] columns;
    readonly double[] predictors;
    readonly int[] places;
    readonly int[] counts;

    public CoxOptimismWorkspace(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        refit = new CoxRefit(new CoxDesign(followUps, covariates, options));
        concordance = new ConcordanceKernel(followUps);
        columns = [.. covariates.Select(covariate => covariate.Values.ToArray())];
        (places, counts) = (new int[followUps.Count], new int[followUps.Count]);
        predictors = new double[followUps.Count];

        // A model of one column, whose values are replaced by the linear predictor of each resample's model.
        slope = new CoxMaximum(new CoxLikelihood(new CoxDesign(followUps, [covariates[0]], options).RiskSets, options.Ties));
    }

    /// <summary>C in the cohort of a model with these coefficients.</summary>
    public double InCohort(ReadOnlySpan<double> coefficients)
    {
        Predict(coefficients);
        Array.Fill(counts, 1);
        return concordance.Of(predictors, counts).InCohort ?? 0.5;
    }

    /// <returns>Null where the resample has no model, or one without spread.</returns>
    public OptimismReplicate? Run(BootstrapIndices indices, int replicate, Span<double> coefficients)
    {
        indices.Fill(replicate, places);
        if (refit.Fit(places, coefficients) is not null)
            return null;
        Predict(coefficients);
        Array.Clear(counts);
        foreach (var place in places)
            counts[place]++;
        var (inResample, inCohort) = concordance.Of(predictors, counts);
        return inResample is { } first && inCohort is { } second && Slope() is { } third
            ? new OptimismReplicate(first, second, third)
            : null;
    }

    void Predict(ReadOnlySpan<double> coefficients)
    {
        Array.Clear(predictors);
        for (var column = 0; column < columns.Length; column++)
        {
            var (coefficient, values) = (coefficients[column], columns[column]);
            for (var row = 0; row < predictors.Length; row++)
                predictors[row] += coefficient * values[row];
        }
    }

    double? Slope()
    {
        var riskSets = slope.Likelihood.RiskSets;
        var (_, scale) = CoxDesign.Standardise(riskSets, 0, predictors);
        riskSets.SumEvents();
        slope.Coefficients[0] = scale;
        if (slope.Climb() is null)
            return slope.Coefficients[0] / scale;
        slope.Coefficients[0] = 0;
        return slope.Climb() is null ? slope.Coefficients[0] / scale : null;
    }
}
