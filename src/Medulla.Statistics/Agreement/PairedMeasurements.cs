using Medulla.Statistics.Description;

namespace Medulla.Statistics.Agreement;

/// <summary>The checks that comparisons of two methods make, and the sums they share.</summary>
/// <param name="Squares">Of the first method about its mean: Sxx.</param>
/// <param name="OtherSquares">Of the second: Syy.</param>
/// <param name="Products">Sxy.</param>
readonly record struct PairedMeasurements(
    int Count, double Mean, double OtherMean, double Squares, double OtherSquares, double Products)
{
    public const int Fewest = 3;

    /// <exception cref="ArgumentException">Lengths differ, fewer than three pairs, or a value that is not finite.</exception>
    public static PairedMeasurements Of(
        IReadOnlyList<double> first, IReadOnlyList<double> second, string firstArgument, string secondArgument)
    {
        if (first.Count != second.Count)
            throw new ArgumentException(
                $"Found {first.Count} and {second.Count} values. Expected one of each per specimen.", secondArgument);
        if (first.Count < Fewest)
            throw new ArgumentException($"Found {first.Count} specimens. Expected at least {Fewest}.", firstArgument);
        FiniteValues.Require(first, firstArgument);
        FiniteValues.Require(second, secondArgument);

        double mean = first.Average(), otherMean = second.Average(), squares = 0, otherSquares = 0, products = 0;
        for (var index = 0; index < first.Count; index++)
        {
            var (one, other) = (first[index] - mean, second[index] - otherMean);
            squares += one * one;
            otherSquares += other * other;
            products += one * other;
        }

        return new PairedMeasurements(first.Count, mean, otherMean, squares, otherSquares, products);
    }

    /// <summary>The same sums without one specimen.</summary>
    public PairedMeasurements Without(double first, double second)
    {
        double rest = Count - 1;
        var (one, other, share) = (first - Mean, second - OtherMean, Count / rest);
        return new PairedMeasurements(
            Count - 1, Mean - one / rest, OtherMean - other / rest,
            Squares - share * one * one, OtherSquares - share * other * other, Products - share * one * other);
    }
}
