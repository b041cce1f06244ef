using Medulla.Statistics.Distributions;
using Medulla.Statistics.Regression;

namespace Medulla.Statistics.Association;

/// <summary>Linear correlation of two columns that others do not explain.</summary>
/// <param name="Pairs">Participants with all values.</param>
/// <param name="Estimate">Correlation of what straight lines on the other columns leave over; −1 to 1.</param>
/// <param name="Statistic">t of it; ±∞ when the rests lie on a line.</param>
/// <param name="DegreesOfFreedom">Pairs − 2 − columns held.</param>
/// <param name="Probability">Two-sided.</param>
/// <remarks>
/// Sources: Fisher 1924. R: <c>cor(resid(lm(x ~ z)), resid(lm(y ~ z)))</c> with t on n − 2 − k degrees;
/// <c>ppcor::pcor.test</c>.
/// </remarks>
public sealed record PartialCorrelation(int Pairs, double Estimate, double Statistic, int DegreesOfFreedom, double Probability)
{
    // What is left of a column after the others were taken out: less of its length than this is rounding.
    const double NothingLeft = 1e-10;

    /// <summary>The convention in words.</summary>
    public const string Convention =
        "Partial Pearson correlation from residuals, t on n − 2 − k degrees; R: cor(resid(lm(x ~ z)), resid(lm(y ~ z)))";

    /// <param name="x">One finite value per participant.</param>
    /// <param name="y">One finite value per participant.</param>
    /// <param name="given">The columns held; at least one.</param>
    /// <exception cref="ArgumentException">Lengths differ, too few participants, or a value that is not finite.</exception>
    /// <exception cref="NotEstimableException">A held column follows from others, or explains x or y wholly.</exception>
    public static PartialCorrelation Of(IReadOnlyList<double> x, IReadOnlyList<double> y, IReadOnlyList<Covariate> given)
    {
        if (given.Count == 0)
            throw new ArgumentException("Found no column to hold. Expected at least one.", nameof(given));
        PairedValues.Require(x, y);
        foreach (var covariate in given)
            covariate.RequireUsable(x.Count, nameof(given));
        var degrees = x.Count - 2 - given.Count;
        if (degrees < 1)
            throw new ArgumentException(
                $"Found {x.Count} participants and {given.Count} columns to hold. Expected at least {given.Count + 3} "
                    + "participants.", nameof(x));

        var basis = new List<double[]> { Unit([.. Enumerable.Repeat(1.0, x.Count)]) };
        foreach (var covariate in given)
            basis.Add(Unit(Rest(covariate.Values, basis, covariate.Name)));
        double[] restX = Rest(x, basis, "x"), restY = Rest(y, basis, "y");
        var estimate = Math.Clamp(Product(restX, restY) / Length(restX) / Length(restY), -1, 1);
        var statistic = estimate * Math.Sqrt(degrees / ((1 - estimate) * (1 + estimate)));
        return new PartialCorrelation(x.Count, estimate, statistic, degrees, StudentT.TwoSided(statistic, degrees));
    }

    /// <summary>Fisher z on n − 3 − k; null where that is 0, or for a perfect line.</summary>
    public Interval? Confidence(double confidenceLevel = ConfidenceLevel.Usual) => PearsonCorrelation.FisherZ(
        Estimate, DegreesOfFreedom > 1 ? 1 / Math.Sqrt(DegreesOfFreedom - 1) : 0, confidenceLevel);

    /// <summary>The column less its shadow on each direction of the basis; twice, as once leaves rounding behind.</summary>
    static double[] Rest(IReadOnlyList<double> values, List<double[]> basis, string name)
    {
        double[] rest = [.. values];
        var mean = rest.Average();
        for (var index = 0; index < rest.Length; index++)
            rest[index] -= mean;
        var before = Length(rest);
        for (var pass = 0; pass < 2; pass++)
            foreach (var direction in basis)
            {
                var shadow = Product(rest, direction);
                for (var index = 0; index < rest.Length; index++)
                    rest[index] -= shadow * direction[index];
            }

        return Length(rest) > NothingLeft * before
            ? rest
            : throw new NotEstimableException(NotEstimableCause.Collinear, [name],
                $"Found that {name} is constant or follows from the columns held. Expected something left over: hold fewer "
                    + "columns.");
    }

    static double[] Unit(double[] values)
    {
        var length = Length(values);
        return [.. values.Select(value => value / length)];
    }

    static double Length(double[] values) => Math.Sqrt(Product(values, values));

    static double Product(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var index = 0; index < one.Length; index++)
            sum += one[index] * other[index];
        return sum;
    }
}
