using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>An F test.</summary>
/// <param name="F">Ratio of the mean squares.</param>
/// <param name="NumeratorDegrees">Coefficients tested.</param>
/// <param name="DenominatorDegrees">Of the residuals.</param>
/// <param name="Probability">Upper tail.</param>
public sealed record FStatistic(double F, int NumeratorDegrees, int DenominatorDegrees, double Probability);

/// <summary>Linear regression by ordinary least squares, with robust standard errors beside the usual ones.</summary>
/// <remarks>
/// Solved through standardised columns and refined on the residuals, to the digits of a QR decomposition.
/// R: <c>lm(outcome ~ ...)</c>, <c>sandwich::vcovHC(type = "HC0"; "HC3")</c>. Sources: White 1980; MacKinnon &amp; White 1985.
/// </remarks>
public sealed class LinearRegression
{
    const int Refinements = 2;

    readonly int columns;
    readonly double[] covariance;
    readonly double confidenceLevel;

    LinearRegression(
        RegressionDesign design, IReadOnlyList<double> outcomes, double[] factor, double[] standardised, double[] residuals,
        double confidenceLevel)
    {
        (columns, this.confidenceLevel) = (design.Columns, confidenceLevel);
        (Participants, ResidualDegrees) = (design.Rows, design.Rows - design.Columns);
        Residuals = [.. residuals];
        Fitted = [.. outcomes.Select((outcome, row) => outcome - residuals[row])];
        var left = residuals.Sum(residual => residual * residual);
        var mean = outcomes.Average();
        var total = outcomes.Sum(outcome => (outcome - mean) * (outcome - mean));
        Sigma = Math.Sqrt(left / ResidualDegrees);
        RSquared = total > 0 ? 1 - left / total : null;
        AdjustedRSquared = total > 0 ? 1 - left / ResidualDegrees / (total / (Participants - 1)) : null;
        if (columns > 1 && left > 0)
        {
            var f = (total - left) / (columns - 1) / (left / ResidualDegrees);
            Overall = new FStatistic(
                f, columns - 1, ResidualDegrees, FisherSnedecor.UpperTail(f, columns - 1, ResidualDegrees));
        }

        var inverse = new double[columns * columns];
        Cholesky.Invert(factor, columns, inverse);
        covariance = [.. design.Covariance(inverse, columns).Select(part => part * Sigma * Sigma)];
        Leverages = [.. Enumerable.Range(0, design.Rows).Select(row => Leverage(factor, design.Row(row)))];

        var hc0 = Sandwich(design, inverse, row => residuals[row]);
        var hc3 = Leverages.Max() < 1 ? Sandwich(design, inverse, row => residuals[row] / (1 - Leverages[row])) : null;
        var quantile = StudentT.Quantile(0.5 + confidenceLevel / 2, ResidualDegrees);
        Coefficients = [.. design.Coefficients(standardised).Select((estimate, column) =>
        {
            var standardError = Math.Sqrt(Covariance(column, column));
            var t = standardError > 0 ? estimate / standardError : (double?)null;
            return new LinearCoefficient(design.Names[column], estimate, standardError,
                new Interval(estimate - quantile * standardError, estimate + quantile * standardError),
                t, t is { } value ? StudentT.TwoSided(value, ResidualDegrees) : null,
                Math.Sqrt(hc0[column * columns + column]),
                hc3 is null ? null : Math.Sqrt(hc3[column * columns + column]));
        })];
    }

    public int Participants { get; }

    /// <summary>Participants less coefficients.</summary>
    public int ResidualDegrees { get; }

    /// <summary>The intercept, then the columns in their order.</summary>
    public ImmutableArray<LinearCoefficient> Coefficients { get; }

    /// <summary>Residual standard deviation, in the outcome's unit.</summary>
    public double Sigma { get; }

    /// <summary>Share of the outcome's variance; null where the outcome is constant.</summary>
    public double? RSquared { get; }

    /// <summary>The same of the mean squares.</summary>
    public double? AdjustedRSquared { get; }

    /// <summary>That all columns together add nothing; null without columns or where the fit is perfect.</summary>
    public FStatistic? Overall { get; }

    public ImmutableArray<double> Fitted { get; }

    /// <summary>Outcome less fitted.</summary>
    public ImmutableArray<double> Residuals { get; }

    /// <summary>0 to 1: how far the fit follows each outcome.</summary>
    public ImmutableArray<double> Leverages { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Linear regression, ordinary least squares, {100 * confidenceLevel:0.##} % t interval, "
            + $"robust standard errors HC0 and HC3; R: lm(...), sandwich::vcovHC");

    /// <summary>Covariance of two coefficients, by their places; the intercept has place 0.</summary>
    public double Covariance(int column, int otherColumn) => covariance[column * columns + otherColumn];

    /// <param name="outcomes">One per participant, finite.</param>
    /// <param name="covariates">In the order of the participants; without any, the mean is fitted.</param>
    /// <param name="confidenceLevel">Of the intervals.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing or not finite.</exception>
    /// <exception cref="NotEstimableException">A constant or collinear column, or too few participants.</exception>
    public static LinearRegression Fit(
        IReadOnlyList<double> outcomes, IReadOnlyList<Covariate> covariates,
        double confidenceLevel = Distributions.ConfidenceLevel.Usual)
    {
        Distributions.ConfidenceLevel.Require(confidenceLevel);
        new Covariate("outcome", outcomes).RequireUsable(outcomes.Count, nameof(outcomes));
        foreach (var covariate in covariates)
            covariate.RequireUsable(outcomes.Count, nameof(covariates));
        if (outcomes.Count < covariates.Count + 2)
            throw new NotEstimableException(NotEstimableCause.Collinear, [.. covariates.Select(covariate => covariate.Name)],
                $"Found {outcomes.Count} participants for {covariates.Count + 1} coefficients. "
                    + $"Expected at least {covariates.Count + 2}: leave columns out.");

        var design = new RegressionDesign(outcomes.Count, covariates);
        RegressionEstimability.Require(design);
        var factor = design.Products(_ => 1);
        Cholesky.TryFactor(factor, design.Columns);
        var coefficients = new double[design.Columns];
        double[] residuals = [.. outcomes];
        for (var pass = 0; pass <= Refinements; pass++)
        {
            var step = design.Projected(row => residuals[row]);
            Cholesky.Solve(factor, design.Columns, step);
            for (var column = 0; column < design.Columns; column++)
                coefficients[column] += step[column];
            for (var row = 0; row < design.Rows; row++)
                residuals[row] = outcomes[row] - design.Dot(row, coefficients);
        }

        return new LinearRegression(design, outcomes, factor, coefficients, residuals, confidenceLevel);
    }

    static double Leverage(double[] factor, ReadOnlySpan<double> row)
    {
        var solved = row.ToArray();
        Cholesky.SolveLower(factor, solved.Length, solved);
        return solved.Sum(part => part * part);
    }

    // (X'X)⁻¹ X' diag(e²) X (X'X)⁻¹: the sum of the outer products of each row's influence on the estimate.
    static double[] Sandwich(RegressionDesign design, double[] inverse, Func<int, double> residual)
    {
        var order = design.Columns;
        var meat = new double[order * order];
        var influence = new double[order];
        for (var row = 0; row < design.Rows; row++)
        {
            for (var column = 0; column < order; column++)
                influence[column] = residual(row) * design.Dot(row, inverse.AsSpan(column * order, order));
            for (var column = 0; column < order; column++)
                for (var other = 0; other < order; other++)
                    meat[column * order + other] += influence[column] * influence[other];
        }

        return design.Covariance(meat, order);
    }
}
