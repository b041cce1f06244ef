using System.Collections.Immutable;

namespace Medulla.Statistics.DoseResponse;

/// <summary>Standard errors of the parameters; of c and g by the delta method from their logarithms.</summary>
public sealed record FiveParameterLogisticErrors(double A, double B, double C, double D, double G);

/// <summary>
/// Weighted least-squares fit of a <see cref="FiveParameterLogistic"/>: a curve, or the reason why there is none.
/// </summary>
/// <remarks>
/// Many real plates do not determine the asymmetry: the curve is then not identifiable, and the four-parameter one is to be
/// used. For the search, see <see cref="FourParameterLogisticFit"/>.
/// </remarks>
public abstract record FiveParameterLogisticFit
{
    const double LowestAsymmetry = 0.05;
    const double HighestAsymmetry = 20;

    FiveParameterLogisticFit()
    {
    }

    /// <exception cref="ArgumentException">A dose is negative, or a dose or response is not finite.</exception>
    public static FiveParameterLogisticFit Fit(
        IReadOnlyList<DoseResponsePoint> points, AsymmetryBranch branch, ResponseWeighting weighting = default)
    {
        var optimum = LogisticSearch.Run(
            points, weighting, FiveParameterLogistic.ParameterCount, parameters => CurveOf(parameters, branch));
        if (optimum.Reason is { } reason)
            return new NotIdentifiable(reason, optimum.Message, optimum.SumOfSquares);

        var curve = CurveOf(optimum.Parameters.AsSpan(), branch);
        if (curve.G is <= LowestAsymmetry or >= HighestAsymmetry)
            return new NotIdentifiable(
                NotIdentifiableReason.AsymmetryOutOfBounds,
                "Found no asymmetry between 1/20 and 20. Expected doses that show the bend to both plateaus.",
                optimum.SumOfSquares);

        return new Identified(
            curve,
            new FiveParameterLogisticErrors(
                optimum.ErrorOf(0), optimum.ErrorOf(1), curve.C * optimum.ErrorOf(2), optimum.ErrorOf(3),
                curve.G * optimum.ErrorOf(4)),
            optimum.Covariance, optimum.SumOfSquares.GetValueOrDefault(), points.Count, optimum.ConditionNumber, weighting);
    }

    static FiveParameterLogistic CurveOf(ReadOnlySpan<double> parameters, AsymmetryBranch branch) => new(
        parameters[0], parameters[1], Math.Exp(parameters[2]), parameters[3], Math.Exp(parameters[4]), branch);

    /// <summary>The points determine the curve.</summary>
    /// <param name="Covariance">Of (a, b, log c, d, log g), row by row.</param>
    /// <param name="ResidualSumOfSquares">Σ w (y − f)².</param>
    /// <param name="ConditionNumber">Of JᵀWJ with columns scaled to length 1; 10⁸ is the limit of identifiability.</param>
    public sealed record Identified(
        FiveParameterLogistic Curve, FiveParameterLogisticErrors StandardErrors, ImmutableArray<double> Covariance,
        double ResidualSumOfSquares, int PointCount, double ConditionNumber, ResponseWeighting Weighting)
        : FiveParameterLogisticFit
    {
        public int DegreesOfFreedom => PointCount - FiveParameterLogistic.ParameterCount;

        /// <summary>σ: standard deviation of a response whose weight is 1.</summary>
        public double ResidualStandardDeviation => Math.Sqrt(ResidualSumOfSquares / DegreesOfFreedom);

        /// <inheritdoc cref="FourParameterLogisticFit.Identified.Predict"/>
        public InversePrediction? Predict(double response, double replicates = 1, double confidenceLevel = 0.95) =>
            InversePrediction.Of(
                Curve, Covariance.AsSpan(), ResidualStandardDeviation, DegreesOfFreedom, Weighting,
                response, replicates, confidenceLevel);
    }

    /// <summary>The points do not determine the curve; there are no numbers to misuse.</summary>
    /// <param name="LowestSumOfSquares">The lowest sum of squares that was reached; null when none was looked for.</param>
    public sealed record NotIdentifiable(NotIdentifiableReason Reason, string Message, double? LowestSumOfSquares)
        : FiveParameterLogisticFit;
}
