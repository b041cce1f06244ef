using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Medulla.Statistics.DoseResponse;

/// <summary>Finds the least-squares four-parameter logistic: grid by variable projection, then Levenberg–Marquardt.</summary>
sealed class FourParameterLogisticSearch : ILeastSquaresProblem
{
    const int Parameters = FourParameterLogistic.ParameterCount;
    const int MidpointSteps = 25;
    const int SlopeSteps = 10;
    const int Starts = 5;
    const double LowestSlope = 0.3;
    const double HighestSlope = 8;
    const double BelowLowestLogDose = 2;
    const double AboveHighestLogDose = 3;
    const double ConditionLimit = 1e8;

    // Scaled by powers of two, which costs no digit, so that one measure of a small step serves every unit.
    readonly double doseScale;
    readonly double responseScale;
    readonly double[] doses;
    readonly double[] observed;
    readonly double[] rootWeights;

    FourParameterLogisticSearch(IReadOnlyList<DoseResponsePoint> points, ResponseWeighting weighting)
    {
        var positive = points.Select(point => point.Dose).Where(dose => dose > 0).Order().ToList();
        doseScale = PowerOfTwoNear(positive[positive.Count / 2]);
        responseScale = PowerOfTwoNear(points.Max(point => Math.Abs(point.Response)));
        doses = [.. points.Select(point => point.Dose / doseScale)];
        observed = [.. points.Select(point => point.Response / responseScale)];
        rootWeights = [.. points.Select(point => Math.Sqrt(weighting.WeightOf(point.Response)))];
    }

    public int PointCount => doses.Length;

    public int ParameterCount => Parameters;

    public static FourParameterLogisticFit Run(IReadOnlyList<DoseResponsePoint> points, ResponseWeighting weighting)
    {
        var doseCount = points.Select(point => point.Dose).Distinct().Count();
        if (points.Count <= Parameters || doseCount < Parameters)
            return No(NotIdentifiableReason.TooFewPoints, null,
                $"Found {points.Count} points at {doseCount} doses. "
                + $"Expected at least {Parameters + 1} points at {Parameters} doses.");
        if (weighting.Power != 0 && points.Any(point => point.Response == 0))
            return No(NotIdentifiableReason.ResponseWithoutWeight, null,
                "Found a response of 0, which has no weight. Expected responses other than 0, or a fit without weights.");
        if (points.All(point => point.Response == points[0].Response))
            return No(NotIdentifiableReason.FlatResponse, 0,
                "Found the same response at every dose. Expected it to change with dose.");

        return new FourParameterLogisticSearch(points, weighting).Run(weighting);
    }

    public bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
    {
        var curve = CurveOf(parameters);
        if (!(curve.B > 0) || !(curve.C > 0) || !double.IsFinite(curve.C))
            return false;

        for (var index = 0; index < doses.Length; index++)
        {
            var gradient = jacobian.Slice(index * Parameters, Parameters);
            residuals[index] = rootWeights[index] * (observed[index] - curve.ResponseAt(doses[index]));
            curve.GradientAt(doses[index], gradient);
            for (var parameter = 0; parameter < Parameters; parameter++)
                gradient[parameter] *= rootWeights[index];
        }

        return true;
    }

    FourParameterLogisticFit Run(ResponseWeighting weighting)
    {
        var lowest = GridStarts().Select(start => LevenbergMarquardt.Minimise(this, start))
            .MinBy(minimum => minimum.SumOfSquares);
        if (lowest is not { Converged: true })
            return No(NotIdentifiableReason.NoFiniteOptimum, lowest?.SumOfSquares * responseScale * responseScale,
                "Found no finite least-squares curve. Expected doses that reach into both plateaus.");

        var best = LevenbergMarquardt.Polish(this, lowest);
        var sumOfSquares = best.SumOfSquares * responseScale * responseScale;
        var jacobian = Jacobian(best.Parameters);
        var condition = ConditionNumber(jacobian);
        if (!(condition < ConditionLimit))
            return No(NotIdentifiableReason.IllConditioned, sumOfSquares,
                $"Found a condition number of {condition.ToString("0.#e+0", CultureInfo.InvariantCulture)}. "
                + $"Expected less than {ConditionLimit.ToString("0e+0", CultureInfo.InvariantCulture)}: "
                + "the doses do not determine slope, midpoint and both plateaus.");

        var scaled = CurveOf(best.Parameters);
        var curve = new FourParameterLogistic(
            scaled.A * responseScale, scaled.B, scaled.C * doseScale, scaled.D * responseScale);
        var covariance = Covariance(jacobian, best.SumOfSquares / (PointCount - Parameters));
        return new FourParameterLogisticFit.Identified(
            curve,
            new FourParameterLogisticErrors(
                Error(0), Error(1), curve.C * Error(2), Error(3)),
            covariance, sumOfSquares, PointCount, condition, weighting);

        double Error(int parameter) => Math.Sqrt(covariance[parameter * Parameters + parameter]);
    }

