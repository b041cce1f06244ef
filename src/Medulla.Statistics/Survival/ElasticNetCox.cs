using System.Collections.Immutable;
using System.Globalization;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Survival;

/// <summary>One row of an <see cref="ElasticNetCox"/>'s table.</summary>
/// <remarks>No standard error, test or interval: the penalty chose which coefficients are 0 by looking at the outcome, and
/// no formula that ignores this is honest. Repeat the choice in bootstrap samples instead.</remarks>
/// <param name="Name">Of the column.</param>
/// <param name="Estimate">Log hazard ratio per unit of the column, shrunk; 0 where the column is left out.</param>
public sealed record ElasticNetCoefficient(string Name, double Estimate)
{
    public bool Selected => Estimate != 0;

    /// <summary>Shrunk, per unit of the column.</summary>
    public double HazardRatio => Math.Exp(Estimate);
}

/// <summary>Cox regression that pays for absolute and squared coefficients: lasso, ridge, and what lies between.</summary>
/// <remarks>
/// Minimises −log-likelihood / n + λ Σ (α |β| + (1 − α) β²/2) over coefficients per standard deviation (divisor n), by
/// coordinate descent within Newton steps until no coefficient moves by 1e-12. Breslow ties.
/// R: <c>glmnet(x, Surv(time, event), family = "cox", alpha = , lambda = , thresh = 1e-20)</c>.
/// Sources: Simon et al. 2011; Tibshirani 1997; Zou &amp; Hastie 2005.
/// </remarks>
public sealed class ElasticNetCox
{
    const double Still = 1e-13;
    const int MaximumSteps = 500;
    const int MaximumSweeps = 100_000;
    const int MaximumHalvings = 40;

    ElasticNetCox(
        CoxDerivatives likelihood, double[] coefficients, double[] units, double nullLogLikelihood, double saturated,
        double alpha, double lambda)
    {
        (Alpha, Lambda) = (alpha, lambda);
        (LogLikelihood, NullLogLikelihood) = (likelihood.LogLikelihood, nullLogLikelihood);
        NullDeviance = 2 * (saturated - nullLogLikelihood);
        DevianceRatio = 1 - 2 * (saturated - likelihood.LogLikelihood) / NullDeviance;
        Coefficients = [.. likelihood.Names.Select((name, column) =>
            new ElasticNetCoefficient(name, coefficients[column] / units[column]))];
    }

    /// <summary>In the order of the columns.</summary>
    public ImmutableArray<ElasticNetCoefficient> Coefficients { get; }

    /// <summary>1 for the lasso, 0 for ridge.</summary>
    public double Alpha { get; }

    public double Lambda { get; }

    /// <summary>Without the penalty, at the estimate.</summary>
    public double LogLikelihood { get; }

    public double NullLogLikelihood { get; }

    /// <summary>Twice the distance of the null model from one hazard per event time: log-likelihood −Σ d log d.</summary>
    public double NullDeviance { get; }

    /// <summary>Share of it that the model takes away. R: <c>glmnet()$dev.ratio</c>.</summary>
    public double DevianceRatio { get; }

    /// <summary>The conventions in words, for a report's footnote.</summary>
    public string Convention => string.Create(CultureInfo.InvariantCulture,
        $"Elastic net Cox regression, Breslow ties, alpha {Alpha}, lambda {Lambda}, no tests or intervals; ")
        + string.Create(CultureInfo.InvariantCulture,
            $"R: glmnet(x, Surv(time, event), family = \"cox\", alpha = {Alpha}, lambda = {Lambda})");

