using System.Collections.Immutable;

namespace Medulla.Statistics.DoseResponse;

/// <summary>Standard errors of the parameters; of c by the delta method from log c.</summary>
public sealed record FourParameterLogisticErrors(double A, double B, double C, double D);

/// <summary>
/// Weighted least-squares fit of a <see cref="FourParameterLogistic"/>: a curve, or the reason why there is none.
/// </summary>
/// <remarks>
/// The start is searched by variable projection (for a given slope and midpoint the asymptotes are linear) over the whole
/// range of the data, so no start value is asked for. Covariance is σ²(JᵀWJ)⁻¹ with the analytic Jacobian, where
/// <c>drc::drm</c> uses the observed Hessian and gives other standard errors. R: <c>nls(y ~ d + (a-d)/(1+(x/c)^b))</c>,
/// <c>minpack.lm::nls.lm</c>. Sources: Golub &amp; Pereyra 1973; Marquardt 1963; Seber &amp; Wild 1989.
/// </remarks>
public abstract record FourParameterLogisticFit
{
    FourParameterLogisticFit()
    {
    }

    /// <exception cref="ArgumentException">A dose is negative, or a dose or response is not finite.</exception>
    public static FourParameterLogisticFit Fit(
        IReadOnlyList<DoseResponsePoint> points, ResponseWeighting weighting = default) =>
        Of(LogisticSearch.Run(points, weighting, FourParameterLogistic.ParameterCount, CurveOf), points.Count, weighting);

    /// <summary>Fit with weights of the caller's own, one per point.</summary>
    /// <param name="points">Doses and responses.</param>
    /// <param name="weights">Of the squared residuals, above 0. R: <c>nls(weights = )</c>.</param>
    /// <param name="weighting">How the variance of a new response grows; for predictions alone.</param>
    /// <exception cref="ArgumentException">
    /// A dose is negative, a dose or response is not finite, or a weight is missing or not above 0.
    /// </exception>
    public static FourParameterLogisticFit Fit(
        IReadOnlyList<DoseResponsePoint> points, IReadOnlyList<double> weights, ResponseWeighting weighting = default) =>
        Of(LogisticSearch.Run(points, weights, FourParameterLogistic.ParameterCount, CurveOf), points.Count, weighting);

    static FourParameterLogisticFit Of(LogisticOptimum optimum, int pointCount, ResponseWeighting weighting)
    {
        if (optimum.Reason is { } reason)
            return new NotIdentifiable(reason, optimum.Message, optimum.SumOfSquares);

        var curve = CurveOf(optimum.Parameters.AsSpan());
        return new Identified(
            curve,
            new FourParameterLogisticErrors(
                optimum.ErrorOf(0), optimum.ErrorOf(1), curve.C * optimum.ErrorOf(2), optimum.ErrorOf(3)),
            optimum.Covariance, optimum.SumOfSquares.GetValueOrDefault(), pointCount, optimum.ConditionNumber, weighting);
    }

    static FourParameterLogistic CurveOf(ReadOnlySpan<double> parameters) =>
        new(parameters[0], parameters[1], Math.Exp(parameters[2]), parameters[3]);

    /// <summary>The points determine the curve.</summary>
    /// <param name="Covariance">Of (a, b, log c, d), row by row.</param>
    /// <param name="ResidualSumOfSquares">Σ w (y − f)².</param>
    /// <param name="ConditionNumber">Of JᵀWJ with columns scaled to length 1; 10⁸ is the limit of identifiability.</param>
    public sealed record Identified(
        FourParameterLogistic Curve, FourParameterLogisticErrors StandardErrors, ImmutableArray<double> Covariance,
        double ResidualSumOfSquares, int PointCount, double ConditionNumber, ResponseWeighting Weighting)
        : FourParameterLogisticFit
    {
        public int DegreesOfFreedom => PointCount - FourParameterLogistic.ParameterCount;

        /// <summary>σ: standard deviation of a response whose weight is 1.</summary>
        public double ResidualStandardDeviation => Math.Sqrt(ResidualSumOfSquares / DegreesOfFreedom);

        /// <summary>The same curve in the parameters that R's <c>nls</c> and <c>SSfpl</c> use.</summary>
        public LogConcentrationLogistic OnLogConcentration() => LogConcentrationLogistic.Of(Curve, Covariance.AsSpan());

        /// <summary>The dose behind a new response, with its uncertainty; null outside the asymptotes.</summary>
        /// <param name="response">One response, or the mean of several.</param>
        /// <param name="replicates">
        /// How many responses were averaged, counted in fitted points: where the curve was fitted to means of three wells,
        /// one well is 1/3.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">No replicates, or a confidence level outside 0 to 1.</exception>
        public InversePrediction? Predict(double response, double replicates = 1, double confidenceLevel = 0.95) =>
            InversePrediction.Of(
                Curve, Covariance.AsSpan(), ResidualStandardDeviation, DegreesOfFreedom, Weighting,
                response, replicates, confidenceLevel);
    }

    /// <summary>The points do not determine the curve; there are no numbers to misuse.</summary>
    /// <param name="LowestSumOfSquares">The lowest sum of squares that was reached; null when none was looked for.</param>
    public sealed record NotIdentifiable(NotIdentifiableReason Reason, string Message, double? LowestSumOfSquares)
        : FourParameterLogisticFit;
}
