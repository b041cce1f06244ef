namespace Medulla.Statistics.DoseResponse;

/// <summary>What inverse prediction asks of a curve, so that every family of curves shares it.</summary>
interface IDoseResponseCurve
{
    int ParameterCount { get; }

    double ResponseAt(double dose);

    double? DoseAt(double response);

    /// <summary>Derivatives of the response with respect to the fitted parameters.</summary>
    void GradientAt(double dose, Span<double> gradient);

    /// <summary>Derivative of the response with respect to the logarithm of the dose, from the gradient there.</summary>
    double SlopeInLogDose(ReadOnlySpan<double> gradient);
}