    /// <param name="followUps">One per participant.</param>
    /// <param name="covariates">At least one column; more columns than participants are allowed.</param>
    /// <param name="alpha">From 0 (ridge) to 1 (lasso).</param>
    /// <param name="lambda">Above 0.</param>
    /// <param name="standardise">Whether the penalty is on coefficients per standard deviation; otherwise per unit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is missing, not finite or out of range.</exception>
    /// <exception cref="NotEstimableException">No events, or no end of the search.</exception>
    public static ElasticNetCox Fit(
        IReadOnlyList<FollowUp> followUps, IReadOnlyList<Covariate> covariates, double alpha, double lambda,
        bool standardise = true)
    {
        if (alpha is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Expected from 0 to 1.");
        if (lambda is not (> 0 and < double.PositiveInfinity))
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Expected above 0, and finite.");

        var likelihood = new CoxDerivatives(followUps, covariates, new CoxOptions { Ties = CoxTies.Breslow });
        var participants = followUps.Count;
        double[] penalties = [.. likelihood.Scales.Select(scale => standardise ? 1 : 1 / scale)];
        var coefficients = new double[likelihood.Columns];
        likelihood.Evaluate(coefficients);
        var nullLogLikelihood = likelihood.LogLikelihood;
        for (var steps = 0; steps < MaximumSteps; steps++)
        {
            var proposed = Descend(likelihood, coefficients, penalties, participants, alpha, lambda);
            var reached = Objective(coefficients);
            var (previous, share) = (coefficients, 1.0);
            for (var halving = 0; halving <= MaximumHalvings; halving++, share /= 2)
            {
                coefficients = [.. previous.Select((one, column) => halving == 0
                    ? proposed[column] : one + share * (proposed[column] - one))];
                likelihood.Evaluate(coefficients);
                if (Objective(coefficients) <= reached + 1e-13 * Math.Abs(reached))
                    break;
            }

            if (previous.Zip(coefficients, (one, other) => Math.Abs(one - other)).Max() <= Still)
                return new ElasticNetCox(
                    likelihood, coefficients, likelihood.Scales, nullLogLikelihood, Saturated(followUps), alpha, lambda);
        }

        throw new NotEstimableException(NotEstimableCause.NotConverged, [.. likelihood.Names],
            "Found no end of the coordinate descent. Expected a larger lambda.");

        double Objective(double[] at) => -likelihood.LogLikelihood / participants + lambda * at.Select((one, column) =>
            alpha * penalties[column] * Math.Abs(one) + (1 - alpha) / 2 * Math.Pow(penalties[column] * one, 2)).Sum();
    }

    // The quadratic that touches the likelihood here, plus the penalty: one coefficient after the other, until all are still.
    static double[] Descend(
        CoxDerivatives likelihood, double[] coefficients, double[] penalties, int participants, double alpha, double lambda)
    {
        var columns = coefficients.Length;
        var at = (double[])coefficients.Clone();
        double[] slopes = [.. likelihood.Score.Select(slope => slope / participants)];
        for (var sweep = 0; sweep < MaximumSweeps; sweep++)
        {
            var furthest = 0.0;
            for (var column = 0; column < columns; column++)
            {
                var curvature = likelihood.Information[column * columns + column] / participants;
                if (curvature <= 0)
                    continue;
                var pulled = slopes[column] + curvature * at[column];
                var threshold = lambda * alpha * penalties[column];
                var next = Math.Sign(pulled) * Math.Max(0, Math.Abs(pulled) - threshold)
                    / (curvature + lambda * (1 - alpha) * penalties[column] * penalties[column]);
                var change = next - at[column];
                if (change == 0)
                    continue;
                at[column] = next;
                for (var other = 0; other < columns; other++)
                    slopes[other] -= likelihood.Information[other * columns + column] / participants * change;
                furthest = Math.Max(furthest, Math.Abs(change));
            }

            if (furthest <= Still / 10)
                break;
        }

        return at;
    }

    static double Saturated(IReadOnlyList<FollowUp> followUps)
    {
        var times = TiedTimes.Merge(followUps).Times;
        return -Enumerable.Range(0, times.Length).Where(row => followUps[row].EventObserved)
            .GroupBy(row => times[row]).Sum(tied => tied.Count() * Math.Log(tied.Count()));
    }
}
