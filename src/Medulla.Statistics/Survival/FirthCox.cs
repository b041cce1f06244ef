using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Cox regression by Firth's penalised likelihood: finite where the hazard ratio would be infinite or zero.</summary>
/// <remarks>
/// Maximises log partial likelihood + ½ log |information|; intervals and tests are those of the profile penalised
/// likelihood. R: <c>coxphf::coxphf(pl = TRUE)</c>, whose ties are Breslow's.
/// Sources: Firth 1993; Heinze &amp; Schemper 2001.
/// </remarks>
public sealed class FirthCox
{
    readonly int columns;
    readonly double confidenceLevel;
    readonly CoxTies ties;
    readonly double[] covariance;

    FirthCox(FirthCoxSearch search, CoxOptions options)
    {
        columns = search.Columns;
        (confidenceLevel, ties) = (options.ConfidenceLevel, options.Ties);
        var estimate = (double[])search.Coefficients.Clone();
        (LogLikelihood, NewtonDecrement) = (search.LogLikelihood, search.NewtonDecrement);
        covariance = search.Covariance();

        Coefficients = [.. Enumerable.Range(0, columns).Select(held =>
        {
            var scale = search.Scales[held];
            var standardError = Math.Sqrt(Covariance(held, held));
            var interval = ProfileRoot.Limits(
                Profile, estimate[held] / scale, standardError, LogLikelihood, options.ConfidenceLevel);
            var ratio = Math.Max(0, 2 * (LogLikelihood - Profile(0).LogLikelihood));
            return new FirthCoefficient(
                search.Names[held], estimate[held] / scale, standardError, interval, ChiSquareStatistic.Of(ratio, 1));

            (double LogLikelihood, double Slope) Profile(double value)
            {
                estimate.CopyTo(search.Coefficients, 0);
                search.Coefficients[held] = value * scale;
                search.Climb(column => column != held);
                return (search.LogLikelihood, search.Score[held] * scale);
            }
        })];

        Array.Clear(search.Coefficients);
        search.Climb(_ => false);
        NullLogLikelihood = search.LogLikelihood;
        LikelihoodRatio = ChiSquareStatistic.Of(Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood)), columns);
    }

    /// <summary>In the order of the columns.</summary>
    public ImmutableArray<FirthCoefficient> Coefficients { get; }

    /// <summary>Penalised, all coefficients at 0.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Penalised, with the information per standard deviation of the columns (divisor n − 1); another unit would add
    /// the same to all models of these columns.</summary>
    public double LogLikelihood { get; }

    /// <summary>That all columns together add nothing.</summary>
    public ChiSquareStatistic LikelihoodRatio { get; }

    /// <summary>Distance of the estimate from the maximum in standard errors.</summary>
    public double NewtonDecrement { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Firth Cox regression, {ties} ties, {100 * confidenceLevel:0.##} % profile penalised-likelihood intervals and tests; "
            + $"R: coxphf(..., firth = TRUE, pl = TRUE)");

    /// <summary>Covariance of two coefficients, by their places, from the information without the penalty.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * columns + otherColumn];

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column.</param>
    /// <param name="options">Breslow ties, as R's coxphf, unless said otherwise; no robust variance.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">No events, or a constant or collinear column.</exception>
    public static FirthCox Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions? options = null)
    {
        options ??= new CoxOptions { Ties = CoxTies.Breslow };
        var search = new FirthCoxSearch(followUps, covariates, options);
        search.Climb(_ => true);
        return new FirthCox(search, options);
    }
}
