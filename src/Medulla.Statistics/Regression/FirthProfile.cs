using System.Globalization;

namespace Medulla.Statistics.Regression;

/// <summary>Profile penalised likelihood of one coefficient of a Firth logistic model: its interval and its test.</summary>
static class FirthProfile
{
    public static FirthKernel Kernel(RegressionDesign design, IReadOnlyList<bool> outcomes, LogisticOptions options) =>
        new(design.Values, design.Columns, [.. outcomes.Select(outcome => outcome ? 1.0 : 0.0)], options.Offset?.ToArray());

    public static FirthCoefficient Coefficient(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, LogisticOptions options, string name, int held,
        double[] estimates, double maximum, double standardError)
    {
        var profile = Of(outcomes, covariates, options, name, held, estimates);
        var interval = ProfileRoot.Limits(profile, estimates[held], standardError, maximum, options.ConfidenceLevel);
        var ratio = Math.Max(0, 2 * (maximum - profile(0).LogLikelihood));
        return new FirthCoefficient(name, estimates[held], standardError, interval, ChiSquareStatistic.Of(ratio, 1));
    }

    /// <summary>From a value of the held coefficient to the penalised likelihood and its slope.</summary>
    public static Func<double, (double LogLikelihood, double Slope)> Of(
        IReadOnlyList<bool> outcomes, IReadOnlyList<Covariate> covariates, LogisticOptions options, string name, int held,
        double[] estimates)
    {
        // Not centred, so that the intercept of the design is the intercept of the table.
        var design = new RegressionDesign(outcomes.Count, covariates, centred: held != 0);
        var kernel = Kernel(design, outcomes, options);
        var start = design.Standardised(estimates);
        var scale = design.Scale(held);
        return value =>
        {
            start.CopyTo(kernel.Coefficients, 0);
            kernel.Coefficients[held] = value * scale;
            return kernel.TryFit(column => column != held)
                ? (kernel.LogLikelihood + design.LogScale, kernel.Score[held] * scale)
                : throw new NotEstimableException(NotEstimableCause.NotConverged, [name],
                    string.Create(CultureInfo.InvariantCulture, $"Found no profile likelihood of {name} at {value}. ")
                        + "Expected more participants: leave columns out.");
        };
    }
}
