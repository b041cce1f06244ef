namespace Medulla.Statistics.DoseResponse;

/// <summary>One observation that a curve is fitted to.</summary>
/// <param name="Dose">0 or more, in the caller's unit.</param>
/// <param name="Response">Any finite number.</param>
public readonly record struct DoseResponsePoint(double Dose, double Response);

/// <summary>How far a point counts: |response|<sup>−<paramref name="Power"/></sup>, from the observed response.</summary>
/// <remarks>
/// The weights multiply the squared residuals (as <c>nls(weights = )</c> in R). They say that the variance of a response
/// grows as its <paramref name="Power"/>-th power, which predictions use as well.
/// </remarks>
public readonly record struct ResponseWeighting(double Power)
{
    public static ResponseWeighting None => new(0);

    /// <summary>1/y.</summary>
    public static ResponseWeighting Inverse => new(1);

    /// <summary>1/y².</summary>
    public static ResponseWeighting InverseSquared => new(2);

    public double WeightOf(double response) => Power == 0 ? 1 : Math.Pow(Math.Abs(response), -Power);

    /// <summary>Variance at this response, relative to a response of 1.</summary>
    public double RelativeVarianceAt(double response) => Power == 0 ? 1 : Math.Pow(Math.Abs(response), Power);
}

/// <summary>An interval of doses.</summary>
/// <param name="Lower">Null when open: no dose is too low.</param>
/// <param name="Upper">Null when open: no dose is too high.</param>
public readonly record struct DoseInterval(double? Lower, double? Upper);

/// <summary>Where a response lies between a curve's asymptotes.</summary>
public enum ResponsePlace
{
    BetweenAsymptotes,

    /// <summary>At the lower asymptote or below it: no dose has this response.</summary>
    BelowLowerAsymptote,

    /// <summary>At the upper asymptote or above it: no dose has this response.</summary>
    AboveUpperAsymptote,
}
