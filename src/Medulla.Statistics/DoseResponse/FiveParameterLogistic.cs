namespace Medulla.Statistics.DoseResponse;

/// <summary>Which plateau the asymmetry of a five-parameter curve stretches.</summary>
public enum AsymmetryBranch
{
    /// <summary>f(x) = d + (a − d) / (1 + (x/c)<sup>b</sup>)<sup>g</sup>.</summary>
    Lower,

    /// <summary>f(x) = a + (d − a) / (1 + (x/c)<sup>−b</sup>)<sup>g</sup>, as Bio-Plex Manager prints it.</summary>
    Upper,
}

/// <summary>Five-parameter logistic curve: the four-parameter one with an asymmetry.</summary>
/// <param name="A">Response at dose 0.</param>
/// <param name="B">Slope, above 0.</param>
/// <param name="C">Above 0. Not the dose half-way between the plateaus, unless <paramref name="G"/> is 1.</param>
/// <param name="D">Response at an infinite dose.</param>
/// <param name="G">Asymmetry, above 0; 1 = none, and both branches are then the four-parameter curve.</param>
/// <remarks>
/// The two branches are different curves unless g = 1. R: <c>drc::LL.5</c> is the lower branch with b of the opposite sign.
/// Source: Gottschalk &amp; Dunn 2005.
/// </remarks>
public sealed record FiveParameterLogistic(double A, double B, double C, double D, double G, AsymmetryBranch Branch)
    : IDoseResponseCurve
{
    internal const int ParameterCount = 5;

    public double LowerAsymptote => Math.Min(A, D);

    public double UpperAsymptote => Math.Max(A, D);

    /// <param name="dose">0 or more.</param>
    public double ResponseAt(double dose)
    {
        var power = Math.Pow(dose / C, B);
        var logShare = -G * LogOnePlus(Branch == AsymmetryBranch.Lower ? power : 1 / power);
        var share = Math.Exp(logShare);
        var rest = -ExpMinusOne(logShare);
        return Branch == AsymmetryBranch.Lower ? A * share + D * rest : D * share + A * rest;
    }

    /// <summary>The dose that has this response; null unless the response lies strictly between the asymptotes.</summary>
    public double? DoseAt(double response)
    {
        if (PlaceOf(response) != ResponsePlace.BetweenAsymptotes)
            return null;

        var power = Branch == AsymmetryBranch.Lower
            ? ExpMinusOne(-LogOnePlus((response - A) / (A - D)) / G)
            : 1 / ExpMinusOne(-LogOnePlus((response - D) / (D - A)) / G);
        return C * Math.Pow(power, 1 / B);
    }

    public ResponsePlace PlaceOf(double response)
    {
        if (response <= LowerAsymptote)
            return ResponsePlace.BelowLowerAsymptote;
        return response >= UpperAsymptote ? ResponsePlace.AboveUpperAsymptote : ResponsePlace.BetweenAsymptotes;
    }

    /// <summary>Derivatives of the response with respect to (a, b, log c, d, log g) at this dose.</summary>
    /// <exception cref="ArgumentException"><paramref name="gradient"/> has not room for five.</exception>
    public void GradientAt(double dose, Span<double> gradient)
    {
        if (gradient.Length != ParameterCount)
            throw new ArgumentException(
                $"Found room for {gradient.Length} derivatives. Expected {ParameterCount}.", nameof(gradient));

        var power = Math.Pow(dose / C, B);
        var isLower = Branch == AsymmetryBranch.Lower;
        var logBase = LogOnePlus(isLower ? power : 1 / power);
        var stretched = Math.Exp(-G * logBase);
        var range = isLower ? A - D : D - A;

        // Of the stretched share with respect to the logarithm of (x/c)^b: falls on the lower branch, rises on the upper.
        var inLogPower = isLower ? -G * stretched * power / (1 + power) : G * stretched / (1 + power);
        var slope = stretched == 0 || dose == 0 ? 0 : range * (double.IsFinite(power) ? inLogPower : 0);

        var rest = -ExpMinusOne(-G * logBase);
        gradient[0] = isLower ? stretched : rest;
        gradient[1] = slope == 0 ? 0 : slope * Math.Log(dose / C);
        gradient[2] = -slope * B;
        gradient[3] = isLower ? rest : stretched;
        gradient[4] = stretched == 0 ? 0 : -range * stretched * G * logBase;
    }

    double IDoseResponseCurve.SlopeInLogDose(ReadOnlySpan<double> gradient) => -gradient[2];

    int IDoseResponseCurve.ParameterCount => ParameterCount;

    /// <summary>log(1 + x) without losing the digits of a small x, which <c>double.LogP1</c> loses.</summary>
    static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        if (sum == 1 || double.IsInfinity(sum))
            return x;
        return Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>exp(x) − 1 without losing the digits of a small x. Source: Kahan, after Higham 2002, 1.14.1.</summary>
    static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
            return x;
        return power == 0 || double.IsInfinity(power) ? power - 1 : (power - 1) * x / Math.Log(power);
    }
}
