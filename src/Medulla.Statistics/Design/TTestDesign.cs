using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Design;

/// <summary>Participants per group to tell two means apart by Student's t test.</summary>
/// <param name="Difference">Of the means, not 0.</param>
/// <param name="StandardDeviation">Of both groups, above 0.</param>
/// <remarks>
/// Noncentral t on 2(n − 1) degrees. Sources: Cohen 1988; distribution, Lenth 1989.
/// R: <c>power.t.test(n, delta, sd, strict = )</c>.
/// </remarks>
public sealed record TTestDesign(double Difference, double StandardDeviation = 1) : SampleSizeDesign
{
    /// <summary>
    /// Whether a significant difference in the wrong direction counts as well; false, as in R, unless said otherwise.
    /// </summary>
    public bool Strict { get; init; }

    public override string Unit => "participants per group";

    public override string Convention =>
        $"Two-sample t test, noncentral t; R: power.t.test(delta, sd, strict = {(Strict ? "TRUE" : "FALSE")})";

    public override double PowerAt(double size)
    {
        DesignNumbers.RequireAboveZero(StandardDeviation, nameof(StandardDeviation));
        DesignNumbers.RequireAboveZero(Math.Abs(Difference), nameof(Difference));
        var degrees = 2 * (RequireSize(size, above: 1) - 1);
        var critical = -StudentT.Quantile(DesignNumbers.RequireShare(Alpha, nameof(Alpha)) / 2, degrees);
        var noncentrality = Math.Sqrt(size / 2) * Math.Abs(Difference) / StandardDeviation;
        return NoncentralT.UpperTail(critical, degrees, noncentrality)
            + (Strict ? NoncentralT.Cumulative(-critical, degrees, noncentrality) : 0);
    }

    public override double SizeFor(double power)
    {
        PowerValue(power);
        return 1 + MonotoneRoot.Positive(beyondOne => beyondOne > double.Epsilon ? PowerFrom(1 + beyondOne) - power : -1);
    }

    // A hair above 1 the degrees of freedom round to 0, and the power is the level.
    double PowerFrom(double size) => size > 1 + 1e-3 ? PowerAt(size) : 0;
}
