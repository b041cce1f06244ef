using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Climbs to the maximum of a partial likelihood by Newton's steps, halved where they overshoot.</summary>
/// <remarks>
/// The decrement is how far, in standard errors, the maximum lies from where the likelihood was evaluated last. Below 1e-9, or
/// 1e-10 × √event times, one more step is taken without looking: it leaves about the square of that, and the information, which
/// changes over some √event times standard errors, as it is to nine digits.
/// </remarks>
sealed class CoxMaximum
{
    const double Converged = 1e-9;
    const double ConvergedPerRoot = 1e-10;
    const double RoundingFloor = 1e-6;
    const double LikelihoodRounding = 1e-13;
    const double Singular = 1e-14;

    // Share of a column's information left after the columns before it; rounding leaves 1e-15, real data 1e-5.
    const double NoInformation = 1e-10;

    const int MaximumIterations = 100;
    const int MaximumHalvings = 30;
    const int FirstLookForSeparation = 5;

    readonly double[] trial;
    readonly double[] factor;

    /// <param name="likelihood">Of any tie method.</param>
    public CoxMaximum(ICoxLikelihood likelihood)
    {
        Likelihood = likelihood;
        var columns = likelihood.RiskSets.Columns;
        (Coefficients, Step, trial) = (new double[columns], new double[columns], new double[columns]);
        factor = new double[columns * columns];
    }

    public ICoxLikelihood Likelihood { get; }

    /// <summary>Where to begin; afterwards, the maximum.</summary>
    public double[] Coefficients { get; }

    /// <summary>The latest Newton step.</summary>
    public double[] Step { get; }

    /// <summary>Infinite before the first evaluation.</summary>
    public double Decrement { get; private set; }

    /// <summary>Cholesky factor of the latest information matrix.</summary>
    public ReadOnlySpan<double> Factor => factor;

    /// <param name="evaluated">The likelihood has just been evaluated at <see cref="Coefficients"/>.</param>
    /// <returns>Null when the maximum is reached.</returns>
    public NotEstimableCause? Climb(bool evaluated = false)
    {
        var order = Coefficients.Length;
        if (!evaluated && !Likelihood.Evaluate(Coefficients))
            return NotEstimableCause.NotConverged;
        var previous = double.PositiveInfinity;
        var converged = Math.Max(Converged, ConvergedPerRoot * Math.Sqrt(Likelihood.RiskSets.StepCount));
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Likelihood.Information.CopyTo(factor, 0);
            if (iteration == 0 && ConstantColumn() >= 0)
                return NotEstimableCause.Constant;
            if (!Cholesky.TryFactor(factor, order, iteration == 0 ? NoInformation : Singular))
                return iteration == 0 ? NotEstimableCause.Collinear
                    : CoxSeparation.Along(Likelihood.RiskSets, Step) ? NotEstimableCause.Separated
                    : NotEstimableCause.NotConverged;
            Likelihood.Score.CopyTo(Step, 0);
            Cholesky.SolveLower(factor, order, Step);
            var square = 0.0;
            foreach (var part in Step)
                square += part * part;
            Decrement = Math.Sqrt(square);
            Likelihood.Score.CopyTo(Step, 0);
            Cholesky.Solve(factor, order, Step);
            if (Decrement <= converged)
            {
                Add(Step, 1, Coefficients);
                return null;
            }

            if (Decrement < RoundingFloor && Decrement > previous / 2)
                return null;
            if (iteration >= FirstLookForSeparation && CoxSeparation.Along(Likelihood.RiskSets, Step))
                return NotEstimableCause.Separated;

            var atLeast = Likelihood.LogLikelihood - Math.Abs(Likelihood.LogLikelihood) * LikelihoodRounding;
            var share = 1.0;
            for (var halving = 0; !Try(share, atLeast) && halving < MaximumHalvings; halving++)
                share /= 2;
            trial.CopyTo(Coefficients, 0);
            previous = Decrement;
        }

        return NotEstimableCause.NotConverged;
    }

    bool Try(double share, double atLeast)
    {
        Coefficients.CopyTo(trial, 0);
        Add(Step, share, trial);
        return Likelihood.Evaluate(trial) && Likelihood.LogLikelihood >= atLeast;
    }

    /// <summary>The first column that does not vary among those at risk together; −1 where there is none.</summary>
    public int ConstantColumn()
    {
        var order = Coefficients.Length;
        var largest = 1.0;
        for (var column = 0; column < order; column++)
            largest = Math.Max(largest, Likelihood.Information[column * (order + 1)]);
        for (var column = 0; column < order; column++)
            if (!(Likelihood.Information[column * (order + 1)] > NoInformation * largest))
                return column;
        return -1;
    }

    static void Add(ReadOnlySpan<double> step, double share, Span<double> coefficients)
    {
        for (var column = 0; column < coefficients.Length; column++)
            coefficients[column] += share * step[column];
    }
}
