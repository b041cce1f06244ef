namespace Medulla.Statistics.Simulation;

/// <summary>How a marker is distributed among simulated participants.</summary>
public abstract record MarkerDistribution
{
    MarkerDistribution()
    {
    }

    /// <summary>Normal. Effects are per unit, counted from the mean.</summary>
    /// <param name="Mean">In the marker's unit.</param>
    /// <param name="StandardDeviation">Above 0.</param>
    public sealed record Normal(double Mean, double StandardDeviation) : MarkerDistribution;

    /// <summary>Normal after the natural logarithm. Effects are per unit of the logarithm, counted from its mean.</summary>
    /// <param name="MeanOfLogarithm">Logarithm of the median.</param>
    /// <param name="StandardDeviationOfLogarithm">Above 0.</param>
    /// <param name="DetectionLimit">
    /// Lower values are reported as the limit over √2; the hazard follows the true value. Null without a limit.
    /// </param>
    public sealed record LogNormal(
        double MeanOfLogarithm, double StandardDeviationOfLogarithm, double? DetectionLimit = null) : MarkerDistribution;
}

/// <summary>Another column of a simulated cohort, with its effect on the hazard.</summary>
/// <param name="Name">As the report shows it.</param>
/// <param name="LogHazardRatio">Per unit.</param>
public abstract record SimulatedCovariate(string Name, double LogHazardRatio)
{
    /// <summary>Normal; the baseline hazard is that of its mean.</summary>
    /// <param name="Name">As the report shows it.</param>
    /// <param name="LogHazardRatio">Per unit.</param>
    /// <param name="Mean">In its unit.</param>
    /// <param name="StandardDeviation">Above 0.</param>
    public sealed record Normal(string Name, double LogHazardRatio, double Mean, double StandardDeviation)
        : SimulatedCovariate(Name, LogHazardRatio);

    /// <summary>0 or 1 at random; the baseline hazard is that of 0.</summary>
    /// <param name="Name">As the report shows it.</param>
    /// <param name="LogHazardRatio">Of 1 against 0.</param>
    /// <param name="Share">Of ones, between 0 and 1.</param>
    public sealed record Binary(string Name, double LogHazardRatio, double Share) : SimulatedCovariate(Name, LogHazardRatio);

    /// <summary>0 and 1 in turn: two arms of equal size; the baseline hazard is that of 0.</summary>
    /// <param name="Name">As the report shows it.</param>
    /// <param name="LogHazardRatio">Of 1 against 0.</param>
    public sealed record Arms(string Name, double LogHazardRatio) : SimulatedCovariate(Name, LogHazardRatio);
}

/// <summary>Hazard of a simulated participant with the middle marker and no other effect.</summary>
/// <param name="Scale">Time by which the cumulative hazard is 1; above 0.</param>
/// <param name="Shape">1 for a constant hazard, above 1 for a rising one.</param>
public readonly record struct BaselineHazard(double Scale, double Shape)
{
    /// <summary>Constant: events per unit of time, above 0.</summary>
    public static BaselineHazard Exponential(double rate) => new(1 / rate, 1);

    /// <summary>Constant, with this median.</summary>
    public static BaselineHazard ExponentialWithMedian(double median) => new(median / Math.Log(2), 1);

    /// <summary>Cumulative hazard (t / scale)^shape. R: <c>rweibull(n, shape, scale)</c>.</summary>
    public static BaselineHazard Weibull(double shape, double scale) => new(scale, shape);
}
