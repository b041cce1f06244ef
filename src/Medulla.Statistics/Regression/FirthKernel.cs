using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>The logistic likelihood times the square root of its information's determinant, climbed in flat arrays.</summary>
/// <remarks>
/// Score: Σ (y − π + h (½ − π)) x with h the leverage. The steps weigh each row by 1 + h times its variance, as if the
/// penalty were h further observations, one half of them cases.
/// </remarks>
sealed class FirthKernel(double[] values, int columns, double[] outcomes, double[]? offsets)
{
    const double Converged = 1e-12;
    const double RoundingFloor = 1e-7;
    const double LikelihoodRounding = 1e-13;
    const double LongestStep = 5;
    const int MaximumIterations = 500;
    const int MaximumHalvings = 40;

    readonly double[] previous = new double[columns];
    readonly double[] step = new double[columns];
    readonly double[] line = new double[columns];
    readonly double[] factor = new double[columns * columns];
    readonly double[] augmented = new double[columns * columns];

    public double[] Coefficients { get; } = new double[columns];

    /// <summary>Of the penalised likelihood.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Of the outcomes alone.</summary>
    public double PlainLogLikelihood { get; private set; }

    public double[] Score { get; } = new double[columns];

    /// <summary>Cholesky factor of the information.</summary>
    public ReadOnlySpan<double> Factor => factor;

    /// <summary>Leverage of each row.</summary>
    public double[] Leverages { get; } = new double[outcomes.Length];

    /// <summary>Fitted probability of each row.</summary>
    public double[] Fitted { get; } = new double[outcomes.Length];

    public double NewtonDecrement { get; private set; }

    /// <summary>Climbs from the present coefficients to the maximum.</summary>
    /// <param name="free">Which coefficients move; the penalty is that of all of them.</param>
    /// <returns>False where the columns are collinear or no maximum was reached.</returns>
    public bool TryFit(Func<int, bool> free)
    {
        if (!TryEvaluate())
            return false;
        var previousDecrement = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            if (!TryStep(free))
                return false;
            if (NewtonDecrement <= Converged || (NewtonDecrement < RoundingFloor && NewtonDecrement > previousDecrement * 0.9))
                return true;
            previousDecrement = NewtonDecrement;

            var longest = step.Max(Math.Abs);
            var atLeast = LogLikelihood - Math.Abs(LogLikelihood) * LikelihoodRounding;
            Coefficients.CopyTo(previous, 0);
            var share = Math.Min(1, LongestStep / longest);
            for (var halving = 0; ; halving++)
            {
                for (var column = 0; column < columns; column++)
                    Coefficients[column] = previous[column] + share * step[column];
                if (TryEvaluate() && LogLikelihood >= atLeast)
                    break;
                if (halving == MaximumHalvings)
                    return false;
                share /= 2;
            }
        }

        return false;
    }

    bool TryEvaluate()
    {
        PlainLogLikelihood = 0;
        Array.Clear(factor);
        for (var row = 0; row < outcomes.Length; row++)
        {
            var here = values.AsSpan(row * columns, columns);
            var logOdds = offsets?[row] ?? 0;
            for (var column = 0; column < columns; column++)
                logOdds += Coefficients[column] * here[column];
            var signed = outcomes[row] > 0 ? logOdds : -logOdds;
            PlainLogLikelihood += Math.Min(0, signed) - Math.Log(1 + Math.Exp(-Math.Abs(signed)));
            Fitted[row] = LogisticRegression.Probability(logOdds);
            AddProducts(factor, here, Variance(row));
        }

        if (!Cholesky.TryFactor(factor, columns))
            return false;
        LogLikelihood = PlainLogLikelihood;
        for (var column = 0; column < columns; column++)
            LogLikelihood += Math.Log(factor[column * columns + column]);

        Array.Clear(Score);
        Array.Clear(augmented);
        for (var row = 0; row < outcomes.Length; row++)
        {
            var here = values.AsSpan(row * columns, columns);
            here.CopyTo(line);
            Cholesky.SolveLower(factor, columns, line);
            var leverage = 0.0;
            foreach (var part in line)
                leverage += part * part;
            leverage *= Variance(row);
            Leverages[row] = leverage;
            var slope = outcomes[row] - Fitted[row] + leverage * (0.5 - Fitted[row]);
            for (var column = 0; column < columns; column++)
                Score[column] += slope * here[column];
            AddProducts(augmented, here, Variance(row) * (1 + leverage));
        }

        return true;
    }

    bool TryStep(Func<int, bool> free)
    {
        Score.CopyTo(step, 0);
        for (var held = 0; held < columns; held++)
            if (!free(held))
            {
                step[held] = 0;
                for (var other = 0; other < columns; other++)
                    augmented[Math.Max(held, other) * columns + Math.Min(held, other)] = other == held ? 1 : 0;
            }

        if (!Cholesky.TryFactor(augmented, columns))
            return false;
        Cholesky.Solve(augmented, columns, step);
        var square = 0.0;
        for (var column = 0; column < columns; column++)
            square += step[column] * Score[column];
        NewtonDecrement = Math.Sqrt(Math.Max(0, square));
        return true;
    }

    double Variance(int row) => Fitted[row] * (1 - Fitted[row]);

    void AddProducts(double[] matrix, ReadOnlySpan<double> here, double weight)
    {
        for (var column = 0; column < columns; column++)
        {
            var moment = weight * here[column];
            for (var other = 0; other <= column; other++)
                matrix[column * columns + other] += moment * here[other];
        }
    }
}
