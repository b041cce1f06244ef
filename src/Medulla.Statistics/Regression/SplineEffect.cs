using System.Collections.Immutable;
using Medulla.Statistics.Distributions;
using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>One point of a fitted curve, against the reference value.</summary>
/// <param name="Value">On the axis of the column.</param>
/// <param name="LogRatio">Difference of the linear predictors: log hazard ratio, log odds ratio, or plain difference.</param>
/// <param name="StandardError">0 at the reference.</param>
/// <param name="LogConfidence">Wald interval of <paramref name="LogRatio"/>.</param>
public sealed record SplinePoint(double Value, double LogRatio, double StandardError, Interval LogConfidence)
{
    /// <summary>Hazard ratio or odds ratio.</summary>
    public double Ratio => Math.Exp(LogRatio);

    /// <summary>Interval of <see cref="Ratio"/>.</summary>
    public Interval Confidence => new(Math.Exp(LogConfidence.Lower), Math.Exp(LogConfidence.Upper));
}

/// <summary>What a regression found out about a restricted cubic spline.</summary>
/// <remarks>Works for any regression that gives coefficients and their covariance.
/// R: <c>rms::Predict(ref.zero = TRUE)</c>.</remarks>
public sealed class SplineEffect
{
    readonly RestrictedCubicSpline spline;
    readonly double[] coefficients;
    readonly double[] covariance;

    /// <param name="spline">Whose columns were in the regression.</param>
    /// <param name="coefficients">Of the spline's columns, in their order.</param>
    /// <param name="covariance">Of two of them, by their places among these.</param>
    /// <exception cref="ArgumentException">There are more or fewer coefficients than columns.</exception>
    public SplineEffect(RestrictedCubicSpline spline, IReadOnlyList<double> coefficients, Func<int, int, double> covariance)
    {
        if (coefficients.Count != spline.Columns)
            throw new ArgumentException(
                $"Found {coefficients.Count} coefficients. Expected {spline.Columns}, one per column of the spline.",
                nameof(coefficients));
        this.spline = spline;
        this.coefficients = [.. coefficients];
        this.covariance = new double[coefficients.Count * coefficients.Count];
        for (var row = 0; row < coefficients.Count; row++)
            for (var column = 0; column < coefficients.Count; column++)
                this.covariance[row * coefficients.Count + column] = covariance(row, column);
        Overall = Wald(this.coefficients, covariance, from: 0);
        NonLinear = Wald(this.coefficients, covariance, from: 1);
    }

    /// <summary>Wald test that the column has no effect of any shape.</summary>
    public ChiSquareStatistic Overall { get; internal init; }

    /// <summary>Wald test that its effect is a straight line.</summary>
    public ChiSquareStatistic NonLinear { get; internal init; }

    /// <summary>The curve at a value, against the reference value.</summary>
    /// <param name="value">In the unit of the column.</param>
    /// <param name="reference">The same; the median is usual.</param>
    /// <param name="confidenceLevel">Of the interval.</param>
    public SplinePoint At(double value, double reference, double confidenceLevel = Distributions.ConfidenceLevel.Usual)
    {
        double[] difference = [.. spline.Basis(value).Zip(spline.Basis(reference), (one, other) => one - other)];
        double logRatio = 0, variance = 0;
        for (var row = 0; row < difference.Length; row++)
        {
            logRatio += difference[row] * coefficients[row];
            for (var column = 0; column < difference.Length; column++)
                variance += difference[row] * covariance[row * difference.Length + column] * difference[column];
        }

        var standardError = Math.Sqrt(Math.Max(0, variance));
        var half = ConfidenceLevel.NormalQuantile(confidenceLevel) * standardError;
        return new SplinePoint(value, logRatio, standardError, new Interval(logRatio - half, logRatio + half));
    }

    /// <summary>The curve at several values.</summary>
    public ImmutableArray<SplinePoint> At(
        IEnumerable<double> values, double reference, double confidenceLevel = Distributions.ConfidenceLevel.Usual) =>
        [.. values.Select(value => At(value, reference, confidenceLevel))];

    /// <summary>Wald test that the coefficients from a place on are 0.</summary>
    internal static ChiSquareStatistic Wald(double[] coefficients, Func<int, int, double> covariance, int from)
    {
        var order = coefficients.Length - from;
        var block = new double[order * order];
        for (var row = 0; row < order; row++)
            for (var column = 0; column < order; column++)
                block[row * order + column] = covariance(row + from, column + from);
        var solved = coefficients[from..];
        Cholesky.TryFactor(block, order, floor: 0);
        Cholesky.SolveLower(block, order, solved);
        return ChiSquareStatistic.Of(solved.Sum(part => part * part), order);
    }
}
