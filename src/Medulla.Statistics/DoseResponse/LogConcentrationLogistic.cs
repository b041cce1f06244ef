using System.Collections.Immutable;

namespace Medulla.Statistics.DoseResponse;

/// <summary>
/// A four-parameter logistic as a function of log concentration: A + (B − A) / (1 + exp((xmid − log x) / scal)).
/// </summary>
/// <param name="A">Response at concentration 0.</param>
/// <param name="B">Response at an infinite concentration.</param>
/// <param name="Midpoint">xmid: natural logarithm of the concentration half way between the asymptotes.</param>
/// <param name="Scale">scal, above 0: reciprocal of the slope b.</param>
/// <param name="Covariance">Of the four, row by row.</param>
/// <remarks>R: <c>nls(y ~ SSfpl(log(x), A, B, xmid, scal))</c>; <c>vcov</c> of it.</remarks>
public sealed record LogConcentrationLogistic(
    double A, double B, double Midpoint, double Scale, ImmutableArray<double> Covariance)
{
    const int Count = 4;

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Least squares on log concentration, covariance from the Jacobian; R: nls(y ~ SSfpl(log(x), A, B, xmid, scal))";

    /// <summary>Of A, B, midpoint and scale.</summary>
    public ImmutableArray<double> StandardErrors =>
        [.. Enumerable.Range(0, Count).Select(place => Math.Sqrt(Covariance[place * Count + place]))];

    // From (a, b, log c, d): A = a, B = d, xmid = log c, scal = 1/b.
    internal static LogConcentrationLogistic Of(FourParameterLogistic curve, ReadOnlySpan<double> covariance)
    {
        ReadOnlySpan<int> from = [0, 3, 2, 1];
        ReadOnlySpan<double> derivative = [1, 1, 1, -1 / (curve.B * curve.B)];
        var own = ImmutableArray.CreateBuilder<double>(Count * Count);
        for (var row = 0; row < Count; row++)
            for (var column = 0; column < Count; column++)
                own.Add(derivative[row] * covariance[from[row] * Count + from[column]] * derivative[column]);
        return new LogConcentrationLogistic(curve.A, curve.D, Math.Log(curve.C), 1 / curve.B, own.MoveToImmutable());
    }
}
