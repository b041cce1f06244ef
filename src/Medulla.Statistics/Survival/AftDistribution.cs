using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>How survival times spread about their expected logarithm. Names are those of R's <c>survreg(dist = )</c>.</summary>
public enum AftDistribution
{
    /// <summary>Constant hazard: the scale is 1.</summary>
    Exponential,

    /// <summary>Hazard rising or falling for good; also a proportional hazards model.</summary>
    Weibull,

    /// <summary>Hazard first rising, then falling; normal errors of the logarithm.</summary>
    LogNormal,

    /// <summary>The like with heavier tails; also a proportional odds model.</summary>
    LogLogistic,
}

static class AftDistributions
{
    public static ErrorDistribution Error(this AftDistribution distribution) => distribution switch
    {
        AftDistribution.Exponential or AftDistribution.Weibull => ErrorDistribution.ExtremeValue,
        AftDistribution.LogNormal => ErrorDistribution.Normal,
        AftDistribution.LogLogistic => ErrorDistribution.Logistic,
        _ => throw new ArgumentOutOfRangeException(
            nameof(distribution), distribution, "Expected one of the four distributions."),
    };
}
