using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Logistic regression by Firth's penalised likelihood: finite where columns separate cases from controls.</summary>
/// <remarks>
/// Maximises log-likelihood + ½ log |information|, which removes the first-order bias of the estimates; intervals and
/// p-values are those of the profile penalised likelihood, because Wald's are poor just where this fit is needed.
/// The fitted probabilities are drawn towards one half: their mean is not the share of cases.
/// R: <c>logistf::logistf(pl = TRUE)</c>; the estimates also <c>brglm2::brglmFit(type = "AS_mean")</c>.
/// Sources: Firth 1993; Heinze &amp; Schemper 2002; Venzon &amp; Moolgavkar 1988.
/// </remarks>
public sealed class FirthLogistic
{
    readonly int columns;
    readonly double confidenceLevel;
    readonly Func<int, double, double> profile;
    readonly double[] covariance;
    readonly double[] augmentedCovariance;

    FirthLogistic(
        RegressionDesign design, FirthKernel kernel, IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates,
        LogisticOptions options)
    {
        columns = design.Columns;
        confidenceLevel = options.ConfidenceLevel;
        Participants = outcomes.Count;
        Cases = outcomes.Count(outcome => outcome);
        LogLikelihood = kernel.LogLikelihood + design.LogScale;
        Deviance = -2 * kernel.PlainLogLikelihood;
        NewtonDecrement = kernel.NewtonDecrement;
        Fitted = [.. kernel.Fitted];
        Leverages = [.. kernel.Leverages];
        var inverse = new double[columns * columns];
        Cholesky.Invert(kernel.Factor, columns, inverse);
        covariance = design.Covariance(inverse, columns);
        augmentedCovariance = design.Covariance(Augmented(design, kernel), columns);

        var estimate = kernel.Coefficients.ToArray();
        var estimates = design.Coefficients(estimate);
        Coefficients = [.. Enumerable.Range(0, columns).Select(column => FirthProfile.Coefficient(
            outcomes, covariates, options, design.Names[column], column, estimates, LogLikelihood,
            Math.Sqrt(Covariance(column, column))))];

        profile = (column, value) => FirthProfile
            .Of(outcomes, covariates, options, design.Names[column], column, estimates)(value).LogLikelihood;

        Array.Clear(kernel.Coefficients);
        if (kernel.TryFit(column => column == 0))
            NullLogLikelihood = kernel.LogLikelihood + design.LogScale;
        LikelihoodRatio = ChiSquareStatistic.Of(Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood)), columns - 1);
    }

    public int Participants { get; }

    public int Cases { get; }

    /// <summary>The intercept, then the columns in their order.</summary>
    public ImmutableArray<FirthCoefficient> Coefficients { get; }

    /// <summary>Penalised.</summary>
    public double LogLikelihood { get; }

    /// <summary>Penalised, all coefficients but the intercept at 0 and the penalty still that of all of them.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>That all columns together add nothing.</summary>
    public ChiSquareStatistic LikelihoodRatio { get; }

    /// <summary>−2 log-likelihood without the penalty.</summary>
    public double Deviance { get; }

    /// <summary>Probability of being a case, one per participant.</summary>
    public ImmutableArray<double> Fitted { get; }

    /// <summary>Diagonal of the hat matrix, one per participant.</summary>
    public ImmutableArray<double> Leverages { get; }

    /// <summary>Distance of the estimate from the maximum in standard errors.</summary>
    public double NewtonDecrement { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Firth logistic regression, {100 * confidenceLevel:0.##} % profile penalised-likelihood intervals and tests; "
            + $"R: logistf(..., pl = TRUE)");

    /// <summary>Covariance of two coefficients, by their places; the intercept has place 0. R: <c>vcov(brglmFit)</c>.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * columns + otherColumn];

    /// <summary>The same with the penalty's pseudo-observations counted in. R: <c>logistf()$var</c> from 1.24 on.</summary>
    public double AugmentedCovariance(int column, int otherColumn) => augmentedCovariance[column * columns + otherColumn];

    /// <summary>Penalised log-likelihood with one coefficient at a value and the others at their best: the curve whose fall by
    /// half a chi-square quantile is the interval's end.</summary>
    /// <param name="column">Place of the coefficient; the intercept has place 0.</param>
    /// <param name="value">Log odds ratio.</param>
    public double ProfileLogLikelihood(int column, double value) => profile(column, value);

    /// <param name="outcomes">True for a case.</param>
    /// <param name="covariates">In the order of the participants.</param>
    /// <param name="options">95 % intervals and no offset unless said otherwise.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">One outcome only, or a constant or collinear column.</exception>
    public static FirthLogistic Fit(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, LogisticOptions? options = null)
    {
        options ??= new LogisticOptions();
        options.RequireUsable(outcomes, covariates);
        var design = new RegressionDesign(outcomes.Count, covariates);
        RegressionEstimability.Require(design);
        var kernel = FirthProfile.Kernel(design, outcomes, options);
        return kernel.TryFit(_ => true)
            ? new FirthLogistic(design, kernel, outcomes, covariates, options)
            : throw new NotEstimableException(NotEstimableCause.NotConverged, [.. design.Names],
                "Found no maximum of the penalised likelihood. Expected fewer columns or more participants: "
                    + "leave columns out.");
    }

    static double[] Augmented(RegressionDesign design, FirthKernel kernel)
    {
        var order = design.Columns;
        var information = design.Products(row => kernel.Fitted[row] * (1 - kernel.Fitted[row]) * (1 + kernel.Leverages[row]));
        Cholesky.TryFactor(information, order);
        var inverse = new double[order * order];
        Cholesky.Invert(information, order, inverse);
        return inverse;
    }
}
