using System.Collections.Immutable;
using Medulla.Statistics.Regression;
using Medulla.Statistics.Resampling;

namespace Medulla.Statistics.Prediction;

/// <summary>The logistic model of one resample, looked at in the resample and in the cohort.</summary>
/// <param name="InResample">C where it was fitted.</param>
/// <param name="InCohort">C in the cohort.</param>
/// <param name="BrierInResample">Where it was fitted.</param>
/// <param name="BrierInCohort">In the cohort.</param>
/// <param name="CalibrationIntercept">Of a logistic model of the cohort with the linear predictor as column.</param>
/// <param name="CalibrationSlope">Of that model.</param>
public readonly record struct LogisticOptimismReplicate(
    double InResample, double InCohort, double BrierInResample, double BrierInCohort, double CalibrationIntercept,
    double CalibrationSlope);

/// <summary>How much better a logistic model looks in its own data than it will elsewhere.</summary>
/// <remarks>
/// As <see cref="CoxOptimism"/>, for a yes-or-no outcome. R: <c>rms::validate(lrm(..., x = TRUE, y = TRUE), B = )</c>.
/// Sources: Harrell, Lee &amp; Mark 1996.
/// </remarks>
public sealed class LogisticOptimism
{
    LogisticOptimism(
        double apparentC, double apparentBrier, ImmutableArray<LogisticOptimismReplicate> replicates, int notEstimable) =>
        (ApparentC, ApparentBrier, Replicates, NotEstimable) = (apparentC, apparentBrier, replicates, notEstimable);

    /// <summary>Of the model of the whole cohort in that cohort.</summary>
    public double ApparentC { get; }

    public double ApparentBrier { get; }

    public double CorrectedC => ApparentC - Replicates.Average(replicate => replicate.InResample - replicate.InCohort);

    public double CorrectedBrier =>
        ApparentBrier - Replicates.Average(replicate => replicate.BrierInResample - replicate.BrierInCohort);

    public double CalibrationIntercept => Replicates.Average(replicate => replicate.CalibrationIntercept);

    public double CalibrationSlope => Replicates.Average(replicate => replicate.CalibrationSlope);

    /// <summary>In the order of the resamples, those left out that no model could be fitted to.</summary>
    public ImmutableArray<LogisticOptimismReplicate> Replicates { get; }

    /// <summary>Resamples without a model: one outcome only, separation, a column without variation.</summary>
    public int NotEstimable { get; }

    /// <summary>The conventions in words.</summary>
    public const string Convention =
        "Optimism bootstrap of C, Brier score and logistic recalibration; R: rms::validate(lrm(..., x = TRUE, y = TRUE))";

    /// <param name="outcomes">True for a case.</param>
    /// <param name="covariates">In the order of the participants.</param>
    /// <param name="indices">Resamples, drawn or given; as long as the cohort.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    /// <exception cref="NotEstimableException">The model of the cohort does not exist, or that of no resample.</exception>
    public static LogisticOptimism Run(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, BootstrapIndices indices)
    {
        if (indices.Participants != outcomes.Count)
            throw new ArgumentException(
                $"Found resamples of {indices.Participants} participants. Expected {outcomes.Count}, as the cohort.",
                    nameof(indices));
        var apparent = LogisticRegression.Fit(outcomes, covariates);
        var workspace = new LogisticOptimismWorkspace(outcomes, covariates);
        var replicates = ImmutableArray.CreateBuilder<LogisticOptimismReplicate>(indices.Replicates);
        for (var replicate = 0; replicate < indices.Replicates; replicate++)
            if (workspace.Run(indices, replicate) is { } found)
                replicates.Add(found);
        return replicates.Count > 0
            ? new LogisticOptimism(
                apparent.Discrimination.C!.Value, apparent.Brier, replicates.ToImmutable(),
                    indices.Replicates - replicates.Count)
            : throw new NotEstimableException(
                NotEstimableCause.NotConverged, [.. covariates.Select(covariate => covariate.Name)],
                $"Found no model in {indices.Replicates} resamples. Expected models in most: leave columns out.");
    }
}
