using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.DoseResponse;

/// <summary>A curve of the logistic family from its parameters: a, b, log c, d and, with five of them, log g.</summary>
delegate IDoseResponseCurve CurveFromParameters(ReadOnlySpan<double> parameters);

/// <summary>Where a search for the least-squares curve ended: parameters in the caller's units, or a reason.</summary>
/// <param name="SumOfSquares">The lowest that was reached; null when none was looked for.</param>
sealed record LogisticOptimum(
    ImmutableArray<double> Parameters, ImmutableArray<double> Covariance, double? SumOfSquares, double ConditionNumber,
    NotIdentifiableReason? Reason, string Message)
{
    public double ErrorOf(int parameter) => Math.Sqrt(Covariance[parameter * Parameters.Length + parameter]);

    public static LogisticOptimum No(NotIdentifiableReason reason, double? sumOfSquares, string message) =>
        new([], [], sumOfSquares, double.PositiveInfinity, reason, message);
}

/// <summary>
/// Finds the least-squares curve of the logistic family: grid by variable projection, then Levenberg–Marquardt.
/// </summary>
sealed class LogisticSearch : ILeastSquaresProblem
{
    const int MidpointSteps = 25;
    const int SlopeSteps = 10;
    const int AsymmetrySteps = 9;
    const int Starts = 5;
    const double LowestSlope = 0.3;
    const double HighestSlope = 8;
    const double LowestAsymmetry = 0.1;
    const double HighestAsymmetry = 10;
    const double BelowLowestLogDose = 2;
    const double AboveHighestLogDose = 3;
    const double ConditionLimit = 1e8;

    readonly CurveFromParameters curveOf;
    readonly double[] doses;
    readonly double[] observed;
    readonly double[] rootWeights;

    // A power of two, which costs no digit, so that one measure of a small step serves every unit.
    readonly double responseScale;

    LogisticSearch(
        IReadOnlyList<DoseResponsePoint> points, IReadOnlyList<double> weights, int parameterCount, CurveFromParameters curveOf)
    {
        this.curveOf = curveOf;
        ParameterCount = parameterCount;
        responseScale = Math.ScaleB(1, Math.ILogB(points.Max(point => Math.Abs(point.Response))));
        doses = [.. points.Select(point => point.Dose)];
        observed = [.. points.Select(point => point.Response / responseScale)];
        rootWeights = [.. weights.Select(Math.Sqrt)];
    }

    public int PointCount => doses.Length;

    public int ParameterCount { get; }

    /// <exception cref="ArgumentException">A dose is negative, or a dose or response is not finite.</exception>
    public static LogisticOptimum Run(
        IReadOnlyList<DoseResponsePoint> points, ResponseWeighting weighting, int parameterCount, CurveFromParameters curveOf)
    {
        RequirePoints(points);
        if (weighting.Power != 0 && points.Any(point => point.Response == 0))
            return TooFew(points, parameterCount) ?? LogisticOptimum.No(NotIdentifiableReason.ResponseWithoutWeight, null,
                "Found a response of 0, which has no weight. Expected responses other than 0, or a fit without weights.");
        return Run(points, [.. points.Select(point => weighting.WeightOf(point.Response))], parameterCount, curveOf);
    }

    /// <param name="weights">Of the squared residuals, one per point, above 0.</param>
    /// <exception cref="ArgumentException">
    /// A dose is negative, a dose or response is not finite, or a weight is missing or not above 0.
    /// </exception>
    public static LogisticOptimum Run(
        IReadOnlyList<DoseResponsePoint> points, IReadOnlyList<double> weights, int parameterCount, CurveFromParameters curveOf)
    {
        RequirePoints(points);
        RequireWeights(weights, points.Count);
        if (TooFew(points, parameterCount) is { } tooFew)
            return tooFew;
        if (points.All(point => point.Response == points[0].Response))
            return LogisticOptimum.No(NotIdentifiableReason.FlatResponse, 0,
                "Found the same response at every dose. Expected it to change with dose.");

        return new LogisticSearch(points, weights, parameterCount, curveOf).Run();
    }

