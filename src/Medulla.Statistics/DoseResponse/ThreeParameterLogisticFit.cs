using System.Collections.Immutable;

namespace Medulla.Statistics.DoseResponse;

/// <summary>
/// Least-squares fit of a logistic curve whose response at dose 0 is 0: Asym / (1 + exp((xmid − log x) / scal)).
/// </summary>
/// <remarks>
/// For responses from which the blank was taken. R: <c>nls(y ~ SSlogis(log(x), Asym, xmid, scal))</c>.
/// Sources: Golub &amp; Pereyra 1973; Marquardt 1963.
/// </remarks>
public abstract record ThreeParameterLogisticFit
{
    const int ParameterCount = 3;

    ThreeParameterLogisticFit()
    {
    }

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Least squares, lower asymptote 0, on log concentration; R: nls(y ~ SSlogis(log(x), Asym, xmid, scal))";

    /// <exception cref="ArgumentException">A dose is negative, or a dose or response is not finite.</exception>
    public static ThreeParameterLogisticFit Fit(IReadOnlyList<DoseResponsePoint> points)
    {
        LogisticSearch.RequirePoints(points);
        if (LogisticSearch.TooFew(points, ParameterCount) is { } tooFew)
            return new NotIdentifiable(NotIdentifiableReason.TooFewPoints, tooFew.Message);
        if (points.All(point => point.Response == points[0].Response))
            return new NotIdentifiable(NotIdentifiableReason.FlatResponse,
                "Found the same response at every dose. Expected it to change with dose.");

        var problem = new Problem(points);
        var lowest = problem.Starts().Select(start => LevenbergMarquardt.Minimise(problem, start))
            .MinBy(minimum => minimum.SumOfSquares);
        return lowest is { Converged: true }
            ? problem.Identify(LevenbergMarquardt.Polish(problem, lowest))
            : new NotIdentifiable(NotIdentifiableReason.NoFiniteOptimum,
                "Found no finite least-squares curve. Expected doses that reach into the upper plateau.");
    }

    /// <summary>The points determine the curve.</summary>
    /// <param name="Curve">With <see cref="FourParameterLogistic.A"/> 0.</param>
    /// <param name="Covariance">Of asymptote, midpoint and scale as <c>nls</c> has them, row by row.</param>
    /// <param name="ResidualSumOfSquares">Σ (y − f)².</param>
    public sealed record Identified(
        FourParameterLogistic Curve, ImmutableArray<double> Covariance, double ResidualSumOfSquares, int PointCount)
        : ThreeParameterLogisticFit
    {
        /// <summary>Asym.</summary>
        public double Asymptote => Curve.D;

        /// <summary>xmid: natural logarithm of the concentration at half the asymptote.</summary>
        public double Midpoint => Math.Log(Curve.C);

        /// <summary>scal: reciprocal of the slope.</summary>
        public double Scale => 1 / Curve.B;

        public int DegreesOfFreedom => PointCount - ParameterCount;

        /// <summary>Of asymptote, midpoint and scale.</summary>
        public ImmutableArray<double> StandardErrors =>
            [.. Enumerable.Range(0, ParameterCount).Select(place => Math.Sqrt(Covariance[place * ParameterCount + place]))];
    }

    /// <summary>The points do not determine the curve; there are no numbers to misuse.</summary>
    public sealed record NotIdentifiable(NotIdentifiableReason Reason, string Message) : ThreeParameterLogisticFit;

    // Parameters: asymptote, midpoint, scale.
    sealed class Problem(IReadOnlyList<DoseResponsePoint> points) : ILeastSquaresProblem
    {
        const int StartsTried = 5;
        const int MidpointSteps = 25;
        static readonly double[] Scales = [0.15, 0.3, 0.6, 1, 1.5, 3];

        public int PointCount => points.Count;

        public int ParameterCount => ThreeParameterLogisticFit.ParameterCount;

        public bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian)
        {
            var (asymptote, midpoint, scale) = (parameters[0], parameters[1], parameters[2]);
            if (!(scale > 0) || !double.IsFinite(midpoint))
                return false;
            for (var index = 0; index < points.Count; index++)
            {
                var share = Share(points[index].Dose, midpoint, scale);
                var slope = share == 0 ? 0 : asymptote * share * (1 - share) / scale;
                residuals[index] = points[index].Response - asymptote * share;
                jacobian[index * 3] = share;
                jacobian[index * 3 + 1] = -slope;
                jacobian[index * 3 + 2] = slope == 0 ? 0 : -slope * (Math.Log(points[index].Dose) - midpoint) / scale;
            }

            return true;
        }

        public void Project(Span<double> parameters) => ProjectAsymptote(parameters);

        public IEnumerable<double[]> Starts()
        {
            var logDoses = points.Where(point => point.Dose > 0).Select(point => Math.Log(point.Dose)).ToArray();
            var (first, last) = (logDoses.Min() - 1, logDoses.Max() + 3);
            return Scales.SelectMany(
                    _ => Enumerable.Range(0, MidpointSteps),
                    (scale, step) => new[] { 0, first + (last - first) * step / (MidpointSteps - 1), scale })
                .Select(start => (SumOfSquares: ProjectAsymptote(start), Start: start))
                .Where(start => double.IsFinite(start.SumOfSquares))
                .OrderBy(start => start.SumOfSquares).Take(StartsTried).Select(start => start.Start);
        }

        public Identified Identify(LeastSquaresMinimum best)
        {
            var jacobian = new double[PointCount * 3];
            TryEvaluate(best.Parameters, new double[PointCount], jacobian);
            LeastSquaresStep.Triangularise(jacobian, 3, new double[PointCount]);
            var inverse = new double[9];
            Span<double> unit = stackalloc double[3];
            Span<double> column = stackalloc double[3];
            for (var index = 0; index < 3; index++)
            {
                unit.Clear();
                unit[index] = 1;
                LeastSquaresStep.TrySolve(jacobian, 3, unit, column);
                for (var row = 0; row < 3; row++)
                    inverse[row * 3 + index] = column[row];
            }

            var variance = best.SumOfSquares / (PointCount - 3);
            var covariance = ImmutableArray.CreateBuilder<double>(9);
            for (var row = 0; row < 3; row++)
                for (var other = 0; other < 3; other++)
                    covariance.Add(variance * (inverse[row * 3] * inverse[other * 3]
                        + inverse[row * 3 + 1] * inverse[other * 3 + 1] + inverse[row * 3 + 2] * inverse[other * 3 + 2]));
            var (asymptote, midpoint, scale) = (best.Parameters[0], best.Parameters[1], best.Parameters[2]);
            return new Identified(
                new FourParameterLogistic(0, 1 / scale, Math.Exp(midpoint), asymptote), covariance.MoveToImmutable(),
                best.SumOfSquares, PointCount);
        }

        // The asymptote that fits best for the other two; gives the sum of squares there.
        double ProjectAsymptote(Span<double> parameters)
        {
            double shares = 0, products = 0, squares = 0;
            foreach (var (dose, response) in points)
            {
                var share = Share(dose, parameters[1], parameters[2]);
                shares += share * share;
                products += share * response;
                squares += response * response;
            }

            parameters[0] = products / shares;
            return squares - parameters[0] * products;
        }

        static double Share(double dose, double midpoint, double scale) =>
            dose > 0 ? 1 / (1 + Math.Exp((midpoint - Math.Log(dose)) / scale)) : 0;
    }
}
