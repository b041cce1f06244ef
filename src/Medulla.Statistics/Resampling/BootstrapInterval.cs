using System.Collections.Immutable;
using Medulla.Statistics.Description;
using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Resampling;

/// <summary>Confidence intervals of an estimate from its bootstrap replicates.</summary>
/// <remarks>
/// R: <c>boot::boot.ci</c> interpolates quantiles on the normal scale; here they are of the type stated, 7 unless said
/// otherwise. Sources: Efron 1979; bias-corrected and accelerated: Efron 1987; all of them, Davison &amp; Hinkley 1997.
/// </remarks>
public sealed class BootstrapInterval
{
    readonly double[] replicates;
    readonly double z;
    readonly double level;

    /// <param name="estimate">Of the whole cohort.</param>
    /// <param name="replicates">At least two, finite.</param>
    /// <param name="confidenceLevel">Between 0 and 1.</param>
    /// <param name="quantileType">How quantiles of the replicates are read.</param>
    /// <exception cref="ArgumentException">Fewer than two replicates, or one that is not finite.</exception>
    public BootstrapInterval(
        double estimate, IReadOnlyList<double> replicates, double confidenceLevel = ConfidenceLevel.Usual,
        QuantileType quantileType = QuantileType.Linear)
    {
        if (replicates.Count < 2)
            throw new ArgumentException($"Found {replicates.Count} replicates. Expected at least two.", nameof(replicates));
        (Estimate, level, QuantileType) = (estimate, confidenceLevel, quantileType);
        z = ConfidenceLevel.NormalQuantile(confidenceLevel);
        this.replicates = Quantiles.Sorted(replicates);
        Mean = this.replicates.Average();
        StandardError = Math.Sqrt(this.replicates.Sum(one => (one - Mean) * (one - Mean)) / (this.replicates.Length - 1));
    }

    public double Estimate { get; }

    /// <summary>Of the replicates.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the replicates.</summary>
    public double StandardError { get; }

    /// <summary>How far the replicates lie off the estimate on average.</summary>
    public double Bias => Mean - Estimate;

    public QuantileType QuantileType { get; }

    /// <summary>Estimate minus bias, ± z standard errors.</summary>
    public Interval Normal => new(Estimate - Bias - z * StandardError, Estimate - Bias + z * StandardError);

    /// <summary>Quantiles of the replicates.</summary>
    public Interval Percentile => new(Quantile((1 - level) / 2), Quantile((1 + level) / 2));

    /// <summary>Twice the estimate minus the quantiles of the other end.</summary>
    public Interval Basic => new(2 * Estimate - Percentile.Upper, 2 * Estimate - Percentile.Lower);

    /// <summary>Normal quantile of the share of replicates below the estimate; null when none or all are.</summary>
    public double? BiasCorrection
    {
        get
        {
            var below = (double)replicates.Count(one => one < Estimate) / replicates.Length;
            return below is > 0 and < 1 ? StandardNormal.Quantile(below) : null;
        }
    }

    /// <summary>Bias-corrected and accelerated interval.</summary>
    /// <param name="jackknife">The estimate without each participant in turn.</param>
    /// <returns>Null when no, or every, replicate lies below the estimate.</returns>
    public AcceleratedInterval? Accelerated(IReadOnlyList<double> jackknife)
    {
        if (BiasCorrection is not { } correction)
            return null;
        var mean = jackknife.Average();
        double squares = 0, cubes = 0;
        foreach (var one in jackknife)
        {
            squares += (mean - one) * (mean - one);
            cubes += (mean - one) * (mean - one) * (mean - one);
        }

        var acceleration = squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
        var lower = Shifted(-z);
        var upper = Shifted(z);
        return new AcceleratedInterval(
            correction, acceleration, Math.Sqrt((jackknife.Count - 1.0) / jackknife.Count * squares), lower, upper,
            new Interval(Quantile(lower), Quantile(upper)));

        double Shifted(double normal) => StandardNormal.Cumulative(
            correction + (correction + normal) / (1 - acceleration * (correction + normal)));
    }

    double Quantile(double probability) => Quantiles.Of(replicates, probability, QuantileType);
}

/// <summary>The BCa interval with what it is made of.</summary>
/// <param name="BiasCorrection">z₀.</param>
/// <param name="Acceleration">From the skewness of the jackknife.</param>
/// <param name="JackknifeStandardError">Of the estimate.</param>
/// <param name="LowerShare">Share of replicates below the lower limit.</param>
/// <param name="UpperShare">Share of replicates below the upper limit.</param>
/// <param name="Limits">The interval.</param>
public sealed record AcceleratedInterval(
    double BiasCorrection, double Acceleration, double JackknifeStandardError, double LowerShare, double UpperShare,
        Interval Limits);
