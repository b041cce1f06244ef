using Medulla.Statistics.Distributions;

namespace Medulla.Statistics.Survival;

/// <summary>A chi-square test of coefficients of a Cox regression.</summary>
/// <param name="ChiSquare">Its statistic.</param>
/// <param name="DegreesOfFreedom">Number of columns.</param>
/// <param name="Probability">Upper tail of the chi-square distribution.</param>
public sealed record CoxTest(double ChiSquare, int DegreesOfFreedom, double Probability)
{
    const double Dependent = 1e-12;

    internal static CoxTest Of(double chiSquare, int degreesOfFreedom) =>
        new(chiSquare, degreesOfFreedom, ChiSquared.UpperTail(Math.Max(0, chiSquare), degreesOfFreedom));

    /// <summary>
    /// vector' matrix⁻¹ vector. A direction in which the matrix is 0, as when there are fewer clusters than columns, is left
    /// out.
    /// </summary>
    internal static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        var order = vector.Length;
        var (factor, solved) = (new double[order * order], new double[order]);
        var form = 0.0;
        for (var row = 0; row < order; row++)
        {
            var (pivot, right) = (matrix[row * order + row], vector[row]);
            for (var column = 0; column < row; column++)
            {
                var sum = matrix[row * order + column];
                for (var inner = 0; inner < column; inner++)
                    sum -= factor[row * order + inner] * factor[column * order + inner];
                var diagonal = factor[column * order + column];
                factor[row * order + column] = diagonal > 0 ? sum / diagonal : 0;
                pivot -= factor[row * order + column] * factor[row * order + column];
                right -= factor[row * order + column] * solved[column];
            }

            if (!(pivot > Dependent * matrix[row * order + row]))
                continue;
            factor[row * order + row] = Math.Sqrt(pivot);
            solved[row] = right / Math.Sqrt(pivot);
            form += solved[row] * solved[row];
        }

        return form;
    }
}
