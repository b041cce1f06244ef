namespace Medulla.Statistics.DoseResponse;

/// <summary>A curve as a least-squares problem: weighted residuals and their derivatives at given parameters.</summary>
interface ILeastSquaresProblem
{
    int PointCount { get; }

    int ParameterCount { get; }

    /// <summary>Writes √w (y − f) per point and, row by row, √w ∂f/∂θ. False where the curve does not exist.</summary>
    bool TryEvaluate(ReadOnlySpan<double> parameters, Span<double> residuals, Span<double> jacobian);

    /// <summary>Replaces the parameters in which the curve is linear by their best values for the others.</summary>
    void Project(Span<double> parameters);
}

/// <summary>Where a minimisation ended.</summary>
/// <param name="Converged">The last step was small against the parameters; false when the iterations ran out.</param>
sealed record LeastSquaresMinimum(double[] Parameters, double SumOfSquares, bool Converged);

/// <summary>Levenberg–Marquardt with Marquardt's scaling, then undamped steps until rounding is all that is left.</summary>
/// <remarks>
/// Parameters in which the curve is linear are solved for after each step: that keeps to the floor of the curved valleys
/// that a plateau running away makes. Sources: Marquardt 1963; Moré 1978; Golub &amp; Pereyra 1973.
/// </remarks>
static class LevenbergMarquardt
{
    const int IterationLimit = 500;
    const int PolishLimit = 30;
    const double RelativeStep = 1e-10;
    const double RelativeStepAtRounding = 1e-6;
    const double FirstDamping = 1e-3;
    const double DampingFloor = 1e-15;
    const double DampingLimit = 1e12;
    const double NearZero = 1e-3;
    const double RoundingAlone = 1e-17;
    const double RiseByRounding = 1e-9;

    public static LeastSquaresMinimum Minimise(ILeastSquaresProblem problem, ReadOnlySpan<double> start)
    {
        var descent = new Descent(problem, start);
        var converged = descent.Descend();
        return new LeastSquaresMinimum(descent.Parameters, descent.SumOfSquares, converged);
    }

    /// <summary>Takes a minimum that converged to the last digits.</summary>
    public static LeastSquaresMinimum Polish(ILeastSquaresProblem problem, LeastSquaresMinimum minimum)
    {
        var descent = new Descent(problem, minimum.Parameters);
        descent.Polish();
        return minimum with { Parameters = descent.Parameters, SumOfSquares = descent.SumOfSquares };
    }

    sealed class Descent
    {
        readonly ILeastSquaresProblem problem;
        readonly int count;
        readonly double[] residuals;
        readonly double[] jacobian;
        readonly double[] trialResiduals;
        readonly double[] trialJacobian;
        readonly double[] matrix;
        readonly double[] right;
        readonly double[] step;
        readonly double[] trial;

        public Descent(ILeastSquaresProblem problem, ReadOnlySpan<double> start)
        {
            this.problem = problem;
            count = problem.ParameterCount;
            Parameters = start.ToArray();
            residuals = new double[problem.PointCount];
            trialResiduals = new double[problem.PointCount];
            jacobian = new double[problem.PointCount * count];
            trialJacobian = new double[problem.PointCount * count];
            matrix = new double[(problem.PointCount + count) * count];
            right = new double[problem.PointCount + count];
            step = new double[count];
            trial = new double[count];
            SumOfSquares = problem.TryEvaluate(Parameters, residuals, jacobian)
                ? SquaresOf(residuals)
                : double.PositiveInfinity;
        }

        public double[] Parameters { get; }

        public double SumOfSquares { get; private set; }

        public bool Descend()
        {
            var damping = FirstDamping;
            var length = double.PositiveInfinity;
            for (var iteration = 0; iteration < IterationLimit && damping < DampingLimit; iteration++)
            {
                if (SumOfSquares == 0)
                    return true;
                if (!TryStep(damping))
                {
                    damping *= 10;
                    continue;
                }

                var better = TryTrial(project: true, out var sum) && sum <= SumOfSquares;
                length = RelativeLength();
                if (better)
                    Accept(sum);
                if (length <= RelativeStep)
                    return true;
                damping = better ? Math.Max(damping / 10, DampingFloor) : damping * 10;
            }

            return damping >= DampingLimit && length <= RelativeStepAtRounding;
        }

        /// <summary>
        /// Near the minimum the sum of squares no longer tells two points apart, but the length of the step still does:
        /// undamped steps are taken as long as each is shorter than the one before.
        /// </summary>
        public void Polish()
        {
            var lastLength = double.PositiveInfinity;
            for (var iteration = 0; iteration < PolishLimit; iteration++)
            {
                if (!TryStep(damping: 0) || !TryTrial(project: false, out var sum) || sum > SumOfSquares * (1 + RiseByRounding))
                    return;
                var length = RelativeLength();
                if (length >= lastLength || length < RoundingAlone)
                    return;
                lastLength = length;
                Accept(sum);
            }
        }

        bool TryStep(double damping)
        {
            Array.Clear(matrix);
            Array.Clear(right);
            jacobian.CopyTo(matrix, 0);
            residuals.CopyTo(right, 0);
            for (var column = 0; column < count; column++)
            {
                var squares = 0.0;
                for (var row = 0; row < problem.PointCount; row++)
                    squares += jacobian[row * count + column] * jacobian[row * count + column];
                matrix[(problem.PointCount + column) * count + column] = Math.Sqrt(damping * squares);
            }

            LeastSquaresStep.Triangularise(matrix, count, right);
            return LeastSquaresStep.TrySolve(matrix, count, right, step);
        }

        bool TryTrial(bool project, out double sum)
        {
            for (var index = 0; index < count; index++)
                trial[index] = Parameters[index] + step[index];
            if (project)
                problem.Project(trial);
            for (var index = 0; index < count; index++)
                step[index] = trial[index] - Parameters[index];
            sum = double.PositiveInfinity;
            if (!problem.TryEvaluate(trial, trialResiduals, trialJacobian))
                return false;
            sum = SquaresOf(trialResiduals);
            return double.IsFinite(sum);
        }

        void Accept(double sum)
        {
            trial.CopyTo(Parameters, 0);
            trialResiduals.CopyTo(residuals, 0);
            trialJacobian.CopyTo(jacobian, 0);
            SumOfSquares = sum;
        }

        /// <summary>
        /// The longest step against its parameter; the caller scales its problem so that 1 is of middle size.
        /// </summary>
        double RelativeLength()
        {
            var longest = 0.0;
            for (var index = 0; index < count; index++)
                longest = Math.Max(longest, Math.Abs(step[index]) / (Math.Abs(Parameters[index]) + NearZero));
            return longest;
        }

        static double SquaresOf(double[] residuals)
        {
            var sum = 0.0;
            foreach (var residual in residuals)
                sum += residual * residual;
            return sum;
        }
    }
}
