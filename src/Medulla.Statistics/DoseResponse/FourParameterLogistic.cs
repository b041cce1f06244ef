namespace Medulla.Statistics.DoseResponse;

/// <summary>Four-parameter logistic curve: f(x) = d + (a − d) / (1 + (x/c)<sup>b</sup>).</summary>
/// <param name="A">Response at dose 0.</param>
/// <param name="B">Slope, above 0.</param>
/// <param name="C">Dose at the middle of the two asymptotes, above 0.</param>
/// <param name="D">
/// Response at an infinite dose; above <paramref name="A"/> in a sandwich assay, below in a competitive one.
/// </param>
/// <remarks>
/// At dose 0 the response is exactly <paramref name="A"/>; no logarithm of 0 is taken.
/// Sources: Rodbard &amp; Frazier 1975; Findlay &amp; Dillard 2007. R: <c>drc::LL.4</c> with b of the opposite sign.
/// </remarks>
public sealed record FourParameterLogistic(double A, double B, double C, double D) : IDoseResponseCurve
{
    internal const int ParameterCount = 4;

    public double LowerAsymptote => Math.Min(A, D);

    public double UpperAsymptote => Math.Max(A, D);

    /// <param name="dose">0 or more.</param>
    public double ResponseAt(double dose)
    {
        var share = ShareOfA(dose);
        return A * share + D * (1 - share);
    }

    /// <summary>The dose that has this response; null unless the response lies strictly between the asymptotes.</summary>
    public double? DoseAt(double response)
    {
        if (PlaceOf(response) != ResponsePlace.BetweenAsymptotes)
            return null;

        // (a−d)/(y−d) − 1 = (a−y)/(y−d), without the loss of digits near a.
        return C * Math.Pow((A - response) / (response - D), 1 / B);
    }

    public ResponsePlace PlaceOf(double response)
    {
        if (response <= LowerAsymptote)
            return ResponsePlace.BelowLowerAsymptote;
        return response >= UpperAsymptote ? ResponsePlace.AboveUpperAsymptote : ResponsePlace.BetweenAsymptotes;
    }

    double IDoseResponseCurve.SlopeInLogDose(ReadOnlySpan<double> gradient) => -gradient[2];

    int IDoseResponseCurve.ParameterCount => ParameterCount;

    /// <summary>s = 1 / (1 + (x/c)^b): how much of <see cref="A"/> is left at this dose.</summary>
    double ShareOfA(double dose) => 1 / (1 + Math.Pow(dose / C, B));

    /// <summary>Derivatives of the response with respect to (a, b, log c, d) at this dose.</summary>
    /// <exception cref="ArgumentException"><paramref name="gradient"/> has not room for four.</exception>
    public void GradientAt(double dose, Span<double> gradient)
    {
        if (gradient.Length != ParameterCount)
            throw new ArgumentException(
                $"Found room for {gradient.Length} derivatives. Expected {ParameterCount}.", nameof(gradient));

        var share = ShareOfA(dose);
        var rest = 1 - share;
        var slope = (A - D) * share * rest;

        gradient[0] = share;
        gradient[1] = slope == 0 ? 0 : -slope * Math.Log(dose / C);
        gradient[2] = slope * B;
        gradient[3] = rest;
    }
}
