using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Regression;

/// <summary>Profile likelihood of one coefficient of a logistic model.</summary>
static class LogisticProfile
{
    public static Interval Interval(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, LogisticOptions options, int held,
        LogisticCoefficient coefficient, IReadOnlyList<LogisticCoefficient> estimates, double maximum)
    {
        // Not centred, so that the intercept of the design is the intercept of the table.
        var design = new RegressionDesign(outcomes.Count, covariates, centred: held != 0);
        var kernel = new LogisticKernel(
            design.Values, design.Columns, [.. outcomes.Select(outcome => outcome ? 1.0 : 0.0)]);
        var offsets = options.Offset?.ToArray();
        var start = design.Standardised([.. estimates.Select(one => one.Estimate)]);
        var scale = design.Scale(held);
        return ProfileRoot.Limits(Profile, coefficient.Estimate, coefficient.StandardError, maximum, options.ConfidenceLevel);

        (double LogLikelihood, double Slope) Profile(double value)
        {
            start.CopyTo(kernel.Coefficients);
            kernel.Coefficients[held] = value * scale;
            if (!kernel.TryFit(offsets: offsets, held: held))
                throw new NotEstimableException(NotEstimableCause.NotConverged, [coefficient.Name],
                    $"Found no profile likelihood of {coefficient.Name}. "
                        + "Expected more participants: report the Wald interval.");
            kernel.Evaluate(offsets: offsets);
            return (kernel.LogLikelihood, kernel.Score[held] * scale);
        }
    }
}
