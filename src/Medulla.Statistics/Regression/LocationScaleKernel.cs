using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Maximum likelihood of outcome = columns × coefficients + scale × error, outcomes perhaps censored.</summary>
/// <remarks>
/// Climbed in coefficients / scale and 1 / scale: there the log-likelihood of a log-concave error is concave as a whole,
/// so that Newton's method has one place to go. Sources: Olsen 1978; Pratt 1981.
/// </remarks>
sealed class LocationScaleKernel
{
    const double Converged = 1e-13;
    const double RoundingFloor = 1e-7;
    const double LikelihoodRounding = 1e-13;
    const int MaximumIterations = 200;
    const int MaximumHalvings = 60;
    const int FirstLookForSeparation = 12;
    const double StillMoving = 0.2;
    const double OnTheBorder = 1e-6;

    readonly RegressionDesign design;
    readonly CensoredValue[] outcomes;
    readonly ErrorDistribution error;
    readonly bool scaleKnown;
    readonly int order;
    readonly double centre;
    readonly double spread;
    readonly double[] score;

    /// <param name="design">Standardised columns.</param>
    /// <param name="outcomes">In the order of its rows.</param>
    /// <param name="error">Of mean about 0 and scale 1.</param>
    /// <param name="scaleKnown">The scale is 1 in the outcome's unit and stays so.</param>
    public LocationScaleKernel(
        RegressionDesign design, IReadOnlyList<CensoredValue> outcomes, ErrorDistribution error, bool scaleKnown)
    {
        (this.design, this.error, this.scaleKnown) = (design, error, scaleKnown);
        order = design.Columns + 1;
        centre = outcomes.Average(outcome => outcome.Value);
        var variance = outcomes.Average(outcome => (outcome.Value - centre) * (outcome.Value - centre));
        spread = scaleKnown || variance == 0 ? 1 : Math.Sqrt(variance);
        this.outcomes = [.. outcomes.Select(outcome => outcome with { Value = (outcome.Value - centre) / spread })];
        score = new double[order];
        Ratios = new double[order];
        Ratios[^1] = 1;
    }

    /// <summary>Standardised coefficients over the scale, and 1 / scale last.</summary>
    public double[] Ratios { get; }

    /// <summary>In the outcome's own unit.</summary>
    public double LogLikelihood { get; private set; }

    public double NewtonDecrement { get; private set; }

    public double Scale => spread / Ratios[^1];

    /// <summary>In the units of columns and outcome.</summary>
    public double[] Coefficients()
    {
        var coefficients = design.Coefficients([.. Ratios.Take(order - 1).Select(ratio => ratio / Ratios[^1] * spread)]);
        coefficients[0] += centre;
        return coefficients;
    }

    /// <summary>Of the coefficients and, unless the scale is known, of its logarithm: inverse observed information.</summary>
    public double[] Covariance()
    {
        var inverse = 1 / Ratios[^1];
        var known = scaleKnown ? order - 1 : order;
        var information = new double[known * known];
        for (var row = 0; row < outcomes.Length; row++)
        {
            var z = Error(row);
            var (_, first, second) = Term(row, z);
            var here = design.Row(row);
            for (var column = 0; column < known; column++)
                for (var other = 0; other <= column; other++)
                    information[column * known + other] -= column < order - 1
                        ? here[column] * here[other] * second / (inverse * inverse)
                        : other < order - 1 ? here[other] * (z * second + first) / inverse : z * z * second + z * first;
        }

        Cholesky.TryFactor(information, known);
        var covariance = new double[known * known];
        Cholesky.Invert(information, known, covariance);
        for (var row = 0; row < known; row++)
            for (var column = 0; column < known; column++)
                covariance[row * known + column] *= (row < order - 1 ? spread : 1) * (column < order - 1 ? spread : 1);
        return design.Covariance(covariance, known);
    }