    internal static void RequirePoints(IReadOnlyList<DoseResponsePoint> points)
    {
        foreach (var (index, (dose, response)) in points.Index())
            if (!double.IsFinite(dose) || dose < 0 || !double.IsFinite(response))
                throw new ArgumentException(
                    $"Found dose {dose} and response {response} at index {index}. "
                    + "Expected a finite dose from 0 and a finite response.",
                    nameof(points));
    }

    internal static void RequireWeights(IReadOnlyList<double> weights, int points)
    {
        if (weights.Count != points)
            throw new ArgumentException($"Found {weights.Count} weights. Expected {points}, one per point.", nameof(weights));
        foreach (var (index, weight) in weights.Index())
            if (!(weight > 0 && double.IsFinite(weight)))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Found the weight {weight} at index {index}. Expected a finite number above 0."), nameof(weights));
    }

    /// <summary>Null where there are points enough.</summary>
    internal static LogisticOptimum? TooFew(IReadOnlyList<DoseResponsePoint> points, int parameterCount)
    {
        var doseCount = points.Select(point => point.Dose).Distinct().Count();
        return points.Count <= parameterCount || doseCount < parameterCount
            ? LogisticOptimum.No(NotIdentifiableReason.TooFewPoints, null,
                $"Found {points.Count} points at {doseCount} doses. "
                + $"Expected at least {parameterCount + 1} points at {parameterCount} doses.")
            : null;
    }

    public bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
    {
        var midpoint = Math.Exp(parameters[2]);
        if (!(parameters[1] > 0) || !(midpoint > 0) || !double.IsFinite(midpoint))
            return false;

        var curve = curveOf(parameters);
        for (var index = 0; index < doses.Length; index++)
        {
            var gradient = jacobian.Slice(index * ParameterCount, ParameterCount);
            residuals[index] = rootWeights[index] * (observed[index] - curve.ResponseAt(doses[index]));
            curve.GradientAt(doses[index], gradient);
            for (var parameter = 0; parameter < gradient.Length; parameter++)
                gradient[parameter] *= rootWeights[index];
        }

        return true;
    }

    public void Project(Span<double> parameters) => ProjectAsymptotes(parameters);

    LogisticOptimum Run()
    {
        var lowest = GridStarts().Select(start => LevenbergMarquardt.Minimise(this, start))
            .MinBy(minimum => minimum.SumOfSquares);
        if (lowest is not { Converged: true })
            return LogisticOptimum.No(
                NotIdentifiableReason.NoFiniteOptimum, lowest?.SumOfSquares * responseScale * responseScale,
                "Found no finite least-squares curve. Expected doses that reach into both plateaus.");

        var best = LevenbergMarquardt.Polish(this, lowest);
        var sumOfSquares = best.SumOfSquares * responseScale * responseScale;
        var jacobian = new double[PointCount * ParameterCount];
        TryEvaluate(best.Parameters, new double[PointCount], jacobian);
        var condition = ConditionNumber(jacobian);
        if (!(condition < ConditionLimit))
            return LogisticOptimum.No(NotIdentifiableReason.IllConditioned, sumOfSquares,
                $"Found a condition number of {condition.ToString("0.#e+0", CultureInfo.InvariantCulture)}. "
                + $"Expected less than {ConditionLimit.ToString("0e+0", CultureInfo.InvariantCulture)}: "
                + "the doses do not determine slope, midpoint and both plateaus.");

        double[] scales = [responseScale, 1, 1, responseScale, 1];
        return new LogisticOptimum(
            [.. best.Parameters.Zip(scales, (parameter, scale) => parameter * scale)],
            Covariance(jacobian, best.SumOfSquares / (PointCount - ParameterCount), scales),
            sumOfSquares, condition, Reason: null, Message: "");
    }

