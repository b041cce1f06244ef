using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Newton's method for the logistic likelihood in flat arrays; a refit allocates nothing.</summary>
/// <remarks>
/// Made for loops of refits (bootstrap, cross-validation, profiles): one kernel, many calls of <see cref="TryFit"/> with
/// other weights. A resample is a weight per row: how often the row was drawn.
/// </remarks>
sealed class LogisticKernel
{
    // The step that follows a decrement of this size squares it: the estimate is then exact to rounding.
    const double Converged = 1e-8;
    const double LikelihoodRounding = 1e-13;
    const int MaximumIterations = 100;
    const int MaximumHalvings = 40;

    readonly double[] values;
    readonly double[] outcomes;
    readonly int rows;
    readonly int columns;
    readonly double[] coefficients;
    readonly double[] previous;
    readonly double[] step;
    readonly double[] score;
    readonly double[] information;
    readonly double[] factor;

    /// <param name="values">Rows × columns, row after row, the intercept's ones included; standardised is best.</param>
    /// <param name="columns">Number of coefficients.</param>
    /// <param name="outcomes">1 for a case, 0 for a control.</param>
    public LogisticKernel(double[] values, int columns, double[] outcomes)
    {
        (this.values, this.columns, this.outcomes, rows) = (values, columns, outcomes, outcomes.Length);
        coefficients = new double[columns];
        previous = new double[columns];
        step = new double[columns];
        score = new double[columns];
        information = new double[columns * columns];
        factor = new double[columns * columns];
    }

    /// <summary>Where the search stands; the caller may set a start.</summary>
    public Span<double> Coefficients => coefficients;

    /// <summary>At the coefficients of the last <see cref="Evaluate"/>.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>At the coefficients of the last <see cref="Evaluate"/>.</summary>
    public ReadOnlySpan<double> Score => score;

    /// <summary>Lower triangle, at the coefficients of the last <see cref="Evaluate"/>.</summary>
    public ReadOnlySpan<double> Information => information;

    /// <summary>The latest Newton step: where a likelihood rises for ever, it turns into that direction.</summary>
    public ReadOnlySpan<double> Step => step;

    /// <summary>From the present coefficients to the maximum.</summary>
    /// <param name="weights">How often each row counts; empty for once each.</param>
    /// <param name="offsets">Known part of each log odds; empty for 0 each.</param>
    /// <param name="held">A coefficient that stays where it is, or −1.</param>
    /// <returns>False where no maximum was reached: separation or collinear columns among the rows that count.</returns>
    public bool TryFit(ReadOnlySpan<double> weights = default, ReadOnlySpan<double> offsets = default, int held = -1)
    {
        Evaluate(weights, offsets);
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            if (!TryStep(held, out var decrement) || Separates(iteration, weights))
                return false;

            coefficients.CopyTo(previous, 0);
            Move(1);
            if (decrement <= Converged)
                return true;

            var atLeast = LogLikelihood - Math.Abs(LogLikelihood) * LikelihoodRounding;
            Evaluate(weights, offsets);
            for (var halving = 1; !(LogLikelihood >= atLeast); halving++)
            {
                if (halving > MaximumHalvings)
                    return false;
                Move(Math.ScaleB(1, -halving));
                Evaluate(weights, offsets);
            }
        }

        return false;
    }

    /// <summary>Likelihood, score and information at the present coefficients.</summary>
    public void Evaluate(ReadOnlySpan<double> weights = default, ReadOnlySpan<double> offsets = default)
    {
        LogLikelihood = 0;
        Array.Clear(score);
        Array.Clear(information);
        for (var row = 0; row < rows; row++)
        {
            var weight = weights.IsEmpty ? 1 : weights[row];
            if (weight == 0)
                continue;

            var here = values.AsSpan(row * columns, columns);
            var logOdds = offsets.IsEmpty ? 0 : offsets[row];
            for (var column = 0; column < here.Length; column++)
                logOdds += coefficients[column] * here[column];

            // e^−|log odds| never overflows, and either probability keeps its digits.
            var rarer = Math.Exp(-Math.Abs(logOdds));
            var rare = rarer / (1 + rarer);
            var common = 1 / (1 + rarer);
            var outcome = outcomes[row];
            LogLikelihood += weight * (Math.Min(0, outcome > 0 ? logOdds : -logOdds) - Math.Log(1 + rarer));
            var likely = logOdds > 0 == outcome > 0 ? rare : common;
            var residual = outcome > 0 ? likely : -likely;
            var curvature = weight * rare * common;
            for (var column = 0; column < here.Length; column++)
            {
                score[column] += weight * residual * here[column];
                var moment = curvature * here[column];
                var line = information.AsSpan(column * columns, column + 1);
                for (var other = 0; other < line.Length; other++)
                    line[other] += moment * here[other];
            }
        }
    }

    bool TryStep(int held, out double decrement)
    {
        information.CopyTo(factor, 0);
        if (held >= 0)
            for (var other = 0; other < columns; other++)
                factor[Math.Max(held, other) * columns + Math.Min(held, other)] = other == held ? 1 : 0;

        decrement = 0;
        if (!Cholesky.TryFactor(factor, columns))
            return false;
        score.CopyTo(step, 0);
        if (held >= 0)
            step[held] = 0;
        Cholesky.Solve(factor, columns, step);
        for (var column = 0; column < columns; column++)
            if (column != held)
                decrement += step[column] * score[column];
        decrement = Math.Sqrt(Math.Max(0, decrement));
        return true;
    }

    void Move(double share)
    {
        for (var column = 0; column < columns; column++)
            coefficients[column] = previous[column] + share * step[column];
    }

    bool Separates(int iteration, ReadOnlySpan<double> weights) =>
        iteration >= LogisticSeparation.FirstLook
        && LogisticSeparation.Holds(values, columns, outcomes, weights, step, LogisticSeparation.Exact);
}