    /// <summary>
    /// The best starts of a grid over slope and midpoint; at each, the asymptotes solve two linear equations.
    /// </summary>
    IEnumerable<double[]> GridStarts()
    {
        var logDoses = doses.Where(dose => dose > 0).Select(dose => Math.Log(dose)).ToList();
        var lowest = logDoses.Min() - BelowLowestLogDose;
        var highest = logDoses.Max() + AboveHighestLogDose;
        var slopeRatio = Math.Pow(HighestSlope / LowestSlope, 1.0 / (SlopeSteps - 1));

        var grid =
            from midpoint in Enumerable.Range(0, MidpointSteps)
            from slope in Enumerable.Range(0, SlopeSteps)
            select Project(
                LowestSlope * Math.Pow(slopeRatio, slope),
                lowest + (highest - lowest) * midpoint / (MidpointSteps - 1));

        return grid.Where(start => double.IsFinite(start.SumOfSquares))
            .OrderBy(start => start.SumOfSquares).Take(Starts).Select(start => start.Parameters);
    }

    (double SumOfSquares, double[] Parameters) Project(double slope, double logMidpoint)
    {
        var midpoint = Math.Exp(logMidpoint);
        double aa = 0, ad = 0, dd = 0, ay = 0, dy = 0, yy = 0;
        for (var index = 0; index < doses.Length; index++)
        {
            var share = rootWeights[index] / (1 + Math.Pow(doses[index] / midpoint, slope));
            var rest = rootWeights[index] - share;
            var response = rootWeights[index] * observed[index];
            aa += share * share;
            ad += share * rest;
            dd += rest * rest;
            ay += share * response;
            dy += rest * response;
            yy += response * response;
        }

        var determinant = aa * dd - ad * ad;
        var a = (ay * dd - dy * ad) / determinant;
        var d = (dy * aa - ay * ad) / determinant;
        return (yy - a * ay - d * dy, [a, slope, logMidpoint, d]);
    }

    double[] Jacobian(double[] parameters)
    {
        var jacobian = new double[PointCount * Parameters];
        TryEvaluate(parameters, new double[PointCount], jacobian);
        return jacobian;
    }

    double ConditionNumber(double[] jacobian)
    {
        var matrix = Matrix<double>.Build.Dense(PointCount, Parameters, (row, column) => jacobian[row * Parameters + column]);
        var singular = matrix.NormalizeColumns(2).Svd(computeVectors: false).S;
        var ratio = singular[0] / singular[Parameters - 1];
        return ratio * ratio;
    }

    /// <summary>σ² R⁻¹R⁻ᵀ, in the caller's units.</summary>
    ImmutableArray<double> Covariance(double[] jacobian, double variance)
    {
        LeastSquaresStep.Triangularise(jacobian, Parameters, new double[PointCount]);
        var inverse = new double[Parameters * Parameters];
        Span<double> unit = stackalloc double[Parameters];
        Span<double> column = stackalloc double[Parameters];
        for (var index = 0; index < Parameters; index++)
        {
            unit.Clear();
            unit[index] = 1;
            LeastSquaresStep.TrySolve(jacobian, Parameters, unit, column);
            for (var row = 0; row < Parameters; row++)
                inverse[row * Parameters + index] = column[row];
        }

        double[] scales = [responseScale, 1, 1, responseScale];
        var covariance = ImmutableArray.CreateBuilder<double>(Parameters * Parameters);
        for (var row = 0; row < Parameters; row++)
            for (var other = 0; other < Parameters; other++)
            {
                var sum = 0.0;
                for (var index = 0; index < Parameters; index++)
                    sum += inverse[row * Parameters + index] * inverse[other * Parameters + index];
                covariance.Add(variance * sum * scales[row] * scales[other]);
            }

        return covariance.MoveToImmutable();
    }

    static FourParameterLogistic CurveOf(ReadOnlySpan<double> parameters) =>
        new(parameters[0], parameters[1], Math.Exp(parameters[2]), parameters[3]);

    static double PowerOfTwoNear(double size) => Math.ScaleB(1, Math.ILogB(size));

    static FourParameterLogisticFit.NotIdentifiable No(NotIdentifiableReason reason, double? lowest, string message) =>
        new(reason, message, lowest);
}