    /// <summary>
    /// The best starts of a grid over slope, midpoint and asymmetry; at each, the asymptotes solve two linear equations.
    /// </summary>
    IEnumerable<double[]> GridStarts()
    {
        var logDoses = doses.Where(dose => dose > 0).Select(dose => Math.Log(dose)).ToList();
        var slopes = Steps(Math.Log(LowestSlope), Math.Log(HighestSlope), SlopeSteps);
        var midpoints = Steps(logDoses.Min() - BelowLowestLogDose, logDoses.Max() + AboveHighestLogDose, MidpointSteps);
        var asymmetries = ParameterCount == FourParameterLogistic.ParameterCount
            ? [0.0]
            : Steps(Math.Log(LowestAsymmetry), Math.Log(HighestAsymmetry), AsymmetrySteps);

        var grid =
            from logSlope in slopes
            from logMidpoint in midpoints
            from logAsymmetry in asymmetries
            select Start([0, Math.Exp(logSlope), logMidpoint, 0, logAsymmetry]);
        return grid.Where(start => double.IsFinite(start.SumOfSquares))
            .OrderBy(start => start.SumOfSquares).Take(Starts).Select(start => start.Parameters);
    }

    static double[] Steps(double first, double last, int count) =>
        [.. Enumerable.Range(0, count).Select(step => first + (last - first) * step / (count - 1))];

    (double SumOfSquares, double[] Parameters) Start(double[] shape)
    {
        var parameters = shape[..ParameterCount];
        return (ProjectAsymptotes(parameters), parameters);
    }

    /// <returns>The sum of squares there.</returns>
    double ProjectAsymptotes(Span<double> parameters)
    {
        var curve = curveOf(parameters);
        Span<double> gradient = stackalloc double[ParameterCount];
        double aa = 0, ad = 0, dd = 0, ay = 0, dy = 0, yy = 0;
        for (var index = 0; index < doses.Length; index++)
        {
            curve.GradientAt(doses[index], gradient);
            var shareOfA = rootWeights[index] * gradient[0];
            var shareOfD = rootWeights[index] * gradient[3];
            var response = rootWeights[index] * observed[index];
            aa += shareOfA * shareOfA;
            ad += shareOfA * shareOfD;
            dd += shareOfD * shareOfD;
            ay += shareOfA * response;
            dy += shareOfD * response;
            yy += response * response;
        }

        var determinant = aa * dd - ad * ad;
        parameters[0] = (ay * dd - dy * ad) / determinant;
        parameters[3] = (dy * aa - ay * ad) / determinant;
        return yy - parameters[0] * ay - parameters[3] * dy;
    }

    double ConditionNumber(double[] jacobian)
    {
        var matrix = Matrix<double>.Build.Dense(
            PointCount, ParameterCount, (row, column) => jacobian[row * ParameterCount + column]);
        var singular = matrix.NormalizeColumns(2).Svd(computeVectors: false).S;
        var ratio = singular[0] / singular[ParameterCount - 1];
        return ratio * ratio;
    }

    /// <summary>σ² R⁻¹R⁻ᵀ, in the caller's units.</summary>
    ImmutableArray<double> Covariance(double[] jacobian, double variance, double[] scales)
    {
        LeastSquaresStep.Triangularise(jacobian, ParameterCount, new double[PointCount]);
        var inverse = new double[ParameterCount * ParameterCount];
        Span<double> unit = stackalloc double[ParameterCount];
        Span<double> column = stackalloc double[ParameterCount];
        for (var index = 0; index < ParameterCount; index++)
        {
            unit.Clear();
            unit[index] = 1;
            LeastSquaresStep.TrySolve(jacobian, ParameterCount, unit, column);
            for (var row = 0; row < ParameterCount; row++)
                inverse[row * ParameterCount + index] = column[row];
        }

        var covariance = ImmutableArray.CreateBuilder<double>(ParameterCount * ParameterCount);
        for (var row = 0; row < ParameterCount; row++)
            for (var other = 0; other < ParameterCount; other++)
            {
                var sum = 0.0;
                for (var index = 0; index < ParameterCount; index++)
                    sum += inverse[row * ParameterCount + index] * inverse[other * ParameterCount + index];
                covariance.Add(variance * sum * scales[row] * scales[other]);
            }

        return covariance.MoveToImmutable();
    }
}