    /// <exception cref="NotEstimableException">A coefficient or the scale has no finite estimate.</exception>
    public void Fit()
    {
        Start();
        var factor = Evaluate();
        var previous = new double[order];
        var previousDecrement = double.PositiveInfinity;
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            if (scaleKnown)
                Hold(factor);
            var step = (double[])score.Clone();
            if (!Cholesky.TryFactor(factor, order))
                throw NotConverged();
            Cholesky.Solve(factor, order, step);
            NewtonDecrement = Math.Sqrt(Math.Max(0, step.Zip(score, (part, slope) => part * slope).Sum()));
            if (NewtonDecrement <= Converged || (NewtonDecrement < RoundingFloor && NewtonDecrement > previousDecrement / 2))
                return;
            previousDecrement = NewtonDecrement;
            if (iteration >= FirstLookForSeparation)
                RequireOverlap(step);

            var atLeast = LogLikelihood - Math.Abs(LogLikelihood) * LikelihoodRounding;
            Ratios.CopyTo(previous, 0);
            var share = 1.0;
            for (var halving = 0; ; halving++, share /= 2)
            {
                for (var place = 0; place < order; place++)
                    Ratios[place] = previous[place] + share * step[place];
                if (Ratios[^1] > 0)
                {
                    factor = Evaluate();
                    if (LogLikelihood >= atLeast)
                        break;
                }

                if (halving == MaximumHalvings)
                    throw NotConverged();
            }
        }

        throw NotConverged();
    }

    // Least squares on the values and limits alike: concave from there on, wherever it is.
    void Start()
    {
        var factor = design.Products(_ => 1);
        var coefficients = design.Projected(row => outcomes[row].Value);
        Cholesky.TryFactor(factor, design.Columns);
        Cholesky.Solve(factor, design.Columns, coefficients);
        var left = Enumerable.Range(0, design.Rows)
            .Average(row => Math.Pow(outcomes[row].Value - design.Dot(row, coefficients), 2));
        Ratios[^1] = scaleKnown ? 1 : 1 / Math.Sqrt(Math.Max(left, 1e-4));
        for (var column = 0; column < design.Columns; column++)
            Ratios[column] = coefficients[column] * Ratios[^1];
    }

    double[] Evaluate()
    {
        var information = new double[order * order];
        Array.Clear(score);
        LogLikelihood = 0;
        for (var row = 0; row < outcomes.Length; row++)
        {
            var outcome = outcomes[row];
            var (value, first, second) = Term(row, Error(row));
            LogLikelihood += value;
            if (outcome.Censoring == ValueCensoring.None)
            {
                LogLikelihood += Math.Log(Ratios[^1] / spread);
                score[^1] += 1 / Ratios[^1];
                information[^1] += 1 / (Ratios[^1] * Ratios[^1]);
            }

            var here = design.Row(row);
            for (var column = 0; column < order; column++)
            {
                var slope = column < order - 1 ? -here[column] : outcome.Value;
                score[column] += first * slope;
                for (var other = 0; other <= column; other++)
                    information[column * order + other] -=
                        second * slope * (other < order - 1 ? -here[other] : outcome.Value);
            }
        }

        return information;
    }

    double Error(int row) => Ratios[^1] * outcomes[row].Value - design.Dot(row, Ratios);

    LogTerm Term(int row, double z) => outcomes[row].Censoring switch
    {
        ValueCensoring.None => error.Density(z),
        ValueCensoring.Above => error.UpperTail(z),
        _ => error.LowerTail(z),
    };

    void Hold(double[] information)
    {
        information.AsSpan((order - 1) * order).Clear();
        information[^1] = 1;
        score[^1] = 0;
    }

    // A level of a column in which every outcome is censored on the same side has no finite coefficient.
    void RequireOverlap(double[] step)
    {
        double furthest = 0, wrong = 0;
        for (var row = 0; row < outcomes.Length; row++)
        {
            var place = step[^1] * outcomes[row].Value - design.Dot(row, step);
            furthest = Math.Max(furthest, Math.Abs(place));
            wrong = Math.Max(wrong, outcomes[row].Censoring switch
            {
                ValueCensoring.None => Math.Abs(place),
                ValueCensoring.Above => place,
                _ => -place,
            });
        }

        if (furthest <= StillMoving || wrong > OnTheBorder * furthest)
            return;
        var largest = step.Take(order - 1).Skip(1).Select(Math.Abs).DefaultIfEmpty().Max();
        string[] names = [.. Enumerable.Range(1, order - 2)
            .Where(column => Math.Abs(step[column]) > 1e-3 * largest).Select(column => design.Names[column])];
        throw new NotEstimableException(NotEstimableCause.Separated, [.. names],
            $"Found that wherever {string.Join(", ", names)} differs from the others, all outcomes are censored on one side. "
                + "Expected observed outcomes on both sides: merge levels or leave the column out.");
    }

    NotEstimableException NotConverged() => new(NotEstimableCause.NotConverged, [.. design.Names],
        "Found no maximum of the likelihood. Expected more outcomes that are not censored, or fewer columns: "
            + "leave columns out.");
}
