using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;
using Medulla.Statistics.Survival;

namespace Medulla.Statistics.Prediction;

/// <summary>The model of one resample, looked at in the resample and in the cohort.</summary>
/// <param name="InResample">C of the model where it was fitted.</param>
/// <param name="InCohort">C of the same model in the cohort.</param>
/// <param name="Slope">
/// Coefficient of its linear predictor in a Cox model of the cohort: how far predictions are spread too much.
/// </param>
public readonly record struct OptimismReplicate(double InResample, double InCohort, double Slope);

/// <summary>How much better a Cox model looks in its own data than it will elsewhere.</summary>
/// <remarks>
/// Each resample is fitted anew; the mean drop of C from resample to cohort is subtracted from the apparent C. Whatever chose
/// the columns (screening, cut points) must be repeated in each resample, or the optimism is understated: then pass it as
/// another cohort. Efron or Breslow ties, one cohort without weights or entry times. R: <c>rms::validate(cph(..., x = TRUE, y
/// = TRUE), B = )</c>, where Dxy = 2 C − 1. Sources: Harrell, Lee &amp; Mark 1996; intervals, Noma et al. 2021.
/// </remarks>
public sealed class CoxOptimism
{
    readonly double[] coefficients;

    CoxOptimism(
        ImmutableArray<string> columns, double apparent, ImmutableArray<OptimismReplicate> replicates, double[] coefficients,
        int notEstimable)
    {
        (Columns, ApparentC, Replicates, this.coefficients) = (columns, apparent, replicates, coefficients);
        NotEstimable = notEstimable;
        Optimism = replicates.Average(replicate => replicate.InResample - replicate.InCohort);
        CorrectedSlope = replicates.Average(replicate => replicate.Slope);
    }

    /// <summary>Names, in the order of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Of the model of the whole cohort in that cohort.</summary>
    public double ApparentC { get; }

    /// <summary>Mean of resample minus cohort.</summary>
    public double Optimism { get; }

    public double CorrectedC => ApparentC - Optimism;

    /// <summary>Below 1: predictions elsewhere should be drawn together by this factor.</summary>
    public double CorrectedSlope { get; }

    /// <summary>In the order of the resamples, those left out that no model could be fitted to.</summary>
    public ImmutableArray<OptimismReplicate> Replicates { get; }

    /// <summary>Resamples without a model (no event, separation, a column without variation).</summary>
    public int NotEstimable { get; }

    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Optimism bootstrap of Harrell's C and of the calibration slope; R: rms::validate(cph(..., x = TRUE, y = TRUE))";

    /// <summary>Log hazard ratio of a column in a replicate.</summary>
    /// <param name="replicate">Place in <see cref="Replicates"/>.</param>
    /// <param name="column">Place of the column.</param>
    public double Coefficient(int replicate, int column) => coefficients[replicate * Columns.Length + column];

    /// <summary>
    /// Interval of the corrected C: the bootstrap's percentiles of the apparent C, moved down by the optimism.
    /// </summary>
    /// <remarks>Too narrow where the optimism itself varies much; <see cref="TwoStage"/> is not, and takes longer.</remarks>
    public Interval LocationShifted(double confidenceLevel = ConfidenceLevel.Usual)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        double[] apparent = [.. Replicates.Select(replicate => replicate.InResample)];
        return new Interval(Quantiles.Of(apparent, tail) - Optimism, Quantiles.Of(apparent, 1 - tail) - Optimism);
    }

    /// <summary>Interval of the corrected C from corrected C of resamples, each with resamples of its own.</summary>
    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one.</param>
    /// <param name="outer">Resamples of the cohort; 1,000 or more.</param>
    /// <param name="innerReplicates">Resamples of each; 200 or more.</param>
    /// <param name="seed">Of the inner resamples.</param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <param name="ties">Efron's or Breslow's.</param>
    /// <exception cref="NotEstimableException">In fewer than two resamples there is a corrected C.</exception>
    public static Interval TwoStage(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, BootstrapIndices outer, int innerReplicates,
        ulong seed, double confidenceLevel = ConfidenceLevel.Usual, CoxTies ties = CoxTies.Efron)
    {
        var tail = (1 - ConfidenceLevel.Require(confidenceLevel)) / 2;
        var corrected = new List<double>();
        var places = new int[followUps.Count];
        for (var replicate = 0; replicate < outer.Replicates; replicate++)
        {
            outer.Fill(replicate, places);
            try
            {
                corrected.Add(Run(
                    [.. places.Select(place => followUps[place])],
                    [.. covariates.Select(column =>
                        new Covariate(column.Name, [.. places.Select(place => column.Values[place])]))],
                    BootstrapIndices.Drawn(places.Length, innerReplicates, seed + (ulong)replicate), ties).CorrectedC);
            }
            catch (NotEstimableException)
            {
                // A resample without a model says nothing; the others do.
            }
        }

        return corrected.Count > 1
            ? new Interval(Quantiles.Of(corrected, tail), Quantiles.Of(corrected, 1 - tail))
            : throw NoModel(covariates, outer.Replicates);
    }

    /// <param name="followUps">One per participant, observed from time 0.</param>
    /// <param name="covariates">At least one column, in the order of the participants.</param>
    /// <param name="indices">Resamples, drawn or given; as long as the cohort.</param>
    /// <param name="ties">Efron's or Breslow's.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or there are entry times.</exception>
    /// <exception cref="NotEstimableException">The model of the cohort does not exist, or that of no resample.</exception>
    public static CoxOptimism Run(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, BootstrapIndices indices,
        CoxTies ties = CoxTies.Efron)
    {
        PredictionInput.Require(followUps, new double[followUps.Count], nameof(followUps));
        if (indices.Participants != followUps.Count)
            throw new ArgumentException(
                $"Found resamples of {indices.Participants} participants. Expected {followUps.Count}, as the cohort.",
                    nameof(indices));
        if (ties is not (CoxTies.Efron or CoxTies.Breslow))
            throw new ArgumentException($"Found {ties} ties. Expected Efron's or Breslow's.", nameof(ties));

        var options = new CoxOptions { Ties = ties };
        var apparent = CoxRegression.Fit(followUps, covariates, options);
        var workspace = new CoxOptimismWorkspace(followUps, covariates, options);
        var replicates = ImmutableArray.CreateBuilder<OptimismReplicate>(indices.Replicates);
        var estimates = new double[indices.Replicates * covariates.Count];
        for (var replicate = 0; replicate < indices.Replicates; replicate++)
            if (workspace.Run(indices, replicate, estimates.AsSpan(replicates.Count * covariates.Count, covariates.Count))
                is { } found)
                replicates.Add(found);
        return replicates.Count > 0
            ? new CoxOptimism(
                [.. covariates.Select(covariate => covariate.Name)],
                workspace.InCohort([.. apparent.Coefficients.Select(coefficient => coefficient.Estimate)]),
                    replicates.ToImmutable(),
                estimates, indices.Replicates - replicates.Count)
            : throw NoModel(covariates, indices.Replicates);
    }

    static NotEstimableException NoModel(IReadOnlyList<Covariate> covariates, int replicates) => new(
        NotEstimableCause.NotConverged, [.. covariates.Select(covariate => covariate.Name)],
        $"Found no model in {replicates} resamples. Expected models in most: leave columns out.");
}
