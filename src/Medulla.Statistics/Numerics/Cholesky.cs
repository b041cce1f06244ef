namespace Medulla.Statistics.Numerics;

/// <summary>Cholesky factors of small symmetric positive definite matrices, in place and without allocation.</summary>
/// <remarks>
/// A matrix of order n is n × n numbers, row after row; only the lower triangle is read and written.
/// Sources: Golub &amp; Van Loan 2013, algorithm 4.2.2.
/// </remarks>
static class Cholesky
{
    /// <summary>Overwrites the lower triangle with its factor L, where L L' is the matrix.</summary>
    /// <returns>False when a pivot is not above <paramref name="floor"/> times its diagonal element: not positive definite.</returns>
    public static bool TryFactor(Span<double> matrix, int order, double floor = 1e-13)
    {
        for (var row = 0; row < order; row++)
        {
            var here = matrix.Slice(row * order, order);
            for (var column = 0; column < row; column++)
            {
                var above = matrix.Slice(column * order, column + 1);
                var sum = here[column];
                for (var inner = 0; inner < column; inner++)
                    sum -= here[inner] * above[inner];
                here[column] = sum / above[column];
            }

            var pivot = here[row];
            for (var inner = 0; inner < row; inner++)
                pivot -= here[inner] * here[inner];
            if (!(pivot > floor * here[row]) || !double.IsFinite(pivot))
                return false;
            here[row] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Overwrites the right-hand side with the solution.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int order, Span<double> right)
    {
        SolveLower(factor, order, right);
        for (var row = order - 1; row >= 0; row--)
        {
            var sum = right[row];
            for (var below = row + 1; below < order; below++)
                sum -= factor[below * order + row] * right[below];
            right[row] = sum / factor[row * order + row];
        }
    }

    /// <summary>Overwrites the right-hand side with L⁻¹ times it: its squared length is the quadratic form.</summary>
    public static void SolveLower(ReadOnlySpan<double> factor, int order, Span<double> right)
    {
        for (var row = 0; row < order; row++)
        {
            var sum = right[row];
            for (var before = 0; before < row; before++)
                sum -= factor[row * order + before] * right[before];
            right[row] = sum / factor[row * order + row];
        }
    }

    /// <summary>The whole inverse, both triangles.</summary>
    public static void Invert(ReadOnlySpan<double> factor, int order, Span<double> inverse)
    {
        inverse[..(order * order)].Clear();
        for (var column = 0; column < order; column++)
        {
            var right = inverse.Slice(column * order, order);
            right[column] = 1;
            Solve(factor, order, right);
        }

        // The two triangles differ in their last digits only; one of them is kept.
        for (var row = 0; row < order; row++)
            for (var column = 0; column < row; column++)
                inverse[column * order + row] = inverse[row * order + column];
    }
}
