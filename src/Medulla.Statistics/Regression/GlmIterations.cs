using Medulla.Statistics.Numerics;

namespace Medulla.Statistics.Regression;

/// <summary>Repeats the iterations of R's <c>glm</c>, whose covariance is that of the last estimate but one.</summary>
/// <remarks>
/// glm stops when the deviance changes by less than epsilon of itself, and reports the weights that led to its last
/// estimate. The deviance is flat at its minimum: even epsilon = 1e-14 leaves standard errors off by 1e-8 of themselves,
/// the default of 1e-8 by up to 1e-4. Iterates do not depend on how the columns are scaled.
/// </remarks>
static class GlmIterations
{
    const int MaximumIterations = 100;

    /// <summary>Standardised covariance, or null where the iterations end in separation.</summary>
    public static double[]? Covariance(
        RegressionDesign design, IReadOnlyList<bool> outcomes, IReadOnlyList<double>? offsets, double epsilon)
    {
        var columns = design.Columns;
        var information = new double[columns * columns];

        // Before there are coefficients, each fitted probability is halfway between its outcome and one half.
        double[] logOdds = [.. outcomes.Select(outcome => outcome ? Math.Log(3) : -Math.Log(3))];
        var deviance = Deviance(logOdds, outcomes);
        for (var iteration = 0; iteration < MaximumIterations; iteration++)
        {
            double[] fitted = [.. logOdds.Select(LogisticRegression.Probability)];
            information = design.Products(row => fitted[row] * (1 - fitted[row]));
            var coefficients = design.Projected(row => fitted[row] * (1 - fitted[row]) * (logOdds[row] - (offsets?[row] ?? 0))
                + (outcomes[row] ? 1 : 0) - fitted[row]);
            if (!Cholesky.TryFactor(information, columns))
                return null;
            Cholesky.Solve(information, columns, coefficients);
            for (var row = 0; row < design.Rows; row++)
                logOdds[row] = design.Dot(row, coefficients) + (offsets?[row] ?? 0);

            var before = deviance;
            deviance = Deviance(logOdds, outcomes);
            if (Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < epsilon)
                break;
        }

        var covariance = new double[columns * columns];
        Cholesky.Invert(information, columns, covariance);
        return covariance;
    }

    static double Deviance(double[] logOdds, IReadOnlyList<bool> outcomes)
    {
        var sum = 0.0;
        for (var row = 0; row < logOdds.Length; row++)
            sum -= 2 * Math.Log(LogisticRegression.Probability(outcomes[row] ? logOdds[row] : -logOdds[row]));
        return sum;
    }
}
