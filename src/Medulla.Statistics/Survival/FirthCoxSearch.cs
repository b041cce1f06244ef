using Medulla.Statistics.Numerics;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>Climbs the partial likelihood times the square root of its information's determinant.</summary>
sealed class FirthCoxSearch
{
    const double Converged = 1e-11;
    const double RoundingFloor = 1e-6;
    const double Difference = 1e-5;
    const double LikelihoodRounding = 1e-13;
    const double LongestStep = 2.5;
    const int MaximumIterations = 500;
    const int MaximumHalvings = 40;

    readonly CoxDerivatives likelihood;
    readonly double[] factor;
    readonly double logScale;

    /// <exception cref="NotEstimableException">No events, or a constant or collinear column.</exception>
    public FirthCoxSearch(IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        likelihood = new CoxDerivatives(followUps, covariates, options);
        likelihood.RequireInformation();
        Coefficients = new double[Columns];
        Score = new double[Columns];
        factor = new double[Columns * Columns];
        logScale = Columns * Math.Log((followUps.Count - 1.0) / followUps.Count) / 2;
    }

    public int Columns => likelihood.Columns;

    public string[] Names => likelihood.Names;

    public double[] Scales => likelihood.Scales;

    /// <summary>Per standard deviation.</summary>
    public double[] Coefficients { get; }

    /// <summary>Penalised, with the information per standard deviation (divisor n − 1), as coxphf has it.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Of the penalised likelihood.</summary>
    public double[] Score { get; }

    public double NewtonDecrement { get; private set; }

    /// <summary>Inverse information at the coefficients of the last climb, in the columns' own units.</summary>
    public double[] Covariance()
    {
        var covariance = new double[Columns * Columns];
        Cholesky.Invert(factor, Columns, covariance);
        for (var row = 0; row < Columns; row++)
            for (var column = 0; column < Columns; column++)
                covariance[row * Columns + column] /= Scales[row] * Scales[column];
        return covariance;
    }

    /// <summary>From the present coefficients to the maximum over those that are free.</summary>
    /// <exception cref="NotEstimableException">There is no maximum within reach.</exception>
    public void Climb(Func<int, bool> free)
    {
        if (!TryEvaluate())
            throw NotConverged();
        var previousDecrement = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            var step = Step(free);
            NewtonDecrement = Math.Sqrt(Math.Max(0, step.Zip(Score, (part, slope) => part * slope).Sum()));
            if (NewtonDecrement <= Converged || (NewtonDecrement < RoundingFloor && NewtonDecrement > previousDecrement / 2))
                return;
            previousDecrement = NewtonDecrement;

            var atLeast = LogLikelihood - Math.Abs(LogLikelihood) * LikelihoodRounding;
            var previous = (double[])Coefficients.Clone();
            var share = Math.Min(1, LongestStep / step.Max(Math.Abs));
            for (var halving = 0; ; halving++, share /= 2)
            {
                for (var column = 0; column < Columns; column++)
                    Coefficients[column] = previous[column] + share * step[column];
                if (TryEvaluate() && LogLikelihood >= atLeast)
                    break;
                if (halving == MaximumHalvings)
                    throw NotConverged();
            }
        }

        throw NotConverged();
    }

    bool TryEvaluate()
    {
        likelihood.EvaluateThird(Coefficients);
        likelihood.Information.CopyTo(factor, 0);
        if (!Cholesky.TryFactor(factor, Columns))
            return false;

        var inverse = new double[Columns * Columns];
        Cholesky.Invert(factor, Columns, inverse);
        LogLikelihood = likelihood.LogLikelihood + logScale;
        for (var column = 0; column < Columns; column++)
        {
            LogLikelihood += Math.Log(factor[column * Columns + column]);

            // Half the trace of inverse information times its derivative.
            var slope = likelihood.Score[column];
            for (var pair = 0; pair < inverse.Length; pair++)
                slope += inverse[pair] * likelihood.Third[pair * Columns + column] / 2;
            Score[column] = slope;
        }

        return true;
    }

    double[] Step(Func<int, bool> free)
    {
        var slopes = (double[])Score.Clone();
        var curvature = Curvature(free);
        var step = (double[])slopes.Clone();
        if (!Cholesky.TryFactor(curvature, Columns))
        {
            // Far from the maximum the likelihood may bend the other way; its information never does.
            likelihood.Information.CopyTo(curvature, 0);
            Hold(curvature, free);
            Cholesky.TryFactor(curvature, Columns);
        }

        for (var column = 0; column < Columns; column++)
            if (!free(column))
                step[column] = 0;
        Cholesky.Solve(curvature, Columns, step);
        return step;
    }

    // The penalty's second derivative would need fourth moments: differences of the exact score serve as well. Steps on the
    // information alone overshoot twofold where events are few, and go to and fro for ever.
    double[] Curvature(Func<int, bool> free)
    {
        var curvature = new double[Columns * Columns];
        for (var column = 0; column < Columns; column++)
        {
            if (!free(column))
                continue;
            var here = Coefficients[column];
            Coefficients[column] = here + Difference;
            TryEvaluate();
            var forward = (double[])Score.Clone();
            Coefficients[column] = here - Difference;
            TryEvaluate();
            Coefficients[column] = here;
            for (var row = 0; row < Columns; row++)
            {
                var slope = (Score[row] - forward[row]) / (4 * Difference);
                curvature[row * Columns + column] += slope;
                curvature[column * Columns + row] += slope;
            }
        }

        TryEvaluate();
        Hold(curvature, free);
        return curvature;
    }

    void Hold(double[] curvature, Func<int, bool> free)
    {
        for (var held = 0; held < Columns; held++)
            if (!free(held))
                for (var other = 0; other < Columns; other++)
                    curvature[Math.Max(held, other) * Columns + Math.Min(held, other)] = other == held ? 1 : 0;
    }

    NotEstimableException NotConverged() => new(NotEstimableCause.NotConverged, [.. Names],
        "Found no maximum of the penalised likelihood. Expected fewer columns or more events: leave columns out.");
}
