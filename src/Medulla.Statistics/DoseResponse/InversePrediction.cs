using MathNet.Numerics.Distributions;

namespace Medulla.Statistics.DoseResponse;

/// <summary>The dose behind a new response, with the uncertainty of the response and of the curve.</summary>
/// <param name="Replicates">Responses averaged, counted in fitted points.</param>
/// <param name="StandardErrorOfLogDose">Natural logarithm.</param>
/// <param name="CurveStandardErrorOfLogDose">
/// The share of the curve alone; an interval from it is too narrow for a new response.
/// </param>
/// <param name="Wald">Symmetric around the dose; its lower end may be below 0.</param>
/// <param name="LogWald">Symmetric around the logarithm of the dose: the interval to report.</param>
/// <param name="Inversion">
/// Doses whose response the new one does not contradict (Fieller's principle); open towards a plateau that it cannot be
/// told from.
/// </param>
/// <remarks>
/// var(log x) = (σ² v(y)/m + gᵀVg) / (∂f/∂log x)², Student's t on the degrees of freedom of the fit.
/// Sources: Belanger, Davidian &amp; Giltinan 1996; O'Connell, Belanger &amp; Haaland 1993.
/// </remarks>
public sealed record InversePrediction(
    double Dose, double Replicates, double StandardErrorOfLogDose, double CurveStandardErrorOfLogDose,
    DoseInterval Wald, DoseInterval LogWald, DoseInterval Inversion)
{
    // Open beyond e^40 times the dose: no assay spans it.
    const double SearchedLogDoses = 40;
    const double SearchStep = 0.05;
    const int Bisections = 100;

    public double StandardErrorOfDose => Dose * StandardErrorOfLogDose;

    /// <summary>Imprecision of the dose in per cent.</summary>
    public double CoefficientOfVariationPercent => 100 * StandardErrorOfLogDose;

    internal static InversePrediction? Of(
        IDoseResponseCurve curve, ReadOnlySpan<double> covariance, double residualStandardDeviation, int degreesOfFreedom,
        ResponseWeighting weighting, double response, double replicates, double confidenceLevel)
    {
        if (!(replicates > 0))
            throw new ArgumentOutOfRangeException(nameof(replicates), replicates, "Expected more than 0.");
        if (confidenceLevel is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidenceLevel), confidenceLevel, "Expected between 0 and 1.");
        if (curve.DoseAt(response) is not { } dose)
            return null;

        var variance = residualStandardDeviation * residualStandardDeviation / replicates;
        Span<double> gradient = stackalloc double[curve.ParameterCount];
        curve.GradientAt(dose, gradient);
        var ofCurve = Quadratic(covariance, gradient);
        var slope = Math.Abs(curve.SlopeInLogDose(gradient));
        var standardError = Math.Sqrt(variance * weighting.RelativeVarianceAt(response) + ofCurve) / slope;
        var t = StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + confidenceLevel / 2);

        return new InversePrediction(
            dose, replicates, standardError, Math.Sqrt(ofCurve) / slope,
            Wald: new(dose * (1 - t * standardError), dose * (1 + t * standardError)),
            LogWald: new(Positive(dose * Math.Exp(-t * standardError)), Finite(dose * Math.Exp(t * standardError))),
            Inversion: new(
                Contradiction(curve, covariance, variance, weighting, response, dose, t, direction: -1),
                Contradiction(curve, covariance, variance, weighting, response, dose, t, direction: 1)));
    }

    /// <summary>The nearest dose in this direction that the response contradicts; null when there is none.</summary>
    static double? Contradiction(
        IDoseResponseCurve curve, ReadOnlySpan<double> covariance, double variance, ResponseWeighting weighting,
        double response, double dose, double t, int direction)
    {
        var inside = 0.0;
        for (var outside = SearchStep; outside <= SearchedLogDoses; outside += SearchStep)
        {
            if (Excess(outside, covariance) < 0)
            {
                inside = outside;
                continue;
            }

            var upper = outside;
            for (var bisection = 0; bisection < Bisections && upper - inside > 0; bisection++)
            {
                var middle = (inside + upper) / 2;
                if (Excess(middle, covariance) < 0)
                    inside = middle;
                else
                    upper = middle;
            }

            return dose * Math.Exp(direction * (inside + upper) / 2);
        }

        return null;

        double Excess(double logDistance, ReadOnlySpan<double> covariance)
        {
            var candidate = dose * Math.Exp(direction * logDistance);
            Span<double> gradient = stackalloc double[curve.ParameterCount];
            curve.GradientAt(candidate, gradient);
            var expected = curve.ResponseAt(candidate);
            return Math.Abs(response - expected)
                - t * Math.Sqrt(variance * weighting.RelativeVarianceAt(expected) + Quadratic(covariance, gradient));
        }
    }

    static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        var sum = 0.0;
        for (var row = 0; row < vector.Length; row++)
            for (var column = 0; column < vector.Length; column++)
                sum += vector[row] * matrix[row * vector.Length + column] * vector[column];
        return sum;
    }

    static double? Finite(double dose) => double.IsFinite(dose) ? dose : null;

    static double? Positive(double dose) => dose > 0 ? dose : null;
}
